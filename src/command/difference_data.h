// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Differences for programs: CSV and JSON. Keys and words are English, as in the other exports.
#pragma once

#include <string>

#include "differences/impact.h"

namespace lagesbild {

/// The row of names: kind, causes, aspects, then each column before and after.
std::string difference_csv_head();
std::string difference_csv(const Difference& difference);

/// One object, no line feed: kind, causes, aspects, before and after (null: not there).
std::string difference_json(const Difference& difference);
std::string counts_json(const DifferenceCounts& counts);
std::string coverage_json(const ImpactCoverage& coverage);

}  // namespace lagesbild
