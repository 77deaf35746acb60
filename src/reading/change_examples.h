// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "reading/change.h"

namespace lagesbild {

/// Where a reading belongs in the lists of examples: "positive", "unchanged", "negative", "mixed",
/// "suggested_positive", "suggested_unchanged", "suggested_negative", "none" (nothing to look at)
/// or "doubtful" (no class, and a review code).
std::string list_of(const ChangeReading& reading);

/// Reads every example comment of change.yaml; a Problem (code "rule_example") for each that comes
/// to something else than its list says.
std::vector<Problem> check_change_examples(const ChangeRules& rules);

}  // namespace lagesbild
