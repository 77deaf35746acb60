// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dataset/sqlite.h"
#include "model/report.h"

namespace lagesbild {

/// Takes reports out of their tables again. What fails, the database knows.
class ReportReader {
 public:
  explicit ReportReader(Database& database);

  /// As ReportWriter got it, save its path, and the problem "two_reports" where there are two.
  Report report(std::int64_t report_id, const std::string& path);
  /// Of a file without a report.
  std::vector<Problem> problems_of(const std::string& path);

 private:
  void read_assessments(std::int64_t report_id, Report& report);

  Statement report_, assessments_, marks_, evidence_, problems_, file_problems_;
};

}  // namespace lagesbild
