// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/csv.h"

#include "dataset/spreadsheet.h"

namespace lagesbild {
namespace {

/// What a spreadsheet may take for the beginning of a formula (CWE-1236).
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view first("=+-@\t\r\0", 7);
  return !text.empty() && first.find(text.front()) != std::string_view::npos;
}

void append_field(std::string& out, std::string_view text, char delimiter) {
  const char special[] = {delimiter, '"', '\r', '\n'};
  if (text.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_text(std::string& out, const std::string& text, const CsvDialect& dialect) {
  if (!dialect.spreadsheet) return append_field(out, text, dialect.delimiter);
  const std::string safe = looks_like_formula(text) ? "'" + text : text;
  append_field(out, fitting_cell(safe), dialect.delimiter);
}

}  // namespace

void append_csv(std::string& out, const Row& row, const CsvDialect& dialect) {
  for (const Value& value : row) {
    if (&value != row.data()) out += dialect.delimiter;
    if (const auto* text = std::get_if<std::string>(&value))
      append_text(out, *text, dialect);
    else if (const auto* number = std::get_if<std::int64_t>(&value))
      out += std::to_string(*number);
  }
  out += "\r\n";
}

}  // namespace lagesbild
