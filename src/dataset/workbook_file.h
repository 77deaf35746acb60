// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter's door: sheets written from the top down, no row kept in memory. A text is never
// taken for a formula, a link or a number.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/value.h"

namespace lagesbild {

enum class CellStyle {
  plain,
  wrapped,  ///< over several lines
  centered,
  muted,  ///< for ids that nobody reads
  title,
  header,
  positive,
  unchanged,
  negative,
  unstated,
  missing,  ///< no report
  answer,   ///< to be filled in
};

struct SheetCell {
  Value value;
  CellStyle style = CellStyle::plain;
};

struct SheetColumn {
  std::string title;
  double width = 12;  ///< characters
};

class Sheet {
 public:
  /// A bold row that stays in sight, columns of their widths. To be called first.
  void head(std::span<const SheetColumn> columns);
  /// Just the widths, for a sheet without a head.
  void widths(std::span<const double> characters);
  /// The next row. Past the last that a sheet holds, a note takes its place and the rest is left
  /// out.
  void add(std::span<const SheetCell> cells);
  /// All rows so far, the head apart, take one of `words` in `column` (from 0), or nothing.
  void offer(std::size_t column, std::span<const std::string> words);
  /// Filters over the head and all rows.
  void close_with_filter();

 private:
  friend class WorkbookFile;
  struct State;
  explicit Sheet(State& state) : state_(&state) {}
  State* state_;
};

class WorkbookFile {
 public:
  /// Writes to `path`; temporary files lie in `folder`.
  WorkbookFile(const std::string& path, const std::string& folder);
  ~WorkbookFile();

  /// The next sheet, in the order they are shown. `name` is at most 31 characters.
  Sheet sheet(const std::string& name);

  /// To be called once, last. What went wrong, if anything did.
  std::optional<std::string> close();

 private:
  friend class Sheet;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lagesbild
