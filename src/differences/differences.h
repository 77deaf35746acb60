// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What two datasets state differently, and why.
#pragma once

#include <functional>
#include <optional>

#include "base/problem.h"
#include "differences/difference.h"
#include "differences/stated.h"

namespace lagesbild {

/// Gives each difference by period and district, then by the assessment's place in its report. What
/// either side has of one report is held at a time. Problems: the databases'.
std::optional<Problem> for_each_difference(StatedSide before, StatedSide after,
                                           const std::function<void(const Difference&)>& take);

}  // namespace lagesbild
