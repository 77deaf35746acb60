// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/table_rows.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

bool holds_together(ColumnRole role) {
  return role == ColumnRole::area || role == ColumnRole::comment || role == ColumnRole::change ||
         role == ColumnRole::number;
}

/// Whether the cell spans the area's column and that of a comment or change.
bool spans_lanes(const Cell& cell, const ColumnRoles& roles) {
  bool label = false, value = false;
  for (std::size_t c = cell.first_column; c <= cell.last_column; ++c) {
    label |= roles[c] == ColumnRole::area || roles[c] == ColumnRole::number;
    value |= roles[c] == ColumnRole::comment || roles[c] == ColumnRole::change || is_box(roles[c]);
  }
  return label && value;
}

/// The role a cell has by its columns: the most telling one it covers.
ColumnRole role_of(const Cell& cell, const ColumnRoles& roles) {
  ColumnRole role = roles[cell.first_column];
  for (std::size_t c = cell.first_column; c <= cell.last_column; ++c) {
    const bool tells = roles[c] == ColumnRole::area || roles[c] == ColumnRole::comment;
    if (tells) role = roles[c];
  }
  return role;
}

/// For each grid row the last one that some cell ties to it.
std::vector<std::size_t> band_ends(const Table& table, const ColumnRoles& roles) {
  std::vector<std::size_t> end(table.row_edges.size() - 1);
  for (std::size_t r = 0; r < end.size(); ++r) end[r] = r;
  for (const Cell& cell : table.cells) {
    const bool whole_table = cell.first_row == 0 && cell.last_row + 2 == table.row_edges.size();
    if (cell.lines.empty() || (whole_table && end.size() > 2) ||
        !holds_together(role_of(cell, roles)))
      continue;
    for (std::size_t r = cell.first_row; r <= cell.last_row; ++r)
      end[r] = std::max(end[r], cell.last_row);
  }
  for (std::size_t r = 0; r < end.size(); ++r)
    for (std::size_t s = r; s <= end[r]; ++s) end[r] = std::max(end[r], end[s]);
  return end;
}

void add(std::vector<TextLine>& to, const std::vector<TextLine>& lines) {
  to.insert(to.end(), lines.begin(), lines.end());
}

void place(Row& row, const Cell& cell, const std::vector<TextLine>& lines,
           const ColumnRoles& roles) {
  if (spans_lanes(cell, roles)) return add(row.spanning, lines);
  switch (const ColumnRole role = role_of(cell, roles)) {
    case ColumnRole::group:
      return add(row.group, lines);
    case ColumnRole::number:
      return add(row.number, lines);
    case ColumnRole::area:
      return add(row.area, lines);
    case ColumnRole::comment:
      return add(row.comment, lines);
    case ColumnRole::change:
      return add(row.change, lines);
    case ColumnRole::other:
      return add(row.other, lines);
    case ColumnRole::aside:
      return add(row.aside, lines);
    default:
      for (const TextLine& line : lines) row.boxes.emplace_back(role, line);
  }
}

}  // namespace

std::vector<Row> rows_of(const Table& table, const CellTexts& texts, const ColumnRoles& roles) {
  std::vector<Row> rows;
  const std::vector<std::size_t> end = band_ends(table, roles);
  bool first = true;
  for (std::size_t r = 0; r < end.size(); r = end[r] + 1) {
    Row row{.page = table.page,
            .first_on_page = first,
            .bounded = table.basis != Table::Basis::position};
    row.box = {table.box.x0, table.row_edges[r], table.box.x1, table.row_edges[end[r] + 1]};
    bool any = false;
    for (std::size_t c = 0; c < table.cells.size(); ++c) {
      const Cell& cell = table.cells[c];
      if (cell.first_row < r || cell.first_row > end[r] || texts[c].empty()) continue;
      place(row, cell, texts[c], roles);
      any = true;
    }
    if (!any) continue;
    first = false;
    rows.push_back(std::move(row));
  }
  return rows;
}

bool goes_on_overleaf(const Table& left, const Table& right) {
  constexpr double same_height = 2;  // points
  constexpr std::size_t fewest_edges = 5;
  if (left.basis == Table::Basis::position || right.basis == Table::Basis::position ||
      right.page <= left.page || right.row_edges.size() < fewest_edges)
    return false;
  const auto near = [](double a, double b) { return std::abs(a - b) < same_height; };
  return near(left.box.y0, right.box.y0) && near(left.box.y1, right.box.y1) &&
         std::ranges::all_of(right.row_edges, [&](double y) {
           return std::ranges::any_of(left.row_edges, [&](double edge) { return near(edge, y); });
         });
}

void add_overleaf(std::vector<Row>& rows, const Table& table, const CellTexts& texts,
                  const ColumnRoles& roles) {
  for (std::size_t c = 0; c < table.cells.size(); ++c) {
    const double middle = table.cells[c].box.middle_y();
    const auto row = std::ranges::find_if(
        rows, [&](const Row& r) { return r.box.y0 <= middle && middle < r.box.y1; });
    if (row != rows.end()) place(*row, table.cells[c], texts[c], roles);
  }
}

}  // namespace lagesbild
