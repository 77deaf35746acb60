// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "legibility.h"

#include <algorithm>

#include "layout/words.h"
#include "text/fold.h"
#include "text/plausible.h"

namespace lagesbild {
namespace {

constexpr std::size_t few_letters = 8;      // a page number
constexpr std::size_t stamp_letters = 150;  // what a scanner or a registry prints over a scan
constexpr double picture_page = 0.6;        // of the page's area
constexpr double some_picture = 0.1;
constexpr std::size_t outlined_letters = 100;  // filled shapes
constexpr double most_unmapped = 0.25;         // of the visible letters

struct Counts {
  std::size_t visible = 0, unmapped = 0, invisible = 0;
};

Counts counts_of(const Page& page) {
  Counts counts;
  for (const Glyph& glyph : page.glyphs) {
    const std::string_view text = page.text_of(glyph);
    if (text == " " || text == "\u00a0") continue;
    if (glyph.invisible)
      ++counts.invisible;
    else
      ++(text.empty() ? counts.unmapped : counts.visible);
  }
  return counts;
}

/// Share of the page under images; strips of one scan add up.
double pictured(const Page& page) {
  double area = 0;
  for (const Image& image : page.images) area += image.box.width() * image.box.height();
  return area / std::max(1.0, page.width * page.height);
}

/// The text in the order it was drawn, a space wherever a word may end.
std::string text_as_drawn(const Page& page) {
  std::string text;
  const Glyph* before = nullptr;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.invisible) continue;
    const bool apart = before && (glyph.box.x0 - before->box.x1 > 0.12 * before->size ||
                                  glyph.box.x0 < before->box.x0);
    // Dots that lead to a page's number are no text.
    const bool leads = before && page.text_of(glyph) == "." && page.text_of(*before) == ".";
    before = &glyph;
    if (leads) text += ' ';
    if (leads) continue;
    if (apart) text += ' ';
    text += page.text_of(glyph);
  }
  return text;
}

/// Words whose middle lies in `box`, left to right.
std::string text_in(const Box& box, const std::vector<Word>& words, std::vector<bool>& used) {
  std::vector<std::size_t> inside;
  for (std::size_t w = 0; w < words.size(); ++w)
    if (box.holds(words[w].box.middle_x(), words[w].box.middle_y())) inside.push_back(w);
  std::ranges::sort(inside, {}, [&](std::size_t w) { return words[w].box.x0; });
  std::string text;
  for (const std::size_t w : inside) {
    text += words[w].text;
    used[w] = true;
  }
  return text;
}

/// Words of the invisible layer, on the page turned by `seen.skew`.
std::vector<Word> layer_words(const Page& page, const Page& seen) {
  Page layer = page;
  layer.fields.clear();
  std::erase_if(layer.glyphs, [](const Glyph& glyph) { return !glyph.invisible; });
  std::size_t hidden = 0;
  const PageFrame frame{page.number, page.width, page.height, 0, -seen.skew};
  std::vector<Word> words = words_of(layer, 0, {page.number, page.width, page.height}, hidden);
  for (Word& word : words) {
    const Box placed = as_displayed(word.box, frame);
    const double dx = placed.middle_x() - word.box.middle_x();
    const double dy = placed.middle_y() - word.box.middle_y();
    word.box = {word.box.x0 + dx, word.box.y0 + dy, word.box.x1 + dx, word.box.y1 + dy};
  }
  return words;
}

void put_text(Page& page, Glyph& glyph, std::string_view text) {
  glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
  glyph.text_size = static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), 1000));
  page.text += text.substr(0, glyph.text_size);
}

}  // namespace

Page compared(const Page& page, Page seen) {
  constexpr std::uint8_t agreed = 97, contested = 50, alone = 60;  // percent
  constexpr std::uint8_t surely_read = 85;
  const std::vector<Word> words = layer_words(page, seen);
  std::vector<bool> used(words.size(), false);
  for (Glyph& glyph : seen.glyphs) {
    const std::string theirs = text_in(glyph.box, words, used);
    if (theirs.empty()) continue;
    if (key(theirs) == key(seen.text_of(glyph))) {
      glyph.confidence = std::max(glyph.confidence, agreed);
    } else {
      if (glyph.confidence < surely_read) put_text(seen, glyph, theirs);
      glyph.confidence = std::min(glyph.confidence, contested);
    }
  }
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (used[w] || key(words[w].text).empty()) continue;
    Glyph glyph;
    glyph.box = words[w].box;
    glyph.size = static_cast<float>(words[w].size);
    glyph.confidence = alone;
    put_text(seen, glyph, words[w].text);
    seen.glyphs.push_back(glyph);
  }
  return seen;
}

TextLayer text_layer_of(const Page& page) {
  const Counts counts = counts_of(page);
  const double picture = pictured(page);
  const std::size_t mapped = counts.visible;
  if (picture >= picture_page && counts.invisible > few_letters &&
      mapped + counts.unmapped < stamp_letters)
    return TextLayer::recognised;
  const bool drawn = picture >= some_picture || page.shapes >= outlined_letters;
  if (mapped + counts.unmapped < few_letters)
    return drawn ? TextLayer::missing : TextLayer::nothing;
  if (picture >= picture_page && mapped < stamp_letters) return TextLayer::missing;
  if (static_cast<double>(counts.unmapped) >
      most_unmapped * static_cast<double>(mapped + counts.unmapped))
    return TextLayer::unusable;
  return garbled(text_as_drawn(page)) ? TextLayer::unusable : TextLayer::printed;
}

}  // namespace lagesbild
