// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "model/read_limits.h"

namespace lagesbild {

/// A text dump as a document: every character has its place in a grid of equal cells, a form feed
/// ends a page, so that columns laid out with spaces read like columns on paper. Invalid UTF-8
/// becomes U+FFFD. No more is read than `limits` allow; problem code `limit`.
Document text_document(std::string_view utf8, const std::string& name,
                       const ReadLimits& limits = {});

}  // namespace lagesbild
