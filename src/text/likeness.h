// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lagesbild {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) that
/// turn `a` into `b`, counted in code points; limit + 1 where it would take more than `limit`.
int edits(std::string_view a, std::string_view b, int limit);

/// 1 for equal, 0 for nothing in common: the share of the longer text that need not be edited.
double likeness(std::string_view a, std::string_view b);

/// Share of the folded words of `part` (three letters or more) that stand in `whole`, one
/// letter in six forgiven; 0 where it has none.
double containment(std::string_view part, std::string_view whole);

}  // namespace lagesbild
