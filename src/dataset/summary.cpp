// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/summary.h"

namespace lagesbild {
namespace {

void count_files(Database& database, Summary& summary) {
  Statement files =
      database.statement("SELECT report_id IS NULL, count(*) FROM current_files GROUP BY 1");
  while (files.next()) {
    summary.files += files.whole(1);
    if (files.whole(0)) summary.unopened += files.whole(1);
  }
  summary.gone = database.number(
      "SELECT count(*) FROM files f WHERE gone AND (report_id IS NOT NULL OR EXISTS (SELECT * FROM "
      "problems p WHERE p.path = f.path))");
  Statement states =
      database.statement("SELECT state, count(*) FROM current_reports GROUP BY state");
  while (states.next()) {
    const std::string state = states.text(0);
    (state == "ok"         ? summary.ok
     : state == "review"   ? summary.review
     : state == "rejected" ? summary.rejected
                           : summary.failed) = states.whole(1);
    summary.reports += states.whole(1);
  }
}

void count_assessments(Database& database, Summary& summary) {
  Statement row = database.statement(
      "SELECT count(*), total(a.change = 'positive'), total(a.change = 'unchanged'), "
      "total(a.change = 'negative'), total(EXISTS (SELECT * FROM open_marks m WHERE m.report_id = "
      "a.report_id AND m.position = a.position)) "
      "FROM latest_reports r JOIN assessments_held a ON a.report_id = r.report_id");
  if (!row.next()) return;
  summary.assessments = row.whole(0);
  summary.positive = row.whole(1);
  summary.unchanged = row.whole(2);
  summary.negative = row.whole(3);
  summary.to_review = row.whole(4);
}

void list_covered(Database& database, Summary& summary) {
  Statement rows = database.statement(
      "SELECT period, district_id, district, max(CASE WHEN counts THEN state END), count(*), "
      "sum(CASE WHEN counts THEN (SELECT count(DISTINCT position) FROM open_marks m WHERE "
      "m.report_id = r.report_id) ELSE 0 END) "
      "FROM current_reports r WHERE state IN ('ok', 'review') AND district IS NOT NULL AND period "
      "IS NOT NULL GROUP BY period, coalesce(district_id, district) ORDER BY period, district, "
      "district_id");
  while (rows.next())
    summary.covered.push_back(
        {rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.whole(4), rows.whole(5)});
}

void list_missing(Database& database, Summary& summary) {
  Statement rows = database.statement(
      "SELECT year, district_id, name FROM missing_reports ORDER BY year, name, district_id");
  while (rows.next()) summary.missing.push_back({rows.text(0), rows.text(1), rows.text(2)});
}

void list_attention(Database& database, Summary& summary, std::int64_t most) {
  Statement rows = database.statement(R"sql(
SELECT f.path, state, district, period, to_review,
       (SELECT code || char(10) || message FROM problems_flat p
        WHERE p.path = f.path AND severity <> 'info' ORDER BY severity = 'warning', ordinal LIMIT 1)
FROM (
  SELECT path, state, district, period,
         (SELECT count(DISTINCT position) FROM open_marks m WHERE m.report_id = r.report_id)
           AS to_review
  FROM current_reports r WHERE state <> 'ok'
  UNION ALL
  SELECT path, 'unopened', NULL, NULL, 0 FROM current_files WHERE report_id IS NULL) f
ORDER BY state = 'review', path LIMIT ?1)sql");
  rows.with(most);
  while (rows.next()) {
    const std::string problem = rows.text(5);
    const std::size_t end = std::min(problem.find('\n'), problem.size());
    const std::size_t rest = std::min(end + 1, problem.size());
    summary.attention.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                                 rows.whole(4), problem.substr(0, end), problem.substr(rest)});
  }
  summary.attention_in_all = summary.review + summary.rejected + summary.failed + summary.unopened;
}

}  // namespace

Result<Summary> summary_of(Store& store, std::int64_t most) {
  Database& database = store.database();
  Transaction transaction(database, Transaction::For::reading);
  Summary summary;
  count_files(database, summary);
  count_assessments(database, summary);
  list_covered(database, summary);
  list_missing(database, summary);
  list_attention(database, summary, most);
  Statement run =
      database.statement("SELECT started_at, finished_at FROM runs ORDER BY run_id DESC LIMIT 1");
  if (run.next()) {
    summary.started_at = run.optional_text(0);
    summary.finished_at = run.optional_text(1);
  }
  run = Statement();
  if (auto problem = transaction.commit()) return *problem;
  return summary;
}

}  // namespace lagesbild
