// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs that stand for others, and signs that nobody sees. Private to text/.
#pragma once

#include "text/code_points.h"

namespace lagesbild {

bool is_space(char32_t c);
bool is_line_feed(char32_t c);  ///< line feed, U+2028, U+2029
bool is_letter(char32_t c);

/// Ligatures spelt out, odd hyphens plain, bullets and boxes of symbol fonts as Unicode has them,
/// text of a symbol font's private range as its letters. Zero widths and controls go; a control in
/// the place of a letter becomes U+FFFD. A soft hyphen at a line's end is a hyphen, elsewhere it
/// goes.
Marks with_plain_signs(const Marks& marks);

}  // namespace lagesbild
