// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_writer.h"

namespace lagesbild {
namespace {

template <class Named>
std::optional<std::string_view> optional_name(const std::optional<Named>& value) {
  if (!value) return std::nullopt;
  return name_of(*value);
}

std::optional<int> unless_zero(int number) {
  if (number == 0) return std::nullopt;
  return number;
}

}  // namespace

ReportWriter::ReportWriter(Database& database)
    : report_(database.statement(
          "INSERT INTO reports (sha256, bytes, pages, producer, text_from, dated, state, "
          "district_id, district, district_as_written, period, program, rules, run_id, ocr) VALUES "
          "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (sha256) "
          "DO UPDATE "
          "SET bytes = ?2, pages = ?3, producer = ?4, text_from = ?5, dated = ?6, state = ?7, "
          "district_id = ?8, district = ?9, district_as_written = ?10, period = ?11, program = "
          "?12, rules = ?13, run_id = ?14, ocr = ?15")),
      find_(database.statement("SELECT report_id FROM reports WHERE sha256 = ?1")),
      district_(database.statement(
          "INSERT OR IGNORE INTO districts (district_id, name, known) VALUES (?1, ?2, 0)")),
      area_(database.statement(
          "INSERT OR IGNORE INTO areas (area_id, scope, title, known, district_id) VALUES (?1, ?2, "
          "?3, 0, ?4)")),
      assessment_(database.statement(
          "INSERT INTO assessments (report_id, position, scope, number, title, group_title, "
          "area_id, change, basis, reference, suggested_change, comment, confidence, rule) VALUES "
          "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")),
      mark_(database.statement("INSERT INTO review_marks VALUES (?1, ?2, ?3, ?4)")),
      evidence_(database.statement("INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")),
      problem_(database.statement(
          "INSERT INTO problems (path, report_id, ordinal, code, severity, message, page, line) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")),
      forget_assessments_(database.statement("DELETE FROM assessments WHERE report_id = ?1")),
      forget_problems_(database.statement("DELETE FROM problems WHERE report_id = ?1")) {}

std::int64_t ReportWriter::put(const Report& report, ReportState state, const IngestRun& run,
                               std::int64_t run_id) {
  const Source& source = report.source;
  std::optional<std::string> id, name, as_written;
  if (report.district) {
    id = report.district->id;
    name = report.district->name;
    as_written = report.district->as_written;
    if (id) district_.run(*id, *name);
  }
  report_.run(source.sha256, source.bytes, source.pages, source.producer,
              optional_name(source.text_from), source.dated, name_of(state), id, name, as_written,
              report.period, run.program, run.rules, run_id, run.ocr);
  find_.with(source.sha256);
  const std::int64_t report_id = find_.next() ? find_.whole(0) : 0;
  find_.with();  // lets go of the row
  forget_assessments_.run(report_id);
  forget_problems_.run(report_id);
  for (std::size_t i = 0; i < report.assessments.size(); ++i)
    put_assessment(report_id, i + 1, report.assessments[i], id);
  return report_id;
}

void ReportWriter::put_assessment(std::int64_t report_id, std::size_t position,
                                  const Assessment& one,
                                  const std::optional<std::string>& district_id) {
  if (one.area_id)
    area_.run(*one.area_id, name_of(one.scope), one.title,
              one.scope == Scope::local ? district_id : std::nullopt);
  assessment_.run(report_id, position, name_of(one.scope), one.number, one.title, one.group,
                  one.area_id, optional_name(one.change), name_of(one.basis), one.reference,
                  optional_name(one.suggested_change), one.comment, one.confidence, one.rule);
  for (std::size_t i = 0; i < one.review.size(); ++i)
    mark_.run(report_id, position, i + 1, one.review[i]);
  for (std::size_t i = 0; i < one.evidence.size(); ++i) {
    const Box& box = one.evidence[i].box;
    evidence_.run(report_id, position, i + 1, one.evidence[i].page, box.x0, box.y0, box.x1, box.y1);
  }
}

void ReportWriter::put_problems(const std::vector<Problem>& problems,
                                std::optional<std::int64_t> report_id, const std::string& path) {
  const auto whose = report_id ? std::nullopt : std::optional(path);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const Problem& one = problems[i];
    problem_.run(whose, report_id, i + 1, one.code, name_of(one.severity), one.what,
                 unless_zero(one.place.page), unless_zero(one.place.line));
  }
}

}  // namespace lagesbild
