// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a dataset states, as values: its reports, and a report's assessments.
#pragma once

#include <string>
#include <vector>

#include "dataset/stated.h"
#include "differences/difference.h"

namespace lagesbild {

struct StatedReport {
  std::int64_t id = 0;
  std::string sha256, district_id, district, period, path;
  bool stands = false;  ///< false: nothing of it is stated
  std::string program, rules, ocr;
};

/// A dataset open for reading. A failure sticks to the database.
class StatedSide {
 public:
  StatedSide(Database& database, StatedQueries queries)
      : database_(database), queries_(queries), areas_(database.statement(queries.areas)) {}

  Database& database() { return database_; }
  std::vector<StatedReport> reports();
  /// By position.
  std::vector<AreaState> areas_of(const StatedReport& report);

 private:
  Database& database_;
  StatedQueries queries_;
  Statement areas_;
};

}  // namespace lagesbild
