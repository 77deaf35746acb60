// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/document.h"

namespace lagesbild {

/// A document as text for tests and for people: one line for each run of glyphs on one baseline in
/// one style, each ruling, shading, image and field, in the page's order. Points to one decimal:
///
///     page 1 595.0x842.0
///     text 72.0,60.2-131.4,74.0 size 12.0 bold "Lokalt"
///     ruling 72.0,80.0-523.0,80.0 thick 0.5
///     shading 72.0,80.0-200.0,100.0 #dddddd
///     field text 72.0,100.0-300.0,120.0 "namn" = "värde\nrad två"
std::string dump(const Document& document);
std::string dump(const Page& page);

}  // namespace lagesbild
