// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that stand for others or for nothing: ligatures, soft hyphens, zero widths, symbol
// fonts. Private to text/.
#pragma once

#include "text/code_points.h"

namespace lagesbild {

/// Ligatures spelt out, odd hyphens plain, bullets, boxes and text of symbol fonts as Unicode has
/// them, soft hyphens gone or real, format and control characters gone; a control between letters
/// stands for one that was lost and becomes U+FFFD.
Marks with_plain_signs(const Marks& marks);

}  // namespace lagesbild
