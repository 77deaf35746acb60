// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lagesbild.xlsx, for people: what it is, an overview, all rows, what to review, what is missing.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "dataset/output_file.h"
#include "dataset/sqlite.h"

namespace lagesbild {

inline constexpr const char* workbook_name = "lagesbild.xlsx";

/// Writes the workbook into `folder`. Equal stores give equal bytes. Problems: "output", and those
/// of reading the store.
Result<Written> write_workbook(Database& store, const std::string& folder);

// ---- the sheet that comes back filled in -------------------------------------------------------

inline constexpr const char* review_sheet_name = "Att granska";

/// A column of that sheet.
struct ReviewColumn {
  const char* name;   ///< of the value in it
  const char* title;  ///< what its first row says
  double width;       ///< characters
};

std::span<const ReviewColumn> review_columns();

/// What a person may put into the column "decision".
std::span<const std::string> review_decisions();

}  // namespace lagesbild
