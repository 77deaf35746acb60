// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many assessments of a dataset are wrong, estimated from a sample that a person has judged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/store.h"

namespace lagesbild {

struct Estimate {
  double rate = 0;           ///< of wrong ones, 0 to 1
  double low = 0, high = 1;  ///< 95 % interval
};

struct Audit {
  /// Assessments with the same change as read, marked for review or not.
  struct Stratum {
    std::string name;         ///< "negative", "none, marked"
    std::int64_t areas = 0;   ///< in the dataset
    std::int64_t sample = 0;  ///< of these
    std::int64_t answered = 0, wrong = 0;
  };
  std::vector<Stratum> strata;
  std::int64_t areas = 0, sample = 0, answered = 0, wrong = 0;
  std::vector<std::int64_t> open;    ///< assessment ids of the sample without an answer
  std::optional<Estimate> estimate;  ///< once every stratum has an answer
};

/// Draws `sample` assessments of the reports that count: two of each stratum where there are so
/// many, the others in proportion. The same `seed` draws the same ones as long as they are in the
/// dataset, so that answers taken in by `correct` are found again; one that was changed counts as
/// wrong.
Result<Audit> audit_of(Store& store, std::int64_t sample, std::uint64_t seed);

/// The stratified estimate, and Wilson's score interval (Wilson 1927) over the effective sample
/// size (Korn and Graubard 1998), which is the number of answers while none or all are wrong.
Estimate estimate_of(const std::vector<Audit::Stratum>& strata);

}  // namespace lagesbild
