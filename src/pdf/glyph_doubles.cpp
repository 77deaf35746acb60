// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bold made by hand: the same letters drawn again, a little aside. A letter, a word or a whole line
// may come again; the second time it follows the first glyph by glyph. Only where a word or a
// string starts must we search, and there a table of places tells which other one started nearby.
#include <algorithm>
#include <cmath>

#include "pdf/glyph_collector.h"

namespace lagesbild {
namespace {

constexpr double most_aside_em = 0.2;  // made-up bold is 0.02 to 0.1 em wide
constexpr double most_aside = 2.0;     // points; half a cell of the table
constexpr double seen_aside = 0.05;    // points; less than this does not make letters bolder
constexpr double cell = 4.0;           // points

std::size_t slot_of(long column, long row) {
  return static_cast<std::size_t>(column * 7919 + row * 257) % recent_slots;
}

long cell_at(double v) { return static_cast<long>(v / cell); }

/// The cell on the other side of the nearest border.
long neighbour_of(double v) {
  const double at = v / cell;
  const long here = static_cast<long>(at);
  return at - static_cast<double>(here) < 0.5 ? here - 1 : here + 1;
}

}  // namespace

bool GlyphCollector::doubles(const Glyph& first, const Glyph& second) const {
  const double aside =
      std::max(std::abs(first.box.x0 - second.box.x0), std::abs(first.box.y0 - second.box.y0));
  const double length = style_.along_x ? second.box.width() : second.box.height();
  const double limit =
      std::min({most_aside, most_aside_em * static_cast<double>(second.size), length / 2});
  return aside <= std::max(limit, seen_aside) && first.text_size == second.text_size &&
         first.rotation == second.rotation && std::abs(first.size - second.size) < 0.2F &&
         std::abs(first.box.width() - second.box.width()) < 0.5 &&
         page_.text_of(first) == page_.text_of(second);
}

std::size_t GlyphCollector::near_double(const Glyph& glyph) {
  const long columns[] = {cell_at(glyph.box.x0), neighbour_of(glyph.box.x0)};
  const long rows[] = {cell_at(glyph.box.y0), neighbour_of(glyph.box.y0)};
  for (const long column : columns)
    for (const long row : rows) {
      const std::size_t newest = recent_[slot_of(column, row)];
      if (newest > page_.glyphs.size()) continue;
      for (std::size_t back = 1; back <= 3 && back <= newest; ++back)
        if (doubles(page_.glyphs[newest - back], glyph)) return newest - back;
    }
  recent_[slot_of(columns[0], rows[0])] = static_cast<std::uint32_t>(page_.glyphs.size() + 1);
  return none;
}

std::size_t GlyphCollector::double_of(const Glyph& glyph) {
  if (page_.glyphs.empty()) return near_double(glyph);
  if (last_double_ != none) {
    const std::size_t next = last_double_ + 1;
    if (next < page_.glyphs.size() && doubles(page_.glyphs[next], glyph)) return next;
    return near_double(glyph);
  }
  if (page_.text_of(page_.glyphs.back()) == " ") return near_double(glyph);
  const double gap = style_.along_x ? std::abs(glyph.box.x0 - last_box_.x1)
                                    : std::abs(glyph.box.y0 - last_box_.y1);
  const double drop = style_.along_x ? std::abs(glyph.box.y0 - last_box_.y0)
                                     : std::abs(glyph.box.x0 - last_box_.x0);
  const bool goes_on = gap < 0.5 && drop < 0.5 && last_box_.width() > 0;
  return goes_on ? none : near_double(glyph);
}

/// The visible one of the two stays; two visible ones aside of each other are bold.
void GlyphCollector::merge_double(std::size_t first, const Glyph& second) {
  Glyph& kept = page_.glyphs[first];
  const double aside =
      std::max(std::abs(kept.box.x0 - second.box.x0), std::abs(kept.box.y0 - second.box.y0));
  if (!second.invisible) {
    kept.bold = second.bold || (!kept.invisible && (kept.bold || aside > seen_aside));
    kept.color = second.color;
    kept.invisible = false;
  }
  last_double_ = first;
  last_box_ = second.box;
}

}  // namespace lagesbild
