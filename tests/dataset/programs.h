// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs' views of our files.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lagesbild {

/// What a shell command prints; the test fails where the command does.
std::string printed_by(const std::string& command);

using Cells = std::vector<std::vector<std::string>>;

/// A member of a ZIP archive, by Python's zipfile.
std::string member_of(const std::string& archive, const std::string& name);

/// All rows of a CSV file by Python's csv module, strict.
Cells cells_by_python(const std::string& path, char delimiter, const std::string& encoding);

/// All rows of a CSV file by the shell of SQLite.
Cells cells_by_sqlite(const std::string& path);

struct OpenedSheet {
  std::string name;  ///< the sheet's, or the stem of a CSV file
  Cells cells;
};

/// The sheets of a workbook by LibreOffice Calc, in the order of their names.
std::vector<OpenedSheet> sheets_by_calc(const std::string& workbook);

/// CSV files in Excel's variant, opened by Calc as Swedish Excel would: formulas are computed.
std::vector<OpenedSheet> excel_csv_by_calc(const std::vector<std::string>& paths);

}  // namespace lagesbild
