// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/upright.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lagesbild {
namespace {

constexpr double least_skew = 0.03;        // degrees; a line of 500 points rises by a quarter point
constexpr double most_skew = 6;            // degrees; what is askew by more was meant so
constexpr double least_skew_sureness = 3;  // Leptonica's own measure, and its advice
constexpr l_uint32 white = 255;

PixPtr halved(const PixPtr& bits) { return made(pixReduceRankBinary2(bits.get(), 1, nullptr)); }

/// Quarter turns, in degrees clockwise, that make the letters of `bits` stand. Told by how many
/// letters reach above the line against how many hang below it: too few letters tell nothing.
int turn_of(const PixPtr& bits) {
  float up = 0, left = 0;
  if (pixOrientDetect(bits.get(), &up, &left, 0, 0) != 0) return 0;
  int orientation = 0;
  makeOrientDecision(up, left, 0, 0, &orientation, 0);  // 0: Leptonica's usual thresholds
  switch (orientation) {
    case L_TEXT_ORIENT_LEFT:
      return 90;
    case L_TEXT_ORIENT_DOWN:
      return 180;
    case L_TEXT_ORIENT_RIGHT:
      return 270;
    default:
      return 0;
  }
}

double skew_of(const PixPtr& bits) {
  float angle = 0, sureness = 0;
  if (pixFindSkew(bits.get(), &angle, &sureness) != 0) return 0;
  const bool usable = sureness >= least_skew_sureness && std::abs(angle) >= least_skew &&
                      std::abs(angle) <= most_skew;
  return usable ? static_cast<double>(angle) : 0;
}

}  // namespace

int ink_below(const PixPtr& grey) {
  constexpr int step = 8;               // every so many pixels of every so many rows
  constexpr float paper_rank = 0.8F;    // at most so much of a page is print and shading
  constexpr double ink_of_paper = 0.7;  // JPEG's rings around letters stay above it
  l_uint32 paper = white;
  pixGetRankValue(grey.get(), step, paper_rank, &paper);
  return std::max(1, static_cast<int>(ink_of_paper * paper));
}

Upright upright(PixPtr grey) {
  Upright result;
  PixPtr bits = halved(made(pixThresholdToBinary(grey.get(), ink_below(grey))));
  result.turn = turn_of(bits);
  if (result.turn != 0) {
    grey = made(pixRotateOrth(grey.get(), result.turn / 90));
    bits = made(pixRotateOrth(bits.get(), result.turn / 90));
  }
  result.skew = skew_of(bits);
  if (result.skew != 0)
    grey = made(pixRotate(grey.get(), static_cast<float>(result.skew * std::numbers::pi / 180),
                          L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  result.grey = std::move(grey);
  return result;
}

}  // namespace lagesbild
