// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/stated.h"

#include "dataset/apply_corrections.h"

namespace lagesbild {
namespace {

constexpr std::string_view reports_now = R"sql(
SELECT r.report_id, r.sha256, r.district_id, r.district, r.period, r.path,
       r.counts OR (r.state IN ('ok', 'review') AND (r.district IS NULL OR r.period IS NULL))
         AS stands,
       r.program || ' ' || u.poppler AS program, r.rules, s.ocr
FROM current_reports r
JOIN reports s ON s.report_id = r.report_id
JOIN runs u ON u.run_id = r.run_id)sql";

constexpr std::string_view areas_now = R"sql(
SELECT a.position, a.scope, a.number, a.title, a.area_id, a.comment,
       iif(a.comment = '', '', text_fingerprint(a.comment)) AS fingerprint, a.change, a.basis, a.suggested_change,
       (SELECT group_concat(code, ' ') FROM (
          SELECT code FROM open_marks m
          WHERE m.report_id = a.report_id AND m.position = a.position ORDER BY code)
       ) AS review, a.reference, nullif(a.rule, '') AS rule,
       w.change AS read_change, w.basis AS read_basis, w.suggested_change AS read_suggested,
       (SELECT group_concat(code, ' ') FROM (
          SELECT code FROM review_marks m
          WHERE m.report_id = a.report_id AND m.position = a.position ORDER BY code)
       ) AS read_review, w.reference AS read_reference, nullif(w.rule, '') AS read_rule,
       a.decision, x.by_reference
FROM assessments_held a
JOIN assessments w ON w.assessment_id = a.assessment_id
LEFT JOIN applied_corrections x ON x.report_id = a.report_id AND x.position = a.position
WHERE a.report_id = ?1 ORDER BY a.position)sql";

constexpr std::string_view areas_before = R"sql(
SELECT position, scope, number, title, area_id, '' AS comment, fingerprint, change, basis,
       suggested_change, review, reference, rule, read_change, read_basis, read_suggested,
       read_review, read_reference, read_rule, decision, by_reference
FROM temp.areas_before WHERE report_id = ?1 ORDER BY position)sql";

}  // namespace

StatedQueries stated_now(Database& database) {
  database.define("text_fingerprint", text_fingerprint);
  return {reports_now, areas_now};
}

StatedQueries stated_before() { return {"SELECT * FROM temp.reports_before", areas_before}; }

void keep_stated(Database& database) {
  database.define("text_fingerprint", text_fingerprint);
  database.run(
      "DROP TABLE IF EXISTS temp.reports_before; DROP TABLE IF EXISTS temp.areas_before;"
      "CREATE TEMP TABLE reports_before AS" +
      std::string(reports_now) +
      ";"
      "CREATE TEMP TABLE areas_before (report_id, position, scope, number, title, area_id, "
      "fingerprint, change, basis, suggested_change, review, reference, rule, read_change, "
      "read_basis, read_suggested, read_review, read_reference, read_rule, decision, "
      "by_reference, PRIMARY KEY (report_id, position))");
  Statement reports = database.statement("SELECT report_id FROM reports_before WHERE stands");
  Statement areas = database.statement(
      "INSERT INTO temp.areas_before SELECT ?1, position, scope, number, title, area_id, "
      "fingerprint, change, basis, suggested_change, review, reference, rule, read_change, "
      "read_basis, read_suggested, read_review, read_reference, read_rule, decision, by_reference "
      "FROM (" +
      std::string(areas_now) + ")");
  while (reports.next()) areas.run(reports.whole(0));
}

}  // namespace lagesbild
