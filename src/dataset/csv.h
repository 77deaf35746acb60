// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated values: RFC 4180, and the variant that a double click in Swedish Excel opens.
#pragma once

#include <string>
#include <string_view>

#include "dataset/value.h"

namespace lagesbild {

struct CsvDialect {
  char delimiter = ',';
  std::string_view head;     ///< stands before the first row
  bool spreadsheet = false;  ///< cells are made safe for programs that compute with them
};

inline constexpr CsvDialect rfc_4180 = {};
inline constexpr CsvDialect excel_csv = {';', "\xEF\xBB\xBF", true};  // a BOM says UTF-8

/// Adds one row with its CRLF. Missing values are empty fields. For spreadsheets, a text that one
/// would take for a formula begins with ', and one longer than a cell holds is cut (fitting_cell).
void append_csv(std::string& out, const Row& row, const CsvDialect& dialect);

}  // namespace lagesbild
