// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_of.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "layout/edges.h"
#include "layout/grid.h"
#include "layout/gutters.h"
#include "layout/lines.h"
#include "layout/page_columns.h"
#include "layout/running.h"
#include "layout/squeezed_lines.h"
#include "layout/typed_rulings.h"
#include "layout/words.h"

namespace lagesbild {
namespace {

using Chosen = std::vector<std::size_t>;

/// What one page needs until its blocks are made.
struct PageWork {
  std::size_t page = 0;
  std::vector<Table> tables;
  Chosen free;              ///< words outside of all tables
  std::vector<Line> lines;  ///< the free words' lines
};

void place_words(Layout& layout, Table& table, Chosen& free) {
  std::vector<Chosen> of_cell(table.cells.size());
  const auto place = [&](bool turned) {
    Chosen outside;
    for (const std::size_t i : free) {
      const Word& word = layout.words[i];
      const bool now = turned ? word.turn != 0 : !word.apart;
      const Cell* cell = now ? cell_at(table, word.box.middle_x(), word.box.middle_y()) : nullptr;
      Chosen* chosen =
          cell ? &of_cell[static_cast<std::size_t>(cell - table.cells.data())] : nullptr;
      // A cell holds turned words where it has no others.
      if (chosen && (chosen->empty() || layout.words[chosen->front()].turn == word.turn))
        chosen->push_back(i);
      else
        outside.push_back(i);
    }
    free = std::move(outside);
  };
  place(false);
  place(true);
  for (std::size_t c = 0; c < table.cells.size(); ++c)
    table.cells[c].lines = lines_of(layout.words, std::move(of_cell[c]));
}

/// Gutters of the whole document: each place once, and no more than a form could have.
void remember(std::vector<double>& known, const std::vector<double>& gutters) {
  constexpr std::size_t most = 32;
  for (const double x : gutters) {
    const auto near = [&](double k) { return std::abs(k - x) <= snap; };
    if (known.size() < most && std::ranges::none_of(known, near)) known.push_back(x);
  }
}

bool has_words(const Table& table) {
  return std::ranges::count_if(table.cells, [](const Cell& cell) { return !cell.lines.empty(); }) >
         1;
}

/// Cells of a table without columns, cut where its words leave a gutter free. Spanning lines stay
/// whole.
void cut_at_gutters(const Layout& layout, Table& table, std::vector<double>& known) {
  if (table.column_edges.size() != 2) return;
  std::vector<Line> lines;
  for (const Cell& cell : table.cells)
    lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
  const std::vector<Columns> found = columns_of(layout.words, lines, known);
  if (found.empty()) return;
  const std::vector<double> gutters =
      std::ranges::max(found, {}, [](const Columns& c) { return c.last - c.first; }).gutters;
  remember(known, gutters);
  table.column_edges.insert(std::prev(table.column_edges.end()), gutters.begin(), gutters.end());
  const std::size_t columns = table.column_edges.size() - 1;

  std::vector<Cell> cells;
  for (Cell& cell : table.cells) {
    const bool spans = std::ranges::any_of(cell.lines, [&](const Line& line) {
      return std::ranges::any_of(gutters, [&](double x) { return crosses(layout.words, line, x); });
    });
    if (spans) {
      cell.last_column = columns - 1;
      cells.push_back(std::move(cell));
      continue;
    }
    for (std::size_t c = 0; c < columns; ++c) {
      Cell part{{table.column_edges[c], cell.box.y0, table.column_edges[c + 1], cell.box.y1},
                cell.first_row,
                cell.last_row,
                c,
                c,
                {}};
      Chosen chosen;
      for (const Line& line : cell.lines)
        for (const std::size_t i : line.words)
          if (part.box.x0 <= layout.words[i].box.middle_x() &&
              layout.words[i].box.middle_x() < part.box.x1)
            chosen.push_back(i);
      part.lines = lines_of(layout.words, std::move(chosen));
      cells.push_back(std::move(part));
    }
  }
  table.cells = std::move(cells);
}

/// A row of a table by position: lines that keep to the columns, or one spanning line.
struct Band {
  std::size_t first, last;
  bool spans;
};

std::vector<Band> bands_of(const Layout& layout, const std::vector<Line>& lines,
                           const Columns& columns) {
  std::vector<Band> bands;
  for (std::size_t l = columns.first; l <= columns.last; ++l) {
    const bool spans = std::ranges::any_of(
        columns.gutters, [&](double x) { return crosses(layout.words, lines[l], x); });
    if (!bands.empty() && !spans && !bands.back().spans)
      bands.back().last = l;
    else
      bands.push_back({l, l, spans});
  }
  return bands;
}

Table table_by_position(const Layout& layout, const std::vector<Line>& lines,
                        const Columns& columns) {
  Table table{.basis = Table::Basis::position,
              .page = lines[columns.first].page,
              .box = lines[columns.first].box};
  for (std::size_t l = columns.first; l <= columns.last; ++l)
    table.box = united(table.box, lines[l].box);
  table.column_edges.push_back(table.box.x0);
  table.column_edges.insert(table.column_edges.end(), columns.gutters.begin(),
                            columns.gutters.end());
  table.column_edges.push_back(table.box.x1);
  const std::vector<Band> bands = bands_of(layout, lines, columns);
  table.row_edges.push_back(table.box.y0);
  for (std::size_t b = 1; b < bands.size(); ++b)
    table.row_edges.push_back((lines[bands[b - 1].last].box.y1 + lines[bands[b].first].box.y0) / 2);
  table.row_edges.push_back(table.box.y1);

  const std::size_t count = table.column_edges.size() - 1;
  for (std::size_t row = 0; row < bands.size(); ++row) {
    for (std::size_t c = 0; c < (bands[row].spans ? 1 : count); ++c) {
      const std::size_t last = bands[row].spans ? count - 1 : c;
      Cell cell{{table.column_edges[c], table.row_edges[row], table.column_edges[last + 1],
                 table.row_edges[row + 1]},
                row,
                row,
                c,
                last,
                {}};
      Chosen chosen;
      for (std::size_t l = bands[row].first; l <= bands[row].last; ++l) {
        for (const std::size_t i : lines[l].words) {
          const double x = layout.words[i].box.middle_x();
          const bool left = c == 0 || x >= cell.box.x0,
                     right = last + 1 == count || x < cell.box.x1;
          if (left && right) chosen.push_back(i);
        }
      }
      cell.lines = lines_of(layout.words, std::move(chosen));
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

bool lies_in(const std::vector<Table>& tables, const Box& box) {
  return std::ranges::any_of(
      tables, [&](const Table& t) { return t.box.holds(box.middle_x(), box.middle_y()); });
}

constexpr int most_shaded_rows = 60;  // that stack above or below a ruled table of one page

/// A table's first or last row may be closed by its shading alone: its borders become edges. True
/// where any did.
bool add_shaded_rows(Edges& edges, const std::vector<Table>& tables,
                     const std::vector<Box>& shaded) {
  bool added = false;
  for (const Table& table : tables) {
    for (const Box& box : shaded) {
      const bool abuts = std::abs(box.y1 - table.box.y0) <= 2 * snap ||
                         std::abs(box.y0 - table.box.y1) <= 2 * snap;
      if (!abuts || std::abs(box.x0 - table.box.x0) > 2 * snap || lies_in(tables, box)) continue;
      for (const double y : {box.y0, box.y1})
        edges.horizontal.push_back({y, table.box.x0, table.box.x1});
      for (const double x : table.column_edges)
        edges.vertical.push_back(
            {x, std::min(box.y0, table.box.y1), std::max(box.y1, table.box.y0)});
      added = true;
    }
  }
  if (!added) return false;
  edges.horizontal = merged(std::move(edges.horizontal));
  edges.vertical = merged(std::move(edges.vertical));
  return true;
}

/// A frame around rows that nothing drawn parts, below a head that has columns: its largest cell
/// spans columns that its lines keep to.
bool is_frame(const Table& table, const std::vector<Word>& words) {
  constexpr double most_of_it = 0.6, keeping = 0.8;  // of the table's height; share of lines
  constexpr std::size_t fewest_lines = 6;
  for (const Cell& cell : table.cells) {
    if (cell.first_column == cell.last_column ||
        cell.box.height() < most_of_it * table.box.height())
      continue;
    Chosen inside;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (!words[i].apart && cell.box.holds(words[i].box.middle_x(), words[i].box.middle_y()))
        inside.push_back(i);
    const std::vector<Line> lines = lines_of(words, std::move(inside));
    const double x = table.column_edges[cell.last_column];
    const auto parted =
        std::ranges::count_if(lines, [&](const Line& line) { return !crosses(words, line, x); });
    if (lines.size() >= fewest_lines &&
        static_cast<double>(parted) >= keeping * static_cast<double>(lines.size()))
      return true;
  }
  return false;
}

PageWork drawn_tables(Layout& layout, const Page& printed, std::size_t index) {
  const std::optional<Page> redrawn = with_typed_rulings(printed);
  const Page& page = redrawn ? *redrawn : printed;
  PageWork work{.page = index};
  const PageFrame frame = frame_of(page);
  layout.pages.push_back(frame);
  std::vector<Word> words = words_of(page, index, frame, layout.hidden_glyphs);
  for (std::size_t i = 0; i < words.size(); ++i) work.free.push_back(layout.words.size() + i);
  Edges edges = ruled_edges(page, frame, words);
  mark_struck(words, edges);
  const std::vector<Box> shaded = shaded_areas(page, frame, words);
  std::vector<Table> candidates = ruled_tables(edges, index);
  for (int rows = 0; rows < most_shaded_rows && add_shaded_rows(edges, candidates, shaded); ++rows)
    candidates = ruled_tables(edges, index);
  std::erase_if(candidates, [&](const Table& table) { return is_frame(table, words); });
  std::vector<Box> loose;
  for (const Box& box : shaded)
    if (!lies_in(candidates, box)) loose.push_back(box);
  for (Table& table : shaded_tables(loose, words, index)) candidates.push_back(std::move(table));
  layout.words.insert(layout.words.end(), std::make_move_iterator(words.begin()),
                      std::make_move_iterator(words.end()));
  for (Table& table : candidates) {
    Chosen before = work.free;
    place_words(layout, table, work.free);
    if (has_words(table))
      work.tables.push_back(std::move(table));
    else
      work.free = std::move(before);
  }
  return work;
}

void find_columns(Layout& layout, PageWork& work, std::vector<double>& known) {
  for (Table& table : work.tables) cut_at_gutters(layout, table, known);
  Chosen upright, sideways;
  for (const std::size_t i : work.free) (layout.words[i].apart ? sideways : upright).push_back(i);
  work.free = std::move(sideways);
  work.lines = lines_of(layout.words, std::move(upright));
  for (const Columns& columns : columns_of(layout.words, work.lines, known))
    remember(known, columns.gutters);
}

/// Where a block comes among its page's: by height, within columns of the page one after the other.
using Place = std::tuple<double, bool, double>;

Place place_of(const Box& box, const std::optional<PageColumns>& columns) {
  const bool inside = columns && box.y0 >= columns->top && box.y0 <= columns->bottom &&
                      (box.x1 <= columns->x || box.x0 >= columns->x);
  if (!inside) return {box.y0, false, box.y0};
  return {columns->top, box.x0 >= columns->x, box.y0};
}

void finish_page(Layout& layout, PageWork& work, const std::vector<double>& known) {
  std::vector<bool> taken(work.lines.size(), false);
  for (const Columns& columns : columns_of(layout.words, work.lines, known)) {
    if (!layout.measured) realign_squeezed(layout.words, work.lines, columns);
    work.tables.push_back(table_by_position(layout, work.lines, columns));
    for (std::size_t l = columns.first; l <= columns.last; ++l) taken[l] = true;
  }
  std::vector<Line> loose;
  for (std::size_t l = 0; l < work.lines.size(); ++l)
    if (!taken[l]) loose.push_back(std::move(work.lines[l]));
  const auto columns = page_columns(work.tables, loose, layout.words);
  if (columns) loose = cut_at(*columns, std::move(loose), layout.words);
  for (Line& line : lines_of(layout.words, std::move(work.free))) loose.push_back(std::move(line));
  std::vector<std::pair<Place, Block>> order;
  for (Table& table : work.tables) {
    order.emplace_back(place_of(table.box, columns), Block{.table = layout.tables.size()});
    layout.tables.push_back(std::move(table));
  }
  for (Line& line : loose) {
    order.emplace_back(place_of(line.box, columns), Block{.line = layout.lines.size()});
    layout.lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(order, {}, [](const auto& entry) { return entry.first; });
  for (const auto& [y, block] : order) layout.blocks.push_back(block);
}

}  // namespace

Layout layout_of(const Document& document) {
  Layout layout;
  layout.measured = document.from != Document::From::text;
  std::vector<PageWork> pages;
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    pages.push_back(drawn_tables(layout, document.pages[p], p));
  set_running_lines_apart(layout.words, layout.pages);
  std::vector<double> known;
  for (PageWork& work : pages) find_columns(layout, work, known);
  for (PageWork& work : pages) finish_page(layout, work, known);
  return layout;
}

}  // namespace lagesbild
