// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout.h"

#include <cmath>
#include <numbers>

namespace lagesbild {
namespace {

Box turned_back(const Box& box, const PageFrame& frame) {
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

/// The rectangle around `box` when the page lies as askew as the sheet lay on the scanner.
Box skewed_back(const Box& box, const Box& page, double degrees) {
  const double angle = -degrees * std::numbers::pi / 180;
  const double along = std::cos(angle), across = std::sin(angle);
  const auto corner = [&](double x, double y) {
    const double dx = x - page.middle_x(), dy = y - page.middle_y();
    const double at_x = page.middle_x() + dx * along - dy * across;
    const double at_y = page.middle_y() + dx * across + dy * along;
    return Box{at_x, at_y, at_x, at_y};
  };
  const Box all = united(united(corner(box.x0, box.y0), corner(box.x1, box.y0)),
                         united(corner(box.x0, box.y1), corner(box.x1, box.y1)));
  return {std::max(all.x0, page.x0), std::max(all.y0, page.y0), std::min(all.x1, page.x1),
          std::min(all.y1, page.y1)};
}

}  // namespace

Box as_displayed(const Box& box, const PageFrame& frame) {
  const Box turned = turned_back(box, frame);
  if (frame.skew == 0) return turned;
  const bool swapped = frame.turn % 180 != 0;
  const Box page{0, 0, swapped ? frame.height : frame.width, swapped ? frame.width : frame.height};
  return skewed_back(turned, page, frame.skew);
}

}  // namespace lagesbild
