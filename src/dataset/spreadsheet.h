// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets bear.
#pragma once

#include <string>
#include <string_view>

namespace lagesbild {

inline constexpr std::size_t cell_limit = 32767;     ///< UTF-16 units in a cell
inline constexpr std::size_t row_limit = 1'048'576;  ///< rows in a sheet, the header included

/// `utf8` where a cell holds it; else its beginning, and a note on where the whole text is.
std::string fitting_cell(std::string_view utf8);

/// `utf8` as XLSX can carry it: invalid bytes and what XML forbids become U+FFFD, and what XLSX
/// would take for an escape ("_x0041_") is escaped.
std::string xlsx_text(std::string_view utf8);

/// About how many lines a text takes in a column of `width` characters.
std::size_t lines_in(std::string_view utf8, double width);

}  // namespace lagesbild
