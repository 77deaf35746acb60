// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Picture ─upright─▶ ─lighten shades─▶ ─take rulings and boxes out─▶ regions ─letters─▶ words ─▶
// Page
#include "ocr/recogniser.h"

#include <algorithm>
#include <cmath>

#include "ocr/letters.h"
#include "ocr/page_marks.h"
#include "ocr/regions.h"
#include "ocr/rulings.h"
#include "ocr/shades.h"
#include "ocr/tick_boxes.h"
#include "ocr/upright.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_parts = 60'000;  // connected ones; a page of small print has 15 000
constexpr int erased_around = 5;            // pixels; a line's grey edge goes with it

/// Covers what `bits` marks with white.
void erase(const PixPtr& grey, const PixPtr& bits) {
  const PixPtr mask = made(pixDilateBrick(nullptr, bits.get(), erased_around, erased_around));
  pixPaintThroughMask(grey.get(), mask.get(), 0, 0, 255);
}

void erase(const PixPtr& grey, const std::vector<TickBox>& boxes) {
  for (const TickBox& box : boxes)
    pixRasterop(grey.get(), box.area.x - 2, box.area.y - 2, box.area.width + 4, box.area.height + 4,
                PIX_SET, nullptr, 0, 0);
}

}  // namespace

struct Recogniser::Parts {
  Letters letters;
};

Result<Recogniser> Recogniser::opened(const std::string& folder) {
  Result<Letters> letters = Letters::opened(folder);
  if (!letters) return letters.problem();
  return Recogniser(std::make_shared<Parts>(Parts{*std::move(letters)}));
}

Page Recogniser::page_of(const GreyImage& image) const {
  const Upright sheet = upright(pix_of(image));
  const PixPtr& grey = sheet.grey;
  PageMarks marks{.shades = shades_in(grey)};
  lighten(grey, marks.shades);
  const int ink_from = ink_below(grey);
  marks.rulings = rulings_in(grey, ink_from, image.scale);
  erase(grey, marks.rulings.bits);
  PixPtr ink = made(pixThresholdToBinary(grey.get(), ink_from));
  const std::vector<Area> parts = parts_of(ink);
  if (parts.size() <= most_parts) {
    marks.boxes = tick_boxes_in(ink, parts, image.scale);
    erase(grey, marks.boxes);
    ink = made(pixThresholdToBinary(grey.get(), ink_from));
    const std::vector<Area> regions = regions_of(ink, marks.rulings.bits, image.scale);
    const int dpi = static_cast<int>(std::lround(image.scale * 72));
    marks.words = parts_->letters.words_in(grey, regions, dpi);
  }
  return page_with(marks, {image.width / image.scale, image.height / image.scale, image.scale,
                           sheet.turn, sheet.skew});
}

}  // namespace lagesbild
