// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/separated_values.h"

#include <algorithm>
#include <map>

namespace lagesbild {
namespace {

constexpr std::size_t fewest_rows = 5, most_cells = 40;
constexpr double parted_alike = 0.7;  // of the rows

/// The cell that begins at `at` in quotation marks, "" inside them being one; `at` moves behind it.
/// Nothing, and `at` stays, where no separator or line end follows the closing mark.
std::optional<std::string> quoted_cell(std::string_view text, char separator, std::size_t& at) {
  std::string cell;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      if (text[i] != '\r') cell += text[i];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[++i];
      continue;
    }
    const bool ends = i + 1 == text.size() || text[i + 1] == separator || text[i + 1] == '\n' ||
                      text[i + 1] == '\r';
    if (!ends) return std::nullopt;
    at = i + 1;
    return cell;
  }
  return std::nullopt;
}

std::string plain_cell(std::string_view text, char separator, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && text[at] != separator && text[at] != '\n') ++at;
  std::string cell(text.substr(begin, at - begin));
  if (cell.ends_with('\r')) cell.pop_back();
  return cell;
}

SheetRows rows_parted_by(std::string_view text, char separator) {
  SheetRows rows(1);
  bool quotes = true;  // until one is not closed, or the rest would be searched again and again
  for (std::size_t at = 0; at < text.size();) {
    std::optional<std::string> cell;
    if (quotes && text[at] == '"') {
      cell = quoted_cell(text, separator, at);
      quotes = cell.has_value();
    }
    rows.back().push_back(cell ? *std::move(cell) : plain_cell(text, separator, at));
    while (at < text.size() && text[at] == '\r') ++at;
    if (at == text.size()) break;
    if (text[at] == '\n') rows.emplace_back();
    ++at;
  }
  if (rows.back().empty()) rows.pop_back();
  return rows;
}

/// How many cells the rows of a sheet have; nothing where they are no sheet.
std::optional<std::size_t> usual_cells(const SheetRows& rows) {
  std::map<std::size_t, std::size_t> times;
  std::size_t filled = 0;
  for (const auto& row : rows) {
    const bool blank = row.size() < 2 && (row.empty() || row.front().empty());
    if (blank) continue;
    ++filled;
    if (row.size() > 1) ++times[row.size()];
  }
  const auto usual =
      std::ranges::max_element(times, {}, [](const auto& entry) { return entry.second; });
  const bool sheet =
      usual != times.end() && usual->first <= most_cells && usual->second >= fewest_rows &&
      static_cast<double>(usual->second) >= parted_alike * static_cast<double>(filled);
  return sheet ? std::optional(usual->first) : std::nullopt;
}

bool is_number(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789. ") == std::string_view::npos;
}

/// Heads that span the column of the numbers and the next, as one cell copied out of a table, move
/// to the right.
void align_heads(SheetRows& rows, std::size_t usual) {
  std::size_t numbers = 0, whole = 0;
  for (const auto& row : rows) {
    if (row.size() != usual) continue;
    ++whole;
    numbers += is_number(row.front());
  }
  if (static_cast<double>(numbers) < parted_alike * static_cast<double>(whole)) return;
  for (auto& row : rows)
    if (row.size() > 1 && row.size() < usual && !row.front().empty() && !is_number(row.front()))
      row.insert(row.begin(), usual - row.size(), std::string());
}

}  // namespace

std::optional<SheetRows> separated_values(std::string_view utf8) {
  for (const char separator : {'\t', ';'}) {
    if (utf8.find(separator) == std::string_view::npos) continue;
    SheetRows rows = rows_parted_by(utf8, separator);
    const std::optional<std::size_t> usual = usual_cells(rows);
    if (!usual) continue;
    align_heads(rows, *usual);
    return rows;
  }
  return std::nullopt;
}

}  // namespace lagesbild
