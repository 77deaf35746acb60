// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every document, whatever is in it. Empty where it does.
#pragma once

#include <string>

#include "model/document.h"
#include "model/layout.h"
#include "model/reading.h"
#include "model/report.h"

namespace lagesbild::fuzz {

/// Every glyph's text lies in its page, every place is a number.
std::string wrong_with(const Document& document);

/// Every word stands in exactly one line of one block, every block once.
std::string wrong_with(const Layout& layout);

/// Every word has one role, those of an area's title and comment have theirs.
std::string wrong_with(const Layout& layout, const Reading& reading);

/// It says why it is rejected, states nothing without a basis, and comes back from its JSON.
std::string wrong_with(const Report& report);

}  // namespace lagesbild::fuzz
