// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/layout.h"

namespace lagesbild {

/// Sets the words of running heads and feet apart: lines in a page's margins that another page
/// repeats at the same height with other figures, and a lone page number below or above everything
/// else.
void set_running_lines_apart(std::vector<Word>& words, const std::vector<PageFrame>& pages);

}  // namespace lagesbild
