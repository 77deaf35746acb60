// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as they come back from people: in the corrections file that the web page saves (JSON,
// tests/contract/corrections.schema.json), in the sheet "Att granska" of the workbook, or as CSV
// with `,` or `;`. In the last two the first row names the columns, in Swedish or English: key,
// decision and, if wanted, note; others are ignored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/corrections.h"

namespace lagesbild {

struct Answers {
  std::optional<std::string> role;  ///< of the corrections file, if it says
  std::vector<Answer> answers;      ///< skipped and empty ones are left out
  std::vector<Problem> problems;    ///< of rows that cannot be understood; code "answer"
};

inline constexpr std::size_t most_answers = 1'000'000;
inline constexpr std::size_t answers_limit = 64u << 20;  ///< bytes of a file, unpacked

/// The answers in a file. The Problem ("answers") says why it cannot be used as a whole.
Result<Answers> answers_in(const std::string& path);

// ---- one function a format ----------------------------------------------------------------------

Result<Answers> answers_in_json(std::string_view bytes, const std::string& name);

/// The cells of a table, row by row, the first one naming the columns.
using CellRows = std::vector<std::vector<std::string>>;
Result<CellRows> csv_cells(std::string_view bytes, const std::string& name);
/// Of the sheet "Att granska", or of the first one where there is none of that name.
Result<CellRows> workbook_cells(const std::string& path);

Result<Answers> answers_in_cells(const CellRows& rows, const std::string& name);

struct Decision {
  bool accept = false;
  std::optional<Change> change;
};
/// What the words of a cell decide ("behåll", "positive", "ej angiven"): nothing for words that are
/// no decision, an empty one where none was taken ("", "skip").
std::optional<std::optional<Decision>> decision_in(std::string_view words);

}  // namespace lagesbild
