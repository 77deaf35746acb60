// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dataset/sqlite.h"
#include "dataset/store.h"
#include "model/report.h"

namespace lagesbild {

/// Puts reports into their tables. What fails, the database knows.
class ReportWriter {
 public:
  explicit ReportWriter(Database& database);

  /// The report, but not its problems; what was read from the same content before is forgotten.
  /// Gives its report_id. In a transaction of the caller's.
  std::int64_t put(const Report& report, ReportState state, const IngestRun& run,
                   std::int64_t run_id);
  /// Problems of a report, or of the file at `path` where there is none.
  void put_problems(const std::vector<Problem>& problems, std::optional<std::int64_t> report_id,
                    const std::string& path);

 private:
  void put_assessment(std::int64_t report_id, std::size_t position, const Assessment& one,
                      const std::optional<std::string>& district_id);

  Statement report_, find_, district_, area_, assessment_, mark_, evidence_, problem_;
  Statement forget_assessments_, forget_problems_;
};

}  // namespace lagesbild
