// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/rulings.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

constexpr double shortest_horizontal = 28;  // points; no stroke of a letter is as long
constexpr double shortest_vertical = 22;    // points; a row of one line is higher
constexpr double widest_gap = 14;           // points; what dirt and dashes interrupt
constexpr double thickest = 4;              // points; what is thicker is an area
constexpr int leaning = 3;                  // pixels; a line a little askew still makes long runs

int pixels(double points, double pixels_a_point) {
  return std::max(1, static_cast<int>(std::lround(points * pixels_a_point)));
}

/// The marked parts of `bits` that hold no square of `side`.
PixPtr thin_parts(PixPtr bits, int width, int height) {
  const PixPtr thick = made(pixOpenBrick(nullptr, bits.get(), width, height));
  const PixPtr whole = made(pixSeedfillBinary(nullptr, thick.get(), bits.get(), 8));
  return made(pixSubtract(nullptr, bits.get(), whole.get()));
}

}  // namespace

Rulings rulings_in(const PixPtr& grey, int paper_from, double pixels_a_point) {
  const PixPtr bits = made(pixThresholdToBinary(grey.get(), paper_from));
  const int across = pixels(shortest_horizontal, pixels_a_point);
  const int down = pixels(shortest_vertical, pixels_a_point);
  const int gap = pixels(widest_gap, pixels_a_point);
  const int thick = pixels(thickest, pixels_a_point);

  PixPtr horizontal = made(pixDilateBrick(nullptr, bits.get(), 1, leaning));
  pixOpenBrick(horizontal.get(), horizontal.get(), across, 1);
  horizontal = thin_parts(std::move(horizontal), 1, thick);
  pixCloseBrick(horizontal.get(), horizontal.get(), gap, 1);

  PixPtr vertical = made(pixDilateBrick(nullptr, bits.get(), leaning, 1));
  pixOpenBrick(vertical.get(), vertical.get(), 1, down);
  vertical = thin_parts(std::move(vertical), thick, 1);
  pixCloseBrick(vertical.get(), vertical.get(), 1, gap);

  Rulings rulings{parts_of(horizontal), parts_of(vertical), nullptr};
  rulings.bits = made(pixOr(nullptr, horizontal.get(), vertical.get()));
  return rulings;
}

}  // namespace lagesbild
