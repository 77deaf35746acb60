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
#include "reading/groups.h"
#include "reading/mapping.h"
#include "reading/reading_of.h"

namespace lagesbild {
namespace {

bool has_role(const ColumnRoles& roles, ColumnRole role) {
  return std::ranges::find(roles, role) != roles.end();
}

}  // namespace

Reading reading_of(const Layout& layout, const Rules& rules) {
  return Reader(layout, rules).read();
}

Reader::Reader(const Layout& layout, const Rules& rules)
    : layout_(layout), rules_(rules), known_(rules) {
  reading_.roles.assign(layout.words.size(), Role::unplaced);
}

Reading Reader::read() {
  lines_ = text_lines(layout_.words, layout_.lines);
  for (const TextLine& line : lines_) seen_.add(line.text);
  look_at_tables();
  set_furniture();
  read_blocks();
  take_explained_signs(drafts_, layout_.words, legend_);
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
  finish_areas();
  finish_district();
  find_date();
  judge();
  if (!reading_.rejected) finish_ledger();
  return std::move(reading_);
}

void Reader::look_at_tables() {
  for (const Table& table : layout_.tables) {
    TableText text;
    for (const Cell& cell : table.cells) {
      text.cells.push_back(text_lines(layout_.words, cell.lines));
      for (const TextLine& line : text.cells.back()) seen_.add(line.text);
    }
    tables_.push_back(std::move(text));
  }
  take_running_lines();
  take_number_words();
  take_prompts();
  find_choices();
  find_legend();
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    tables_[t].roles = column_roles(layout_.tables[t], tables_[t].cells, rules_, known_, legend_);
    tables_[t].cards = is_cards(layout_.tables[t], tables_[t].cells, rules_.form);
    tables_[t].usable =
        (usable(tables_[t].roles) && !is_newspaper(t) && !holds_prose(t) && !tables_[t].choices) ||
        tables_[t].cards;
  }
  carry_roles_over();
  find_overleaf();
}

/// What lines outside of the tables and heads of columns say of signs. Signs that are explained one
/// by one make a legend together.
void Reader::find_legend() {
  Legend single;
  std::vector<const TextLine*> single_lines;
  for (const TextLine& line : lines_) {
    const Legend found = legend_in(rules_, line.folded);
    if (found.size() == 1 && extend(single, found)) single_lines.push_back(&line);
    if (found.size() > 1 && extend(legend_, found))
      mark(reading_.roles, line.line, Role::instruction);
  }
  if (single.size() > 1 && extend(legend_, single))
    for (const TextLine* line : single_lines) mark(reading_.roles, line->line, Role::instruction);
  for (const TableText& table : tables_)
    for (const std::vector<TextLine>& cell : table.cells)
      if (cell.size() == 1) extend(legend_, legend_of_head(cell.front().text));
}

/// Sheets wider than their pages, whose comments stand on pages of their own without the areas.
void Reader::find_overleaf() {
  const auto has = [this](std::size_t t, ColumnRole role) {
    return has_role(tables_[t].roles, role);
  };
  for (std::size_t right = 0; right < tables_.size(); ++right) {
    if (tables_[right].usable) continue;
    for (std::size_t left = 0; left < right; ++left) {
      if (!has(left, ColumnRole::area) || has(left, ColumnRole::comment) ||
          tables_[left].overleaf || !goes_on_overleaf(layout_.tables[left], layout_.tables[right]))
        continue;
      tables_[left].overleaf = right;
      tables_[left].usable = tables_[right].is_overleaf = true;
      tables_[right].roles = tables_[shapes_[column_id(layout_.tables[right])]].roles;
      std::ranges::replace(tables_[right].roles, ColumnRole::area, ColumnRole::comment);
      break;
    }
  }
}

/// Tables of the same columns are one table over several pages: the part that tells most decides
/// for all.
void Reader::carry_roles_over() {
  const auto telling = [&](std::size_t t) {
    std::size_t entries = 0;
    for (std::size_t c = 0; c < layout_.tables[t].cells.size(); ++c) {
      const Cell& cell = layout_.tables[t].cells[c];
      if (cell.first_column != cell.last_column ||
          tables_[t].roles[cell.first_column] != ColumnRole::area)
        continue;
      for (const TextLine& line : tables_[t].cells[c])
        entries += numbered(line.text) || known_.find(line.text);
    }
    return entries;
  };
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const auto shape = std::ranges::find_if(
        shapes_, [&](std::size_t s) { return same_columns(layout_.tables[s], layout_.tables[t]); });
    if (shape == shapes_.end())
      shapes_.push_back(t);
    else if (tables_[t].usable && (!tables_[*shape].usable || telling(t) > telling(*shape)))
      *shape = t;
  }
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const std::size_t shape = shapes_[column_id(layout_.tables[t])];
    if (!tables_[shape].usable || is_newspaper(t) || holds_prose(t) || tables_[t].choices) continue;
    tables_[t].roles = tables_[shape].roles;
    tables_[t].usable = true;
  }
}

