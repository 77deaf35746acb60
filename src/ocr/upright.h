// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a sheet lay on the scanner. Private to ocr/.
#pragma once

#include <array>

#include "ocr/pix.h"

namespace lagesbild {

struct Upright {
  PixPtr grey;      ///< the picture with its lines level and its letters standing
  int turn = 0;     ///< quarter turns clockwise that this took, in degrees: 0, 90, 180, 270
  double skew = 0;  ///< degrees clockwise, after that
};

/// The grey value that parts ink from paper.
int ink_below(const PixPtr& grey);

/// Turns to be tried, in degrees clockwise, the likeliest first: told by how many letters reach
/// above their line against how many hang below it.
std::array<int, 4> likely_turns(const PixPtr& grey);

/// `grey` after `turn`, 0, 90, 180 or 270 degrees clockwise, and levelled.
Upright upright(const PixPtr& grey, int turn);

}  // namespace lagesbild
