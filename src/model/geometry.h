// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Points, origin at the top left of the page as displayed; x to the right, y down.
#pragma once

#include <algorithm>

namespace lagesbild {

struct Box {
  double x0 = 0;  ///< left
  double y0 = 0;  ///< top
  double x1 = 0;  ///< right
  double y1 = 0;  ///< bottom

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double middle_x() const { return (x0 + x1) / 2; }
  double middle_y() const { return (y0 + y1) / 2; }
  bool holds(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  bool operator==(const Box&) const = default;
};

/// The smallest box around both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// Length, in points, that two stretches share; negative is the gap between them.
inline double shared(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

}  // namespace lagesbild
