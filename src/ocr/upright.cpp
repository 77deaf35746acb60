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

std::array<int, 4> likely_turns(const PixPtr& grey) {
  float up = 0, left = 0;
  const PixPtr bits = halved(made(pixThresholdToBinary(grey.get(), ink_below(grey))));
  pixOrientDetect(bits.get(), &up, &left, 0, 0);
  const int standing = up < 0 ? 180 : 0, lying = left < 0 ? 270 : 90;
  if (std::abs(left) > std::abs(up))
    return {lying, (lying + 180) % 360, standing, (standing + 180) % 360};
  return {standing, (standing + 180) % 360, lying, (lying + 180) % 360};
}

Upright upright(const PixPtr& grey, int turn) {
  Upright result{made(pixRotateOrth(grey.get(), turn / 90)), turn};
  result.skew =
      skew_of(halved(made(pixThresholdToBinary(result.grey.get(), ink_below(result.grey)))));
  if (result.skew != 0)
    result.grey =
        made(pixRotate(result.grey.get(), static_cast<float>(result.skew * std::numbers::pi / 180),
                       L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  return result;
}

}  // namespace lagesbild
