// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to tick, which no recogniser of letters knows. Private to ocr/.
#pragma once

#include <vector>

#include "ocr/pix.h"

namespace lagesbild {

struct TickBox {
  enum class State { empty, ticked, unclear };
  PixelArea area;
  State state = State::empty;
};

/// The small drawn squares among the connected `parts` of `ink`.
std::vector<TickBox> tick_boxes_in(const PixPtr& ink, const std::vector<PixelArea>& parts,
                                   double pixels_a_point);

}  // namespace lagesbild
