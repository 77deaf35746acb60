// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs together in two datasets, though they give it other rows and other words.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "differences/stated.h"

namespace lagesbild {

/// Indices; one side is nothing where the other has no counterpart.
struct Pair {
  std::optional<std::size_t> before, after;
};

/// Reports that stand, by district and period, else by content. In the order of period, district
/// (as Swedish sorts) and content.
std::vector<Pair> pairs_of(const std::vector<StatedReport>& before,
                           const std::vector<StatedReport>& after);

/// Assessments of two reports: by area, else by number and title, else by their comment. In the
/// order of `after`, then those that only `before` has.
std::vector<Pair> pairs_of(const std::vector<AreaState>& before,
                           const std::vector<AreaState>& after);

}  // namespace lagesbild
