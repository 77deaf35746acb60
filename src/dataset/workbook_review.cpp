// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Att granska": what asks for a person, with room for the answer.
#include "dataset/corrections.h"
#include "dataset/export_tables.h"
#include "dataset/review_texts.h"
#include "dataset/rows.h"
#include "dataset/workbook.h"
#include "dataset/workbook_sheets.h"

namespace lagesbild {
namespace {

constexpr ReviewColumn columns[] = {
    {"key", "nyckel", 12},
    {"report_id", "Rapport-id", 10},
    {"position", "Rad", 6},
    {"district", "Stadsdelsområde", 24},
    {"period", "Period", 10},
    {"scope", "Nivå", 18},
    {"number", "Nummer", 9},
    {"title", "Område", 40},
    {"change", "Förändring", 16},
    {"suggested_change", "Förslag", 16},
    {"comment", "Kommentar", 80},
    {"review", "Granska", 22},
    {"explanation", "Förklaring", 50},
    {"decision", "beslut", 14},
    {"note", "anteckning", 30},
    {"page", "Sida", 7},
    {"path", "Fil", 40},
};
constexpr std::size_t decision_column = 13;

const std::string decisions[] = {"positiv", "oförändrad", "negativ", "ej angiven", "behåll"};

/// Marked assessments, report by report, as one reads them.
const std::string marked_sql =
    "SELECT " + std::string(review_key_sql) + R"(, sha256, position, district, period, scope,
         number, shown_words(title), change, suggested_change, shown_comment(comment), review, page,
         path
  FROM review_list ORDER BY district, district_id, period, sha256, position)";

/// What asks for a look in a whole report or file.
constexpr const char* problems_sql = R"(
  SELECT p.sha256, r.district, r.period, p.code, shown_comment(p.message), p.page, p.path
  FROM problems_flat p LEFT JOIN current_reports r ON r.report_id = p.report_id
  WHERE p.severity <> 'info' ORDER BY p.path, p.ordinal)";

std::string text_in(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

std::vector<SheetCell> marked_row(const Row& row) {
  enum {
    key,
    report,
    position,
    district,
    period,
    scope,
    number,
    title,
    change,
    suggested,
    comment,
    review,
    page,
    path
  };
  return {{row[key], CellStyle::muted},
          {row[report], CellStyle::muted},
          {row[position]},
          {row[district]},
          {row[period]},
          {std::string(label_of(scope_words, text_in(row[scope])))},
          {row[number]},
          {row[title], CellStyle::wrapped},
          change_cell(row[change]),
          suggestion_cell(row[suggested]),
          {row[comment], CellStyle::wrapped},
          {row[review], CellStyle::wrapped},
          {sentences_of(text_in(row[review])), CellStyle::wrapped},
          {{}, CellStyle::answer},
          {{}, CellStyle::answer},
          {row[page]},
          {row[path], CellStyle::wrapped}};
}

std::vector<SheetCell> problem_row(const Row& row) {
  enum { report, district, period, code, message, page, path };
  std::vector<SheetCell> cells(std::size(columns));
  cells[1] = {row[report], CellStyle::muted};
  cells[3] = {row[district]};
  cells[4] = {row[period]};
  cells[11] = {row[code], CellStyle::wrapped};
  cells[12] = {sentences_of(text_in(row[code])) + "\n" + text_in(row[message]), CellStyle::wrapped};
  cells[14] = {{}, CellStyle::answer};
  cells[15] = {row[page]};
  cells[16] = {row[path], CellStyle::wrapped};
  return cells;
}

}  // namespace

std::span<const ReviewColumn> review_columns() { return columns; }
std::span<const std::string> review_decisions() { return decisions; }

void write_review(Sheet sheet, Database& store) {
  std::vector<SheetColumn> head;
  for (const ReviewColumn& column : columns) head.push_back({column.title, column.width});
  sheet.head(head);
  for_each_row(store, marked_sql, [&](const Row& row) { sheet.add(marked_row(row)); });
  sheet.offer(decision_column, decisions);
  for_each_row(store, problems_sql, [&](const Row& row) { sheet.add(problem_row(row)); });
  sheet.close_with_filter();
}

}  // namespace lagesbild
