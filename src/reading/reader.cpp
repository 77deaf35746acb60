// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/reader.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reading/boxes.h"
#include "reading/cards.h"
#include "reading/change_fields.h"
#include "reading/doubles.h"
#include "reading/doubts.h"
#include "reading/explained_signs.h"
#include "reading/finisher.h"
#include "reading/groups.h"
#include "reading/mapping.h"
#include "reading/reading_of.h"

namespace lagesbild {
Reading reading_of(const Layout& layout, const Rules& rules) {
  return Reader(layout, rules).read();
}

Reader::Reader(const Layout& layout, const Rules& rules)
    : layout_(layout),
      rules_(rules),
      known_(rules),
      text_(form_text_of(layout, rules, known_)),
      reading_(std::move(text_.reading)) {}

Reading Reader::read() {
  read_blocks();
  take_explained_signs(drafts_, layout_.words, text_.legend);
  take_change_fields(drafts_, layout_.words, rules_, reading_.roles);
  merge_doubles(drafts_, reading_.roles);
  doubt_shifted(drafts_);
  doubt_gaps(drafts_);
  number_lettered_areas(drafts_);
  set_scopes(drafts_, known_);
  doubt_doubles(drafts_);
  doubt_overprinted(drafts_, layout_.words);
  doubt_struck(drafts_, layout_.words);
  set_groups(drafts_, known_);
  for (Problem& problem : set_unmarked_groups(drafts_, layout_))
    reading_.problems.push_back(std::move(problem));
  name_groups(drafts_);
  finish(reading_, layout_, rules_, text_, drafts_, scope_.has_value());
  return std::move(reading_);
}

/// Cells one after the other, those of one height from left to right.
void Reader::flow_cells(std::vector<std::pair<Box, const std::vector<TextLine>*>> cells) {
  constexpr double same_row = 6;  // points
  std::ranges::stable_sort(cells, {}, [](const auto& cell) { return cell.first.y0; });
  for (std::size_t from = 0; from < cells.size();) {
    std::size_t to = from;
    while (to < cells.size() && cells[to].first.y0 - cells[from].first.y0 < same_row) ++to;
    std::ranges::stable_sort(cells.begin() + static_cast<std::ptrdiff_t>(from),
                             cells.begin() + static_cast<std::ptrdiff_t>(to), {},
                             [](const auto& cell) { return cell.first.x0; });
    from = to;
  }
  for (const auto& [box, lines] : cells) flow_cell(*lines, box.x0);
}

/// Cells that begin at the same x hold lines of one lane.
void Reader::flow_cell(const std::vector<TextLine>& lines, double left) {
  for (const TextLine& line : lines) {
    flow_.push_back(line);
    flow_.back().lane = 1 + static_cast<std::size_t>(std::lround(std::max(0.0, left)));
  }
}

/// Without an area column beside a comment column a table is lines like any others: of newspaper
/// columns one after the other, of drawn boxes box by box, else as they stand.
void Reader::flow_table(std::size_t index) {
  const Table& table = layout_.tables[index];
  if (text_.tables[index].newspaper) {
    for (std::size_t column = 0; column + 1 < table.column_edges.size(); ++column)
      for (std::size_t c = 0; c < table.cells.size(); ++c)
        if (table.cells[c].first_column == column)
          flow_cell(text_.tables[index].cells[c], table.cells[c].box.x0);
    return;
  }
  if (table.basis != Table::Basis::position && !text_.tables[index].choices) {
    std::vector<std::pair<Box, const std::vector<TextLine>*>> cells;
    for (std::size_t t = index; t < layout_.tables.size(); ++t) {
      const Table& beside = layout_.tables[t];
      if (beside.page != table.page || beside.box.y0 > table.box.y1 || text_.tables[t].usable ||
          beside.basis == Table::Basis::position || flowed_.contains(t))
        continue;
      flowed_.insert(t);
      for (std::size_t c = 0; c < beside.cells.size(); ++c)
        cells.emplace_back(beside.cells[c].box, &text_.tables[t].cells[c]);
    }
    return flow_cells(std::move(cells));
  }
  for (TextLine& line : lines_across(layout_, reading_.roles, table))
    flow_.push_back(std::move(line));
}

void Reader::read_blocks() {
  std::size_t page = 0;
  double above = 0;
  top_of_page_ = true;
  for (const Block& block : layout_.blocks) {
    const bool line = block.table == Block::none;
    const std::size_t at =
        line ? text_.lines[block.line].line.page : layout_.tables[block.table].page;
    const double y =
        line ? text_.lines[block.line].line.box.y0 : layout_.tables[block.table].box.y0;
    if (at != page || y < above) top_of_page_ = true;  // or of the page's next column
    page = at;
    above = y;
    if (block.line != Block::none) {
      if (const Role role = reading_.roles[text_.lines[block.line].line.words.front()];
          role != Role::furniture && role != Role::instruction)
        flow_.push_back(text_.lines[block.line]);
    } else if (text_.tables[block.table].is_overleaf) {
      continue;  // its rows were read with those they go on
    } else if (text_.tables[block.table].usable) {
      read_flow();
      read_table(block.table);
    } else {
      flow_table(block.table);
    }
  }
  read_flow();
}

}  // namespace lagesbild
