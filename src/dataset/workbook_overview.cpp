// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Översikt": a row for each district and period, how its areas have changed, and a column for each
// city-wide area.
#include <algorithm>
#include <map>

#include "dataset/rows.h"
#include "dataset/workbook_sheets.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_areas = 100;  // columns; the city has ten areas, and five in 2024

constexpr const char* areas_sql = R"(
  SELECT a.area_id, a.title FROM areas AS a
  JOIN assessments_flat AS f ON f.area_id = a.area_id AND f.counts = 1
  WHERE a.scope = 'city' GROUP BY a.area_id
  ORDER BY a.known DESC, a.valid_from, min(f.position), a.area_id)";

/// Assessments of the reports that count, and a lone row for each report that is missing.
constexpr const char* rows_sql = R"(
  SELECT district, period, sha256, area_id, change, review, district_id, position
  FROM assessments_flat WHERE counts = 1
  UNION ALL
  SELECT name, year, NULL, NULL, NULL, NULL, district_id, 0 FROM missing_reports
  ORDER BY 1, 7, 2, 3, 8)";

class Overview {
 public:
  Overview(Sheet sheet, std::vector<SheetColumn> head, std::map<std::string, std::size_t> columns)
      : sheet_(sheet), columns_(std::move(columns)), width_(head.size()) {
    sheet_.head(head);
  }

  void take(const Row& row) {
    const Row report(row.begin(), row.begin() + 3);
    if (report != report_) {
      end_row();
      begin_row(report);
    }
    if (!std::holds_alternative<std::monostate>(report[2])) count(row);
  }

  void end() {
    end_row();
    sheet_.close_with_filter();
  }

 private:
  enum { up, same, down, unstated, marked, counters };

  void begin_row(const Row& report) {
    report_ = report;
    const bool missing = std::holds_alternative<std::monostate>(report[2]);
    cells_.assign(width_, missing ? missing_cell() : SheetCell{{}, CellStyle::plain});
    cells_[0] = {report[0]};
    cells_[1] = {report[1]};
    std::ranges::fill(counts_, 0);
  }

  void count(const Row& row) {
    const auto* change = std::get_if<std::string>(&row[4]);
    ++counts_[!change                 ? unstated
              : *change == "positive" ? up
              : *change == "negative" ? down
                                      : same];
    const auto* codes = std::get_if<std::string>(&row[5]);
    if (codes && !codes->empty()) ++counts_[marked];
    const auto* area = std::get_if<std::string>(&row[3]);
    const auto column = area ? columns_.find(*area) : columns_.end();
    if (column == columns_.end()) return;
    SheetCell& cell = cells_[column->second];
    if (std::holds_alternative<std::monostate>(cell.value))
      cell = change_cell(row[4]);
    else if (cell.value != change_cell(row[4]).value)  // an area named twice
      cell = {std::get<std::string>(cell.value) + "\n" +
                  std::get<std::string>(change_cell(row[4]).value),
              CellStyle::wrapped};
  }

  void end_row() {
    if (cells_.empty()) return;
    if (!std::holds_alternative<std::monostate>(report_[2]))
      for (std::size_t i = 0; i < counters; ++i) cells_[2 + i] = {counts_[i], CellStyle::centered};
    sheet_.add(cells_);
  }

  Sheet sheet_;
  std::map<std::string, std::size_t> columns_;  ///< of areas
  std::size_t width_;
  Row report_;  ///< district, period, report_id of the row in the making
  std::vector<SheetCell> cells_;
  std::int64_t counts_[counters] = {};
};

}  // namespace

void write_overview(Sheet sheet, Database& store) {
  std::vector<SheetColumn> head = {{"Stadsdelsområde", 26}, {"Period", 10},    {"▲ positiv", 11},
                                   {"▬ oförändrad", 14},    {"▼ negativ", 11}, {"· ej angiven", 13},
                                   {"Att granska", 11}};
  std::map<std::string, std::size_t> columns;
  for_each_row(store, areas_sql, [&](const Row& row) {
    if (columns.size() == most_areas) return;
    columns.emplace(std::get<std::string>(row[0]), head.size());
    head.push_back({std::get<std::string>(row[1]), 18});
  });
  Overview overview(sheet, head, std::move(columns));
  for_each_row(store, rows_sql, [&](const Row& row) { overview.take(row); });
  overview.end();
}

}  // namespace lagesbild