std::size_t Reader::column_id(const Table& table) {
  const auto shape = std::ranges::find_if(
      shapes_, [&](std::size_t s) { return same_columns(layout_.tables[s], table); });
  return static_cast<std::size_t>(shape - shapes_.begin());
}

/// Columns of running text: the first one holds comments as well as areas, and areas stand in
/// others too.
bool Reader::is_newspaper(std::size_t table) const {
  constexpr std::size_t fewest = 2;
  if (layout_.tables[table].basis != Table::Basis::position) return false;
  std::size_t labels = 0, first = 0, others = 0;
  for (std::size_t c = 0; c < layout_.tables[table].cells.size(); ++c) {
    const Cell& cell = layout_.tables[table].cells[c];
    if (cell.first_column != cell.last_column) continue;
    for (const TextLine& line : tables_[table].cells[c]) {
      const auto number = numbered(line.text);
      const bool area = known_.find(number ? number->rest : line.text) ||
                        (number && (line.bold || number->number.find('.') != std::string::npos));
      if (cell.first_column == 0) labels += opens_with_label(rules_, line);
      (cell.first_column == 0 ? first : others) += area;
    }
  }
  return labels >= fewest && first >= fewest && others >= fewest;
}

/// Headings with their comments below, and at the end of their lines the change: the first column
/// holds about as many sentences' ends as areas, and the others a few words.
bool Reader::holds_prose(std::size_t table) const {
  constexpr std::size_t few_words = 4;
  if (layout_.tables[table].basis != Table::Basis::position) return false;
  std::size_t areas = 0, ends = 0;
  for (std::size_t c = 0; c < layout_.tables[table].cells.size(); ++c) {
    for (const TextLine& line : tables_[table].cells[c]) {
      const auto number = numbered(line.text);
      if (layout_.tables[table].cells[c].first_column > 0) {
        if (line.line.words.size() > few_words) return false;
        continue;
      }
      areas += number || known_.find(line.text);
      ends += !number && line.text.ends_with('.');
    }
  }
  return areas > 0 && 2 * ends >= areas;
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
  if (is_newspaper(index)) {
    for (std::size_t column = 0; column + 1 < table.column_edges.size(); ++column)
      for (std::size_t c = 0; c < table.cells.size(); ++c)
        if (table.cells[c].first_column == column)
          flow_cell(tables_[index].cells[c], table.cells[c].box.x0);
    return;
  }
  if (table.basis != Table::Basis::position && !tables_[index].choices) {
    std::vector<std::pair<Box, const std::vector<TextLine>*>> cells;
    for (std::size_t t = index; t < layout_.tables.size(); ++t) {
      const Table& beside = layout_.tables[t];
      if (beside.page != table.page || beside.box.y0 > table.box.y1 || tables_[t].usable ||
          beside.basis == Table::Basis::position || flowed_.contains(t))
        continue;
      flowed_.insert(t);
      for (std::size_t c = 0; c < beside.cells.size(); ++c)
        cells.emplace_back(beside.cells[c].box, &tables_[t].cells[c]);
    }
    return flow_cells(std::move(cells));
  }
  for (TextLine& line : lines_across(table)) flow_.push_back(std::move(line));
}

void Reader::read_blocks() {
  std::size_t page = 0;
  double above = 0;
  top_of_page_ = true;
  for (const Block& block : layout_.blocks) {
    const bool line = block.table == Block::none;
    const std::size_t at = line ? lines_[block.line].line.page : layout_.tables[block.table].page;
    const double y = line ? lines_[block.line].line.box.y0 : layout_.tables[block.table].box.y0;
    if (at != page || y < above) top_of_page_ = true;  // or of the page's next column
    page = at;
    above = y;
    if (block.line != Block::none) {
      if (const Role role = reading_.roles[lines_[block.line].line.words.front()];
          role != Role::furniture && role != Role::instruction)
        flow_.push_back(lines_[block.line]);
    } else if (tables_[block.table].is_overleaf) {
      continue;  // its rows were read with those they go on
    } else if (tables_[block.table].usable) {
      read_flow();
      read_table(block.table);
    } else {
      flow_table(block.table);
    }
  }
  read_flow();
}

}  // namespace lagesbild
