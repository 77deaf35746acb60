// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table whose columns are known, cell by cell.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "reading/columns.h"
#include "reading/text_line.h"

namespace lagesbild {

/// Grid rows that a cell of the area, comment or change column holds together.
struct Row {
  std::size_t page = 0;
  Box box;
  bool first_on_page = false;   ///< nothing of the table stands above it on this page
  std::vector<TextLine> group;  ///< of a cell that begins beside this row
  std::vector<TextLine> number, area, comment, change;
  std::vector<TextLine> other;  ///< of columns that nothing tells the meaning of
  std::vector<TextLine> aside;
  std::vector<TextLine> spanning;  ///< lines of cells that span the area and the comment column
  std::vector<std::pair<ColumnRole, TextLine>> boxes;  ///< what stands in the columns of boxes
  bool bounded = true;  ///< rulings or shading part it from its neighbours

  bool has_comment() const { return !comment.empty() || !change.empty() || !boxes.empty(); }
};

std::vector<Row> rows_of(const Table& table, const CellTexts& texts, const ColumnRoles& roles);

/// Whether `right`, on a later page, is `left` going on beside itself: a sheet wider than its
/// pages, whose rows keep their heights.
bool goes_on_overleaf(const Table& left, const Table& right);

/// Puts the cells of a table that goes on overleaf into the rows they stand as high as.
void add_overleaf(std::vector<Row>& rows, const Table& table, const CellTexts& texts,
                  const ColumnRoles& roles);

}  // namespace lagesbild
