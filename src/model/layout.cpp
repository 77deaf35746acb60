// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout.h"

namespace lagesbild {

Box as_displayed(const Box& box, const PageFrame& frame) {
  switch (frame.turn) {
    case 90:
      return {box.y0, frame.width - box.x1, box.y1, frame.width - box.x0};
    case 180:
      return {frame.width - box.x1, frame.height - box.y1, frame.width - box.x0,
              frame.height - box.y0};
    case 270:
      return {frame.height - box.y1, box.x0, frame.height - box.y0, box.x1};
    default:
      return box;
  }
}

}  // namespace lagesbild
