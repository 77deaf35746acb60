// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns where nothing is drawn between them: the strips of white that line after line leaves
// free.
#pragma once

#include <vector>

#include "model/layout.h"

namespace lagesbild {

/// Lines [first, last] of a page that the same gutters part. A line that runs across one is a
/// spanning line.
struct Columns {
  std::size_t first = 0, last = 0;
  std::vector<double> gutters;  ///< x, ascending: just left of the column that begins there
};

/// The columns among `lines` (of one page, top to bottom). `known` are gutters of the document's
/// other pages: they need no support of their own here beyond lines that keep to them.
std::vector<Columns> columns_of(const std::vector<Word>& words, const std::vector<Line>& lines,
                                const std::vector<double>& known);

/// Whether a run of words of the line lies across x.
bool crosses(const std::vector<Word>& words, const Line& line, double x);

}  // namespace lagesbild
