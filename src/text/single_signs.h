// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Single characters and what they show or spell. Private to text/.
#pragma once

#include <string_view>

namespace lagesbild {

/// Letters for a ligature, a plain sign for an odd one; empty for all others.
std::u32string_view spelt_out(char32_t c);

/// The bullet, tick, box or arrow that Symbol and the Wingdings show at U+F020 to U+F0FF; 0 for
/// others.
char32_t shown_by_symbol_font(char32_t c);

/// The letter that UTF-16 with its bytes the wrong way round shows as `c`, as some PDF writers
/// store the letters of a ligature (U+6600 U+6900 for "fi"); 0 for others.
char32_t swapped_letter(char32_t c);

}  // namespace lagesbild
