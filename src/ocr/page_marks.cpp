// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/page_marks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lagesbild {
namespace {

// Shares of the font size, as most fonts for running text have them.
constexpr double x_height = 0.5, ascent = 0.75, descent = 0.2;
constexpr double least_gap = 0.3;     // between words: Tesseract's boxes reach into the space
constexpr double usual_spread = 1.3;  // a line's measured size is no nearer to the truth than that

/// Pixels of the upright picture to points of the page as displayed, but for its skew.
Box on_page(const ScannedSheet& sheet, double x0, double y0, double x1, double y1) {
  const Box box{x0 / sheet.scale, y0 / sheet.scale, x1 / sheet.scale, y1 / sheet.scale};
  switch (sheet.turn) {
    case 90:
      return {box.y0, sheet.height - box.x1, box.y1, sheet.height - box.x0};
    case 180:
      return {sheet.width - box.x1, sheet.height - box.y1, sheet.width - box.x0,
              sheet.height - box.y0};
    case 270:
      return {sheet.width - box.y1, box.x0, sheet.width - box.y0, box.x1};
    default:
      return box;
  }
}

Box on_page(const ScannedSheet& sheet, const PixelArea& area) {
  return on_page(sheet, area.x, area.y, area.right(), area.bottom());
}

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

void add_glyph(Page& page, const ScannedSheet& sheet, const Box& box, std::string_view text,
               double size, double confidence) {
  Glyph glyph;
  glyph.box = box;
  glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
  glyph.text_size = static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), 1000));
  glyph.rotation = static_cast<std::int16_t>((360 - sheet.turn) % 360);
  glyph.size = static_cast<float>(size);
  glyph.confidence = static_cast<std::uint8_t>(std::clamp(confidence, 0.0, 100.0));
  page.text += text.substr(0, glyph.text_size);
  page.glyphs.push_back(glyph);
}

/// The word's left and right side with room before its neighbour on the line.
std::pair<double, double> sides_of(const std::vector<ReadWord>& words, std::size_t at,
                                   double size) {
  const auto lacks = [&](std::size_t a, std::size_t b) {
    const double gap = words[b].area.x - words[a].area.right();
    const bool neighbours = std::abs(words[a].baseline - words[b].baseline) < size / 4;
    return neighbours && gap > -size ? std::max(0.0, least_gap * size - gap) / 2 : 0.0;
  };
  double left = words[at].area.x, right = words[at].area.right();
  if (at > 0 && words[at].area.x > words[at - 1].area.x) left += lacks(at - 1, at);
  if (at + 1 < words.size() && words[at + 1].area.x > words[at].area.x) right -= lacks(at, at + 1);
  if (left < right) return {left, right};
  return {words[at].area.x, words[at].area.right()};
}

void add_words(Page& page, const ScannedSheet& sheet, const std::vector<ReadWord>& words) {
  std::vector<double> sizes;
  sizes.reserve(words.size());
  for (const ReadWord& word : words) sizes.push_back(word.letter_height / x_height);
  const double usual = middle_of(std::move(sizes));
  for (std::size_t at = 0; at < words.size(); ++at) {
    const ReadWord& word = words[at];
    double size = word.letter_height / x_height;
    if (size > usual / usual_spread && size < usual * usual_spread) size = usual;
    const double top = word.baseline - ascent * size, bottom = word.baseline + descent * size;
    const auto [left, right] = sides_of(words, at, size);
    add_glyph(page, sheet, on_page(sheet, left, top, right, bottom), word.text, size / sheet.scale,
              word.confidence);
  }
}

void add_boxes(Page& page, const ScannedSheet& sheet, const std::vector<TickBox>& boxes) {
  for (const TickBox& box : boxes) {
    const bool unclear = box.state == TickBox::State::unclear;
    add_glyph(page, sheet, on_page(sheet, box.area),
              box.state == TickBox::State::ticked ? "\u2612" : "\u2610",
              box.area.height / sheet.scale, unclear ? 0 : 100);
  }
}

void add_ruling(Page& page, const ScannedSheet& sheet, const PixelArea& area, bool level) {
  const Box box = level ? on_page(sheet, area.x, area.y + area.height / 2.0, area.right(),
                                  area.y + area.height / 2.0)
                        : on_page(sheet, area.x + area.width / 2.0, area.y,
                                  area.x + area.width / 2.0, area.bottom());
  page.rulings.push_back(
      {box.x0, box.y0, box.x1, box.y1, std::min(area.width, area.height) / sheet.scale, 0, false});
}

}  // namespace

Page page_with(const PageMarks& marks, const ScannedSheet& sheet) {
  Page page;
  page.width = sheet.width;
  page.height = sheet.height;
  page.skew = sheet.skew;
  add_words(page, sheet, marks.words);
  add_boxes(page, sheet, marks.boxes);
  for (const PixelArea& line : marks.rulings.horizontal) add_ruling(page, sheet, line, true);
  for (const PixelArea& line : marks.rulings.vertical) add_ruling(page, sheet, line, false);
  for (const Shade& shade : marks.shades) {
    const auto grey = static_cast<std::uint32_t>(std::clamp(shade.grey, 0, 255));
    page.shadings.push_back({on_page(sheet, shade.area), grey << 16 | grey << 8 | grey});
  }
  return page;
}

}  // namespace lagesbild
