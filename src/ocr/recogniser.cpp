// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Picture ─upright─▶ ─lighten shades─▶ ─take rulings and boxes out─▶ regions ─letters─▶ words ─▶
// Page
#include "ocr/recogniser.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>

#include "ocr/letters.h"
#include "ocr/page_marks.h"
#include "ocr/regions.h"
#include "ocr/rulings.h"
#include "ocr/shades.h"
#include "ocr/tick_boxes.h"
#include "ocr/upright.h"

namespace lagesbild {
namespace {

constexpr int least_side = 40;              // pixels; Leptonica makes nothing of halves of less
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

/// A picture, turned, with what was found in it so far.
struct Look {
  Upright sheet;
  PageMarks marks;
  std::vector<PixelArea> regions;  ///< the largest first
  std::size_t read = 0;            ///< how many of them

  /// Mean confidence of the letters read; 0 where there are too few to judge.
  double sureness() const {
    constexpr std::size_t few = 20;  // letters
    double sum = 0;
    std::size_t letters = 0;
    for (const ReadWord& word : marks.words) {
      sum += word.confidence * static_cast<double>(word.text.size());
      letters += word.text.size();
    }
    return letters < few ? 0 : sum / static_cast<double>(letters);
  }
};

Look look_at(const PixPtr& picture, int turn, double scale) {
  Look look{.sheet = upright(picture, turn)};
  const PixPtr& grey = look.sheet.grey;
  PageMarks& marks = look.marks;
  marks.shades = shades_in(grey);
  lighten(grey, marks.shades);
  const int ink_from = ink_below(grey);
  marks.rulings = rulings_in(grey, ink_from, scale);
  erase(grey, marks.rulings.bits);
  PixPtr ink = made(pixThresholdToBinary(grey.get(), ink_from));
  const std::vector<PixelArea> parts = parts_of(ink);
  if (parts.size() > most_parts) return look;
  marks.boxes = tick_boxes_in(ink, parts, scale);
  erase(grey, marks.boxes);
  ink = made(pixThresholdToBinary(grey.get(), ink_from));
  look.regions = regions_of(ink, marks.rulings.bits, scale);
  std::ranges::stable_sort(look.regions, std::greater{}, [](const PixelArea& area) {
    return static_cast<long>(area.width) * area.height;
  });
  return look;
}

/// A region in which no letters were found: a dash alone, dirt, or something that stays unread.
std::optional<ReadWord> wordless(const PixelArea& area, double pixels_a_point) {
  constexpr double thickest = 2.2, shortest = 2.5, longest = 16;  // points, of a dash
  constexpr double lowest = 4, highest = 16;                      // points, of a line of letters
  const double width = area.width / pixels_a_point, height = area.height / pixels_a_point;
  ReadWord word{.area = area,
                .baseline = area.y + area.height / 2.0 + 3 * pixels_a_point,
                .letter_height = 5 * pixels_a_point};
  if (height < thickest && width > std::max(shortest, 2.5 * height) && width < longest) {
    word.text = "\u2013";
    word.confidence = 90;
    return word;
  }
  if (width < lowest || height < lowest || height > highest) return std::nullopt;
  return word;
}

/// Looks once more at what begins a line and is read unsurely: an area's number, taken for letters.
void reread_numbers(std::vector<ReadWord>& words, Letters& letters) {
  constexpr double surely_read = 88;  // percent
  constexpr std::size_t longest = 6;  // bytes
  for (std::size_t w = 0; w < words.size(); ++w) {
    ReadWord& word = words[w];
    const bool begins = w == 0 || words[w - 1].area.x >= word.area.x;
    if (!begins || word.confidence > surely_read || word.text.size() > longest) continue;
    const std::optional<ReadWord> number = letters.number_in(word.area);
    if (number) word.text = number->text;
  }
}

/// Reads on until `words` are there.
void read(Look& look, Letters& letters, double pixels_a_point, std::size_t words) {
  letters.look_at(look.sheet.grey, static_cast<int>(std::lround(pixels_a_point * 72)));
  while (look.read < look.regions.size() && look.marks.words.size() < words) {
    const PixelArea& region = look.regions[look.read++];
    std::vector<ReadWord> found = letters.words_in(region);
    if (found.empty())
      if (auto word = wordless(region, pixels_a_point)) found.push_back(*std::move(word));
    reread_numbers(found, letters);
    std::ranges::move(found, std::back_inserter(look.marks.words));
  }
}

/// A page that was scanned sideways or on its head shows by how unsure its letters are; which way
/// is likely shows before.
Look best_look(const PixPtr& picture, double scale, Letters& letters) {
  constexpr std::size_t taste = 30;  // words
  constexpr double sure = 60;        // percent; a bad copy the right way up has 75, a turned one 30
  Look best;
  for (const int turn : likely_turns(picture)) {
    Look look = look_at(picture, turn, scale);
    read(look, letters, scale, taste);
    if (!best.sheet.grey || look.sureness() > best.sureness()) best = std::move(look);
    if (best.sureness() >= sure) break;
  }
  return best;
}

}  // namespace

struct Recogniser::Parts {
  Letters letters;
};

Result<Recogniser> Recogniser::opened(const std::string& file) {
  Result<Letters> letters = Letters::opened(file);
  if (!letters) return letters.problem();
  return Recogniser(std::make_shared<Parts>(Parts{*std::move(letters)}));
}

Page Recogniser::page_of(const GreyImage& image) const {
  const double scale = image.scale;
  const ScannedSheet sheet{image.width / scale, image.height / scale, scale};
  if (std::min(image.width, image.height) < least_side) return page_with({}, sheet);
  Look look = best_look(pix_of(image), scale, parts_->letters);
  read(look, parts_->letters, scale, look.marks.words.max_size());
  return page_with(look.marks,
                   {sheet.width, sheet.height, scale, look.sheet.turn, look.sheet.skew});
}

}  // namespace lagesbild
