// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From edges to tables: edges that touch belong together, their crossings make a grid, and grid
// squares that no edge parts are one cell.
//
//     +----+--------+        squares 1 2      cells A B
//     | 1  |   2    |                3 4            C C   (no edge between 3 and 4)
//     +----+--------+
//     | 3      4    |
//     +-------------+
#pragma once

#include <vector>

#include "layout/edges.h"
#include "model/layout.h"

namespace lagesbild {

/// Tables of more than one cell, without their words; box, row_edges, column_edges and cells are
/// set. Horizontal edges of the same width that no vertical one joins are a table of one column.
std::vector<Table> ruled_tables(const Edges& edges, std::size_t page);

/// Tables that shadings make: rows of bands, or shaded label cells whose rows run on to `right`.
std::vector<Table> shaded_tables(const std::vector<Box>& areas, const std::vector<Word>& words,
                                 std::size_t page);

/// The cell at a point of the page, or none.
Cell* cell_at(Table& table, double x, double y);

}  // namespace lagesbild
