// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/page_columns.h"

#include <algorithm>

#include "layout/gutters.h"

namespace lagesbild {
namespace {

constexpr double most_of_it = 0.3;  // of the lower table's height that the two share
constexpr double near_table = 4;    // line heights between lines that head a table

bool stand_side_by_side(const Table& left, const Table& right) {
  const auto is_form = [](const Table& table) {
    return table.basis != Table::Basis::position && table.column_edges.size() > 2 &&
           table.row_edges.size() > 3;
  };
  const double height = std::min(left.box.height(), right.box.height());
  const double both = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0);
  return is_form(left) && is_form(right) && left.box.x1 <= right.box.x0 &&
         both > most_of_it * height;
}

/// Whether the line lies on both sides of x and leaves it free.
bool is_parted(const Line& line, double x, const std::vector<Word>& words) {
  return line.box.x0 < x && line.box.x1 > x && !crosses(words, line, x);
}

}  // namespace

std::optional<PageColumns> page_columns(const std::vector<Table>& tables,
                                        const std::vector<Line>& lines,
                                        const std::vector<Word>& words) {
  std::optional<PageColumns> found;
  for (const Table& left : tables) {
    for (const Table& right : tables) {
      if (!stand_side_by_side(left, right)) continue;
      const double x = found ? found->x : (left.box.x1 + right.box.x0) / 2;
      if (left.box.x1 > x || right.box.x0 < x) continue;
      const Box both = united(left.box, right.box);
      found = PageColumns{x, found ? std::min(found->top, both.y0) : both.y0,
                          found ? std::max(found->bottom, both.y1) : both.y1};
    }
  }
  if (!found) return found;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (line->box.y0 >= found->top) continue;
    const bool across = line->box.x0 < found->x && line->box.x1 > found->x;
    if ((across && !is_parted(*line, found->x, words)) ||
        found->top - line->box.y1 > near_table * line->box.height())
      break;
    found->top = line->box.y0;
  }
  return found;
}

std::vector<Line> cut_at(const PageColumns& columns, std::vector<Line> lines,
                         const std::vector<Word>& words) {
  std::vector<Line> cut;
  for (Line& line : lines) {
    if (line.box.y0 < columns.top || line.box.y0 > columns.bottom ||
        !is_parted(line, columns.x, words)) {
      cut.push_back(std::move(line));
      continue;
    }
    for (const bool right : {false, true}) {
      Line part{.page = line.page};
      for (const std::size_t w : line.words) {
        if ((words[w].box.middle_x() > columns.x) != right) continue;
        part.box = part.words.empty() ? words[w].box : united(part.box, words[w].box);
        part.words.push_back(w);
      }
      cut.push_back(std::move(part));
    }
  }
  return cut;
}

}  // namespace lagesbild
