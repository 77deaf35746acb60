// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CharTypes.h>
#include <GfxFont.h>

namespace lagesbild {

/// Office programs put signs of Symbol and Wingdings into the private-use area at U+F000 and up.
/// The sign shown, for those that reports use: bullets, arrows, boxes and ticks; otherwise `code`.
Unicode symbol_of(Unicode code, const GfxFont& font);

}  // namespace lagesbild
