// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a dump whose label took so much room that its comment begins beside its column.
#pragma once

#include <vector>

#include "layout/gutters.h"
#include "model/layout.h"

namespace lagesbild {

/// Moves the words of such lines back into their columns: of numbered lines among `columns` that
/// run across a gutter, where a capital stands within four signs of it; or of lines that a label's
/// number follows there, where the labels stand behind the gutter. Only where widths count
/// signs may words be moved; nowhere else would they belong elsewhere than they stand.
void realign_squeezed(std::vector<Word>& words, std::vector<Line>& lines, const Columns& columns);

}  // namespace lagesbild
