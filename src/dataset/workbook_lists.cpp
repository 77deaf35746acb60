// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Data" and "Saknade rapporter".
#include "dataset/export_tables.h"
#include "dataset/rows.h"
#include "dataset/workbook_sheets.h"

namespace lagesbild {
namespace {

/// Each missing report, with how many of the districts of its year have reported.
constexpr std::string_view missing_sql = R"(
  WITH reported AS (SELECT substr(period, 1, 4) AS year, count(DISTINCT district) AS received
                    FROM latest_reports GROUP BY 1),
       absent AS (SELECT year, count(*) AS missing FROM missing_reports GROUP BY 1)
  SELECT m.year, m.name, m.district_id, r.received, r.received + a.missing
  FROM missing_reports m JOIN reported r USING (year) JOIN absent a USING (year)
  ORDER BY 1, 2, 3)";

SheetCell cell_of(const Column& column, const Value& value) {
  if (column.name == "change") return change_cell(value);
  if (column.name == "suggested_change") return suggestion_cell(value);
  const auto* text = std::get_if<std::string>(&value);
  const CellStyle style = column.name == "report_id" ? CellStyle::muted
                          : column.width >= 40       ? CellStyle::wrapped
                                                     : CellStyle::plain;
  if (!text) return {value, style};
  return {std::string(label_of(column.categories, *text)), style};
}

}  // namespace

void write_data(Sheet sheet, Database& store) {
  const ExportTable& table = export_tables()[0];
  std::vector<SheetColumn> head;
  for (const Column& column : table.columns)
    head.push_back({std::string(column.title), static_cast<double>(column.width)});
  sheet.head(head);
  std::vector<SheetCell> cells(table.columns.size());
  for_each_row(store, query_of(table), [&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) cells[i] = cell_of(table.columns[i], row[i]);
    sheet.add(cells);
  });
  sheet.close_with_filter();
}

void write_missing(Sheet sheet, Database& store) {
  sheet.head(std::vector<SheetColumn>{{"År", 8},
                                      {"Stadsdelsområde", 28},
                                      {"Distrikts-id", 24},
                                      {"Läge", 12},
                                      {"Inkomna det året", 12},
                                      {"Väntade det året", 12}});
  for_each_row(store, missing_sql, [&](const Row& row) {
    sheet.add(
        std::vector<SheetCell>{{row[0]}, {row[1]}, {row[2]}, missing_cell(), {row[3]}, {row[4]}});
  });
  sheet.close_with_filter();
}

}  // namespace lagesbild
