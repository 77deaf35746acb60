// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/gutters.h"
#include "layout/lines.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_rows = 500, most_columns = 60;  // beyond, a drawing
constexpr double parts = 0.6;        // share of a square's side an edge must cover to part it
constexpr double close_below = 0.8;  // em between a row and what still belongs to it
constexpr double same_width = 0.85;  // of the longer of two horizontal edges

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool touch(const Edge& horizontal, const Edge& vertical) {
  return vertical.at >= horizontal.from - snap && vertical.at <= horizontal.to + snap &&
         horizontal.at >= vertical.from - snap && horizontal.at <= vertical.to + snap;
}

bool as_wide(const Edge& a, const Edge& b) {
  const double longer = std::max(a.to - a.from, b.to - b.from);
  return shared(a.from, a.to, b.from, b.to) > same_width * longer;
}

std::vector<Edges> components(const Edges& edges) {
  const std::size_t count = edges.horizontal.size();
  Groups groups(count + edges.vertical.size());
  std::vector<bool> joined(count, false);
  for (std::size_t h = 0; h < count; ++h) {
    for (std::size_t v = 0; v < edges.vertical.size(); ++v) {
      if (!touch(edges.horizontal[h], edges.vertical[v])) continue;
      groups.join(h, count + v);
      joined[h] = true;
    }
  }
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count && !joined[a]; ++b) {
      if (!joined[b] && as_wide(edges.horizontal[a], edges.horizontal[b])) groups.join(a, b);
    }
  }
  std::vector<Edges> found(count + edges.vertical.size());
  for (std::size_t h = 0; h < count; ++h)
    found[groups.of(h)].horizontal.push_back(edges.horizontal[h]);
  for (std::size_t v = 0; v < edges.vertical.size(); ++v)
    found[groups.of(count + v)].vertical.push_back(edges.vertical[v]);
  std::erase_if(found, [](const Edges& e) { return e.horizontal.size() + e.vertical.size() < 3; });
  return found;
}

/// Distinct positions of `edges`, with the ends of the crossing ones where no edge closes the grid.
std::vector<double> positions(const std::vector<Edge>& edges, const std::vector<Edge>& crossing) {
  std::vector<double> at;
  at.reserve(edges.size());
  for (const Edge& edge : edges) at.push_back(edge.at);
  if (!crossing.empty()) {
    const double low = std::ranges::min(crossing, {}, &Edge::from).from;
    const double high = std::ranges::max(crossing, {}, &Edge::to).to;
    const auto known = [&](double x) {
      return std::ranges::any_of(edges,
                                 [&](const Edge& e) { return std::abs(e.at - x) <= 2 * snap; });
    };
    if (!known(low)) at.push_back(low);
    if (!known(high)) at.push_back(high);
  }
  std::ranges::sort(at);
  std::vector<double> distinct;
  for (const double x : at)
    if (distinct.empty() || x - distinct.back() > snap) distinct.push_back(x);
  return distinct;
}

bool covered(const std::vector<Edge>& edges, double at, double from, double to) {
  double length = 0;
  for (const Edge& edge : edges)
    if (std::abs(edge.at - at) <= snap)
      length += std::max(0.0, shared(edge.from, edge.to, from, to));
  return length >= parts * (to - from);
}

