// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/rulings.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

constexpr double shortest_horizontal = 28;            // points; no stroke of a letter is as long
constexpr double shortest_vertical = 22;              // points; a row of one line is higher
constexpr double widest_gap = 14;                     // points; what dirt and dashes interrupt
constexpr double thickest = 4;                        // points; what is thicker is an area
constexpr double dot = 2.2;                           // points; no letter's stroke is as short
constexpr double longest_dash = 8, tallest_dash = 4;  // points; an l is taller
constexpr double dot_gap = 4;                         // points between dots or dashes
constexpr int leaning = 3;  // pixels; a line a little askew still makes long runs

int pixels(double points, double pixels_a_point) {
  return std::max(1, static_cast<int>(std::lround(points * pixels_a_point)));
}

/// The connected parts of `bits` that nowhere are as wide and high.
PixPtr thin_parts(PixPtr bits, int width, int height) {
  const PixPtr thick = made(pixOpenBrick(nullptr, bits.get(), width, height));
  const PixPtr whole = made(pixSeedfillBinary(nullptr, thick.get(), bits.get(), 8));
  return made(pixSubtract(nullptr, bits.get(), whole.get()));
}

/// Long runs along one direction, `lean` pixels across taken together.
struct Direction {
  int long_x, long_y;  ///< the shortest ruling
  int gap_x, gap_y;    ///< the widest gap in one
  int dot_x, dot_y;    ///< the largest part of a dotted or dashed one
  int step_x, step_y;  ///< the widest gap between those
  int lean_x, lean_y;
  int thick_x, thick_y;  ///< one pixel along, the thickest ruling across
};

PixPtr runs(const PixPtr& bits, const Direction& d) {
  PixPtr lines = made(pixDilateBrick(nullptr, bits.get(), d.lean_x, d.lean_y));
  pixOpenBrick(lines.get(), lines.get(), d.long_x, d.long_y);
  return lines;
}

PixPtr lines_along(const PixPtr& bits, const Direction& d) {
  PixPtr lines = runs(bits, d);
  PixPtr dots = made(
      pixSelectBySize(bits.get(), d.dot_x, d.dot_y, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
  dots = made(pixCloseBrick(nullptr, dots.get(), d.step_x, d.step_y));
  pixOr(lines.get(), lines.get(), runs(dots, d).get());
  lines = thin_parts(std::move(lines), d.thick_x, d.thick_y);
  pixCloseBrick(lines.get(), lines.get(), d.gap_x, d.gap_y);
  return lines;
}

}  // namespace

Rulings rulings_in(const PixPtr& grey, int paper_from, double pixels_a_point) {
  const PixPtr bits = made(pixThresholdToBinary(grey.get(), paper_from));
  const auto px = [&](double points) { return pixels(points, pixels_a_point); };
  const PixPtr level =
      lines_along(bits, {px(shortest_horizontal), 1, px(widest_gap), 1, px(longest_dash), px(dot),
                         px(dot_gap), 1, 1, leaning, 1, px(thickest)});
  const PixPtr upright =
      lines_along(bits, {1, px(shortest_vertical), 1, px(widest_gap), px(dot), px(tallest_dash), 1,
                         px(dot_gap), leaning, 1, px(thickest), 1});
  Rulings rulings{parts_of(level), parts_of(upright), nullptr};
  rulings.bits = made(pixOr(nullptr, level.get(), upright.get()));
  return rulings;
}

}  // namespace lagesbild
