// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csv.h>

#include <memory>

#include "dataset/answers.h"

namespace lagesbild {
namespace {

void add_cell(void* bytes, std::size_t size, void* rows) {
  static_cast<CellRows*>(rows)->back().emplace_back(static_cast<const char*>(bytes), size);
}

void end_row(int, void* rows) { static_cast<CellRows*>(rows)->emplace_back(); }

/// The head's: `;` as Swedish Excel writes, or `,`.
unsigned char delimiter_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.find_first_of("\r\n"));
  return head.find(';') != std::string_view::npos ? ';' : ',';
}

}  // namespace

Result<CellRows> csv_cells(std::string_view bytes, const std::string& name) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  csv_parser parser;
  csv_init(&parser, 0);
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed(&parser, csv_free);
  csv_set_delim(&parser, delimiter_of(bytes));
  CellRows rows(1);
  const bool whole =
      csv_parse(&parser, bytes.data(), bytes.size(), add_cell, end_row, &rows) == bytes.size() &&
      csv_fini(&parser, add_cell, end_row, &rows) == 0;
  if (!whole || rows.size() > most_answers)
    return Problem{"answers", Severity::error, {name, 0, 0}, "not CSV, or too many rows"};
  rows.pop_back();  // what the last row's end began
  return rows;
}

}  // namespace lagesbild