void add_cells(Table& table, const Edges& edges) {
  const std::size_t rows = table.row_edges.size() - 1, columns = table.column_edges.size() - 1;
  const auto& xs = table.column_edges;
  const auto& ys = table.row_edges;
  Groups groups(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (c + 1 < columns && !covered(edges.vertical, xs[c + 1], ys[r], ys[r + 1]))
        groups.join(r * columns + c, r * columns + c + 1);
      if (r + 1 < rows && !covered(edges.horizontal, ys[r + 1], xs[c], xs[c + 1]))
        groups.join(r * columns + c, (r + 1) * columns + c);
    }
  }
  std::vector<std::size_t> cell_of(rows * columns, Block::none);
  for (std::size_t square = 0; square < rows * columns; ++square) {
    const std::size_t r = square / columns, c = square % columns, group = groups.of(square);
    if (cell_of[group] == Block::none) {
      cell_of[group] = table.cells.size();
      table.cells.push_back({{}, r, r, c, c, {}});
    }
    Cell& cell = table.cells[cell_of[group]];
    cell.last_row = std::max(cell.last_row, r);
    cell.first_column = std::min(cell.first_column, c);
    cell.last_column = std::max(cell.last_column, c);
  }
  for (Cell& cell : table.cells)
    cell.box = {xs[cell.first_column], ys[cell.first_row], xs[cell.last_column + 1],
                ys[cell.last_row + 1]};
}

Table table_of(const Edges& edges, std::size_t page, Table::Basis basis) {
  Table table{.basis = basis, .page = page};
  table.column_edges = positions(edges.vertical, edges.horizontal);
  table.row_edges = positions(edges.horizontal, edges.vertical);
  const bool sane = table.column_edges.size() >= 2 && table.column_edges.size() <= most_columns &&
                    table.row_edges.size() >= 2 && table.row_edges.size() <= most_rows;
  if (!sane) return table;
  table.box = {table.column_edges.front(), table.row_edges.front(), table.column_edges.back(),
               table.row_edges.back()};
  add_cells(table, edges);
  return table;
}

bool inside(const Box& inner, const Box& outer) {
  return inner.x0 >= outer.x0 - snap && inner.x1 <= outer.x1 + snap &&
         inner.y0 >= outer.y0 - snap && inner.y1 <= outer.y1 + snap;
}

/// Of a table within another's cell the one that has columns stays; else the outer one.
void drop_nested(std::vector<Table>& tables) {
  std::vector<bool> dropped(tables.size(), false);
  for (std::size_t a = 0; a < tables.size(); ++a) {
    for (std::size_t b = 0; b < tables.size(); ++b) {
      if (a == b || dropped[a] || dropped[b] || !inside(tables[a].box, tables[b].box)) continue;
      const bool keep_inner =
          tables[b].column_edges.size() == 2 && tables[a].column_edges.size() > 2;
      dropped[keep_inner ? b : a] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(tables, [&](const Table&) { return dropped[at++]; });
}

bool has_wide_gap(const std::vector<Word>& words, const Line& line) {
  constexpr double wide = 2;  // em
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const Word &left = words[line.words[i - 1]], &right = words[line.words[i]];
    if (right.box.x0 - left.box.x1 > wide * left.size) return true;
  }
  return false;
}

/// Where every second row is shaded the last one may lie below the last shading: how far down it
/// reaches, its lines close below and within the columns. The bottom of `box` where none does.
double end_of_row_below(const std::vector<Word>& words, const Box& box,
                        const std::vector<std::vector<Box>>& stacks) {
  std::vector<std::size_t> below;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!words[i].apart && words[i].box.middle_y() > box.y1) below.push_back(i);
  double reach = box.y1;
  bool on_both_sides = false;
  for (const Line& line : lines_of(words, std::move(below))) {
    if (line.box.y0 > reach + close_below * words[line.words.front()].size) break;
    const bool keeps = line.box.x0 > box.x0 - snap && line.box.x1 < box.x1 + snap &&
                       std::ranges::none_of(stacks, [&](const auto& stack) {
                         return crosses(words, line, stack.front().x0);
                       });
    if (!keeps) break;
    reach = line.box.y1;
    on_both_sides |=
        has_wide_gap(words, line) || std::ranges::any_of(stacks, [&](const auto& stack) {
          return line.box.x0 < stack.front().x0 && line.box.x1 > stack.front().x0;
        });
  }
  return on_both_sides ? reach : box.y1;
}

