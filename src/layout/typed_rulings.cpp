// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/typed_rulings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace lagesbild {
namespace {

constexpr std::size_t fewest_upright = 4;  // signs below each other; fewer stand in running text
constexpr std::size_t fewest_lines = 3;    // of signs, where they part rows

constexpr double next_line = 1.5;  // em between signs that make one ruling

constexpr std::array<std::string_view, 4> uprights = {"|", "│", "┃", "║"};
constexpr std::array<std::string_view, 8> levels = {"-", "=", "_", ":", "─", "━", "═", "¯"};

bool among(const auto& signs, std::string_view text) {
  return std::ranges::find(signs, text) != signs.end();
}

/// "+" and the corners and crossings of U+250C to U+256C.
bool is_crossing(std::string_view text) {
  if (text == "+") return true;
  if (text.size() != 3 || text[0] != '\xE2') return false;
  return (text[1] == '\x94' && text[2] >= '\x8C') || (text[1] == '\x95' && text[2] <= '\xAC');
}

struct Line {
  std::vector<std::size_t> glyphs;
  double top = 0, bottom = 0;
};

class Redrawing {
 public:
  explicit Redrawing(const Page& page) : page_(page) {
    std::map<long, Line> by_baseline;
    std::map<long, std::size_t> upright_at;
    for (std::size_t g = 0; g < page.glyphs.size(); ++g) {
      const Glyph& glyph = page.glyphs[g];
      if (glyph.rotation != 0 || glyph.invisible || text(g) == " ") continue;
      Line& line = by_baseline[std::lround(glyph.box.y1)];
      line.top = line.glyphs.empty() ? glyph.box.y0 : std::min(line.top, glyph.box.y0);
      line.bottom = std::max(line.bottom, glyph.box.y1);
      line.glyphs.push_back(g);
      if (among(uprights, text(g))) ++upright_at[place(g)];
    }
    for (const auto& [x, count] : upright_at)
      if (count >= fewest_upright) columns_.insert(x);
    for (auto& [y, line] : by_baseline) lines_.push_back(std::move(line));
  }

  std::optional<Page> page() {
    if (columns_.empty()) return std::nullopt;
    made_ = page_;
    for (const Line& line : lines_) redraw(line);
    if (levels_ < fewest_lines) part_rows();
    std::size_t g = 0;
    std::erase_if(made_.glyphs, [&](const Glyph&) { return dropped_.contains(g++); });
    return std::move(made_);
  }

 private:
  std::string_view text(std::size_t g) const { return page_.text_of(page_.glyphs[g]); }
  long place(std::size_t g) const { return std::lround(page_.glyphs[g].box.middle_x()); }

  void redraw(const Line& line) {
    const auto draws = [this](std::size_t g) {
      return among(uprights, text(g)) || among(levels, text(g)) || is_crossing(text(g));
    };
    const bool level = line.glyphs.size() >= 3 && std::ranges::all_of(line.glyphs, draws);
    const double middle = (line.top + line.bottom) / 2;
    bool barred = false;
    for (const std::size_t g : line.glyphs) {
      const bool upright = among(uprights, text(g)) && (level || columns_.contains(place(g)));
      if (level && (upright || is_crossing(text(g)))) add_upright(g, middle, middle);
      if (upright && !level) add_upright(g, line.top, line.bottom);
      if (upright || level) dropped_.insert(g);
      barred |= upright;
    }
    if (level) {
      ++levels_;
      add_level(line, middle);
    } else if (barred) {
      barred_.push_back(&line);
    }
  }

  /// A piece of an upright ruling, from the end of the one above where that is near.
  void add_upright(std::size_t g, double top, double bottom) {
    const Glyph& glyph = page_.glyphs[g];
    const auto above = ends_.find(place(g));
    if (above != ends_.end() && top - above->second < next_line * static_cast<double>(glyph.size))
      top = std::min(top, above->second);
    ends_[place(g)] = bottom;
    const double x = glyph.box.middle_x();
    made_.rulings.push_back({.x0 = x, .y0 = top, .x1 = x, .y1 = bottom});
  }

  void add_level(const Line& line, double y) {
    double left = page_.width, right = 0;
    for (const std::size_t g : line.glyphs) {
      left = std::min(left, page_.glyphs[g].box.x0);
      right = std::max(right, page_.glyphs[g].box.x1);
    }
    made_.rulings.push_back({.x0 = left, .y0 = y, .x1 = right, .y1 = y});
  }

  /// Whether something stands in the line's first cell.
  bool begins_row(const Line& line) const {
    const double first = static_cast<double>(*columns_.begin());
    double edge = page_.width;  // the second upright sign, or the first where text stands before it
    for (const std::size_t g : line.glyphs) {
      const double x = page_.glyphs[g].box.middle_x();
      if (dropped_.contains(g) && x > first + 1) edge = std::min(edge, x);
    }
    return std::ranges::any_of(line.glyphs, [&](std::size_t g) {
      return !dropped_.contains(g) && page_.glyphs[g].box.middle_x() < edge;
    });
  }

  void part_rows() {
    for (const Line* line : barred_)
      if (begins_row(*line)) add_level(*line, line->top - 1);
    if (!barred_.empty()) add_level(*barred_.back(), barred_.back()->bottom + 1);
  }

  const Page& page_;
  Page made_;
  std::vector<Line> lines_;
  std::set<long> columns_;       ///< x of upright signs below each other
  std::map<long, double> ends_;  ///< y where the upright ruling at an x ends so far
  std::set<std::size_t> dropped_;
  std::vector<const Line*> barred_;  ///< lines that upright signs part
  std::size_t levels_ = 0;
};

}  // namespace

std::optional<Page> with_typed_rulings(const Page& page) {
  const bool any = std::ranges::any_of(
      page.glyphs, [&](const Glyph& glyph) { return among(uprights, page.text_of(glyph)); });
  if (!any) return std::nullopt;
  return Redrawing(page).page();
}

}  // namespace lagesbild
