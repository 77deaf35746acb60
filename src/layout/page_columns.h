// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose tables stand side by side, each with its own headings: two pages on one sheet, or the
// parts of the form beside each other.
#pragma once

#include <optional>
#include <vector>

#include "model/layout.h"

namespace lagesbild {

/// Where a page is parted: what lies left of x between the two heights comes before what lies right
/// of it. Points.
struct PageColumns {
  double x = 0, top = 0, bottom = 0;
};

/// The place between two drawn tables of two columns or more that stand beside each other, with the
/// lines above them that leave it free; nothing where there are none.
std::optional<PageColumns> page_columns(const std::vector<Table>& tables,
                                        const std::vector<Line>& lines,
                                        const std::vector<Word>& words);

/// Cuts the lines between the two heights that leave x free.
std::vector<Line> cut_at(const PageColumns& columns, std::vector<Line> lines,
                         const std::vector<Word>& words);

}  // namespace lagesbild
