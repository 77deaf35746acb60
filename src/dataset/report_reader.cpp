// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_reader.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr Change changes[] = {Change::positive, Change::unchanged, Change::negative};
constexpr Basis bases[] = {Basis::stated, Basis::reference, Basis::corrected, Basis::none};
constexpr Scope scopes[] = {Scope::city, Scope::local};
constexpr Document::From sources[] = {Document::From::pdf, Document::From::form_fields,
                                      Document::From::ocr, Document::From::text};
constexpr Severity severities[] = {Severity::error, Severity::warning, Severity::info};
constexpr Status statuses[] = {Status::ok, Status::review, Status::rejected};

/// The one of `all` with this name; the last of them where the column has another word (a CHECK in
/// the schema keeps those out, save "failed", which is "rejected" to the contract).
template <class Named, std::size_t size>
Named named(const std::string& word, const Named (&all)[size]) {
  for (const Named one : all)
    if (name_of(one) == word) return one;
  return all[size - 1];
}

template <class Named, std::size_t size>
std::optional<Named> optional_named(const std::optional<std::string>& word,
                                    const Named (&all)[size]) {
  if (!word) return std::nullopt;
  return named(*word, all);
}

Report report_from(const Statement& row, const std::string& path) {
  Report report;
  Source& source = report.source;
  source.path = path;
  source.sha256 = row.text(0);
  source.bytes = static_cast<std::uint64_t>(row.whole(1));
  source.pages = row.optional_number(2);
  source.producer = row.optional_text(3);
  source.text_from = optional_named(row.optional_text(4), sources);
  source.dated = row.optional_text(5);
  report.status = named(row.text(6), statuses);
  if (!row.is_null(8)) report.district = District{row.optional_text(7), row.text(8), row.text(9)};
  report.period = row.optional_text(10);
  return report;
}

Assessment assessment_from(const Statement& row) {
  Assessment one;
  one.scope = named(row.text(1), scopes);
  one.number = row.optional_text(2);
  one.title = row.text(3);
  one.group = row.optional_text(4);
  one.area_id = row.optional_text(5);
  one.change = optional_named(row.optional_text(6), changes);
  one.basis = named(row.text(7), bases);
  one.reference = row.optional_text(8);
  one.suggested_change = optional_named(row.optional_text(9), changes);
  one.comment = row.text(10);
  one.confidence = row.real(11);
  one.rule = row.text(12);
  return one;
}

/// From columns code, severity, message, page, line.
Problem problem_from(const Statement& row, const std::string& path) {
  const auto number = [&](int column) { return row.optional_number(column).value_or(0); };
  return {row.text(0), named(row.text(1), severities), {path, number(3), number(4)}, row.text(2)};
}

bool asks_person(const Report& report) {
  const auto marked = [](const Assessment& one) { return !one.review.empty(); };
  const auto grave = [](const Problem& one) { return one.severity != Severity::info; };
  return std::ranges::any_of(report.assessments, marked) ||
         std::ranges::any_of(report.problems, grave);
}

std::vector<Problem> problems_from(Statement& rows, const std::string& path) {
  std::vector<Problem> problems;
  while (rows.next()) problems.push_back(problem_from(rows, path));
  return problems;
}

}  // namespace

ReportReader::ReportReader(Database& database)
    : report_(database.statement(
          "SELECT r.sha256, r.bytes, r.pages, r.producer, r.text_from, r.dated, r.state, "
          "r.district_id, r.district, r.district_as_written, r.period, d.message, EXISTS (SELECT "
          "* FROM applied_corrections x WHERE x.report_id = r.report_id) FROM reports r "
          "LEFT JOIN duplicates d ON d.report_id = r.report_id WHERE r.report_id = ?1")),
      assessments_(database.statement(
          "SELECT position, scope, number, title, group_title, area_id, change, basis, reference, "
          "suggested_change, comment, confidence, rule FROM assessments_held WHERE report_id = ?1 "
          "ORDER "
          "BY position")),
      marks_(database.statement("SELECT position, code FROM open_marks WHERE report_id = ?1 ORDER "
                                "BY position, ordinal")),
      evidence_(database.statement("SELECT position, page, x0, y0, x1, y1 FROM evidence WHERE "
                                   "report_id = ?1 ORDER BY position, ordinal")),
      problems_(database.statement("SELECT code, severity, message, page, line FROM problems WHERE "
                                   "report_id = ?1 ORDER BY ordinal")),
      file_problems_(database.statement("SELECT code, severity, message, page, line FROM problems "
                                        "WHERE path = ?1 ORDER BY ordinal")) {}

Report ReportReader::report(std::int64_t report_id, const std::string& path) {
  Report report;
  report_.with(report_id);
  if (!report_.next()) return report;
  report = report_from(report_, path);
  const std::optional<std::string> two_reports = report_.optional_text(11);
  const bool corrected = report_.whole(12) != 0;
  report_.with();  // lets go of the row
  read_assessments(report_id, report);
  report.problems = problems_from(problems_.with(report_id), path);
  if (corrected && report.status == Status::review && !asks_person(report))
    report.status = Status::ok;
  if (two_reports) {
    report.problems.push_back({"two_reports", Severity::warning, {path, 0, 0}, *two_reports});
    if (report.status == Status::ok) report.status = Status::review;
  }
  return report;
}

std::vector<Problem> ReportReader::problems_of(const std::string& path) {
  return problems_from(file_problems_.with(path), path);
}

void ReportReader::read_assessments(std::int64_t report_id, Report& report) {
  // Positions are 1, 2 ... without gaps: marks and evidence find their assessment by them.
  const auto at = [&](const Statement& row) -> Assessment* {
    const auto position = static_cast<std::size_t>(row.whole(0));
    return position >= 1 && position <= report.assessments.size()
               ? &report.assessments[position - 1]
               : nullptr;
  };
  assessments_.with(report_id);
  while (assessments_.next()) report.assessments.push_back(assessment_from(assessments_));
  marks_.with(report_id);
  while (marks_.next())
    if (Assessment* one = at(marks_)) one->review.push_back(marks_.text(1));
  const Statement& row = evidence_.with(report_id);
  while (evidence_.next())
    if (Assessment* one = at(row))
      one->evidence.push_back(
          {static_cast<int>(row.whole(1)), {row.real(2), row.real(3), row.real(4), row.real(5)}});
}

}  // namespace lagesbild
