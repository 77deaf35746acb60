// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants to know of a dataset at a glance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/store.h"

namespace lagesbild {

struct Summary {
  /// A district and period with the report that counts.
  struct Covered {
    std::string period;
    std::string district_id;  ///< empty where the rules do not know the district
    std::string district;
    std::string state;           ///< "ok" or "review"
    std::int64_t reports = 0;    ///< for this district and period, the one that counts among them
    std::int64_t to_review = 0;  ///< assessments of the one that counts
  };
  /// A district without any report for a year that others have reported on.
  struct Missing {
    std::string year;
    std::string district_id;
    std::string district;
  };
  /// A file that asks for a person.
  struct Attention {
    std::string path;
    std::string state;             ///< "failed", "rejected", "unopened" or "review"
    std::string district, period;  ///< empty where not known
    std::int64_t to_review = 0;    ///< assessments
    std::string code, message;     ///< the first problem that is an error or a warning; or empty
  };

  std::int64_t files = 0;                                     ///< in the folder
  std::int64_t gone = 0;                                      ///< that were there before
  std::int64_t unopened = 0;                                  ///< of `files`
  std::int64_t reports = 0;                                   ///< different contents of `files`
  std::int64_t ok = 0, review = 0, rejected = 0, failed = 0;  ///< of `reports`
  std::int64_t assessments = 0;  ///< of the reports that count, as are the next four
  std::int64_t positive = 0, unchanged = 0, negative = 0;
  std::int64_t to_review = 0;
  std::vector<Covered> covered;      ///< by period, then district
  std::vector<Missing> missing;      ///< by year, then district
  std::vector<Attention> attention;  ///< worst first, then by path; at most as many as asked for
  std::int64_t attention_in_all = 0;
  std::optional<std::string> started_at;   ///< of the last run that wrote something
  std::optional<std::string> finished_at;  ///< of the same; nothing: broken off
};

/// `most`: how many files to name in Summary::attention.
Result<Summary> summary_of(Store& store, std::int64_t most);

}  // namespace lagesbild