/// Whether text runs across the left edge of the box: what is shaded are words of it, or marks at
/// its end, and no table.
bool runs_across(const std::vector<Word>& words, const Box& box) {
  constexpr std::ptrdiff_t lines = 2;  // one may stick out
  std::vector<std::size_t> beside;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!words[i].apart && words[i].box.middle_y() > box.y0 && words[i].box.middle_y() < box.y1)
      beside.push_back(i);
  return std::ranges::count_if(lines_of(words, std::move(beside)), [&](const Line& line) {
           return line.box.x0 < box.x0 && crosses(words, line, box.x0);
         }) >= lines;
}

}  // namespace

std::vector<Table> ruled_tables(const Edges& edges, std::size_t page) {
  std::vector<Table> tables;
  for (const Edges& component : components(edges)) {
    Table table = table_of(component, page, Table::Basis::ruled);
    if (table.cells.size() > 1) tables.push_back(std::move(table));
  }
  drop_nested(tables);
  return tables;
}

std::vector<Table> shaded_tables(const std::vector<Box>& areas, const std::vector<Word>& words,
                                 std::size_t page) {
  // Stacks: areas of the same left and right.
  std::vector<std::vector<Box>> stacks;
  for (const Box& area : areas) {
    const auto stack = std::ranges::find_if(stacks, [&](const auto& s) {
      return std::abs(s.front().x0 - area.x0) <= snap && std::abs(s.front().x1 - area.x1) <= snap;
    });
    if (stack == stacks.end())
      stacks.push_back({area});
    else
      stack->push_back(area);
  }
  std::erase_if(stacks, [](const auto& stack) { return stack.size() < 2; });
  if (stacks.empty()) return {};

  Box box = stacks.front().front();
  for (const auto& stack : stacks)
    for (const Box& area : stack) box = united(box, area);
  const auto is_beside = [&](const Word& word) {
    return word.box.middle_y() > box.y0 && word.box.middle_y() < box.y1;
  };
  // Shaded comments beside labels, or a form's fields: columns, but no table of their own.
  const bool labelled = std::ranges::any_of(
      words, [&](const Word& word) { return is_beside(word) && word.box.x1 < box.x0; });
  if (stacks.size() == 1 && labelled) return {};
  if (runs_across(words, box)) return {};
  double right = box.x1;
  for (const Word& word : words)
    if (is_beside(word)) right = std::max(right, word.box.x1);
  const bool labels_only = right > box.x1 + 4 * snap;
  double bottom = box.y1;
  if (labels_only) {  // the last label's row ends where its comment does
    double reach = bottom;
    std::vector<Word> below;
    for (const Word& word : words)
      if (word.box.x0 >= box.x1 - snap && word.box.y0 > box.y0) below.push_back(word);
    std::ranges::sort(below, {}, [](const Word& w) { return w.box.y0; });
    for (const Word& word : below)
      if (word.box.y0 < reach + close_below * word.size) reach = std::max(reach, word.box.y1);
    bottom = reach;
  }

  else {
    bottom = end_of_row_below(words, box, stacks);
  }

  Edges edges;
  for (const auto& stack : stacks) {
    for (const Box& area : stack) {
      edges.horizontal.push_back({area.y0, box.x0, right});
      if (!labels_only) edges.horizontal.push_back({area.y1, box.x0, right});
    }
    edges.vertical.push_back({stack.front().x0, box.y0, bottom});
    edges.vertical.push_back({stack.front().x1, box.y0, bottom});
  }
  edges.horizontal.push_back({bottom, box.x0, right});
  edges.horizontal = merged(std::move(edges.horizontal));
  edges.vertical = merged(std::move(edges.vertical));
  Table table = table_of(edges, page, Table::Basis::shaded);
  if (table.cells.size() < 2) return {};
  return {std::move(table)};
}

Cell* cell_at(Table& table, double x, double y) {
  if (!table.box.holds(x, y)) return nullptr;
  for (Cell& cell : table.cells)
    if (cell.box.holds(x, y)) return &cell;
  return nullptr;
}

}  // namespace lagesbild
