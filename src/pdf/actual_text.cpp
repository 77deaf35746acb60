// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// /ActualText: the document says which letters a few glyphs stand for.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "pdf/glyph_collector.h"
#include "pdf/text_string.h"

namespace lagesbild {
namespace {

/// Glyphs on one baseline in one style, so that letters can be laid out between first and last.
bool on_one_line(const std::vector<Glyph>& glyphs, std::size_t begin) {
  const Glyph& first = glyphs[begin];
  const bool along_x = first.rotation == 0 || first.rotation == 180;
  return std::all_of(
      glyphs.begin() + static_cast<std::ptrdiff_t>(begin), glyphs.end(), [&](const Glyph& g) {
        const double drop = along_x ? g.box.y1 - first.box.y1 : g.box.x1 - first.box.x1;
        return g.rotation == first.rotation && std::abs(drop) < 0.5 * static_cast<double>(g.size);
      });
}

/// Share `i` of `n` of the box, in reading direction.
Box share_of(const Box& box, int rotation, std::size_t i, std::size_t n) {
  const double at = static_cast<double>(i) / static_cast<double>(n);
  const double to = static_cast<double>(i + 1) / static_cast<double>(n);
  switch (rotation) {
    case 90:
      return {box.x0, box.y0 + at * box.height(), box.x1, box.y0 + to * box.height()};
    case 180:
      return {box.x1 - to * box.width(), box.y0, box.x1 - at * box.width(), box.y1};
    case 270:
      return {box.x0, box.y1 - to * box.height(), box.x1, box.y1 - at * box.height()};
    default:
      return {box.x0 + at * box.width(), box.y0, box.x0 + to * box.width(), box.y1};
  }
}

std::size_t count_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) ++count;
  return count;
}

}  // namespace

void GlyphCollector::begin_actual_text(const std::string& pdf_string) {
  actual_begin_ = page_.glyphs.size();
  actual_text_ = utf8_of(pdf_string);
}

void GlyphCollector::end_actual_text() {
  const std::size_t begin = actual_begin_;
  actual_begin_ = none;
  std::vector<Glyph>& glyphs = page_.glyphs;
  if (begin >= glyphs.size() || actual_text_.empty() || !on_one_line(glyphs, begin)) return;
  const std::size_t drawn = glyphs.size() - begin;
  const std::size_t letters = count_of(actual_text_);
  if (letters > 4 * drawn + 8) return;  // it describes the glyphs rather than spells them
  for (std::size_t i = begin; i < glyphs.size(); ++i)
    if (glyphs[i].text_size == 0 && unmapped_ > 0) --unmapped_;
  Box all = glyphs[begin].box;
  for (std::size_t i = begin; i < glyphs.size(); ++i) all = united(all, glyphs[i].box);
  Glyph pattern = glyphs[begin];
  if (letters != drawn) glyphs.resize(begin + letters, pattern);
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters; ++i) {
    Glyph& glyph = glyphs[begin + i];
    const std::size_t size = code_point_at(actual_text_, at).size;
    if (letters != drawn) {
      glyph = pattern;
      glyph.box = share_of(all, pattern.rotation, i, letters);
    }
    glyph.text_begin = static_cast<std::uint32_t>(page_.text.size());
    glyph.text_size = static_cast<std::uint16_t>(size);
    page_.text += actual_text_.substr(at, size);
    at += size;
  }
}

}  // namespace lagesbild
