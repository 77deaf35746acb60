// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/settle.h"

#include "dataset/apply_corrections.h"

namespace lagesbild {
namespace {

// A file was replaced by one with other content: nothing holds the old one any more.
constexpr const char* reports_without_files =
    "DELETE FROM reports WHERE NOT EXISTS (SELECT * FROM files f WHERE f.report_id = "
    "reports.report_id)";

// The latest by the PDF's own date counts; by the file's, where it has none.
constexpr const char* duplicates = R"sql(
DELETE FROM duplicates;
INSERT INTO duplicates (report_id, counts, message)
WITH
rivals AS (
  SELECT report_id, sha256, path, modified_ns, period, coalesce(district_id, district) AS whose,
         coalesce(dated, strftime('%Y-%m-%dT%H:%M:%S', modified_ns / 1000000000, 'unixepoch'))
           AS day,
         dated IS NULL AS by_file
  FROM current_reports
  WHERE state IN ('ok', 'review') AND district IS NOT NULL AND period IS NOT NULL),
told AS (
  SELECT *, path || ' (' || CASE WHEN by_file THEN 'file of ' ELSE 'dated ' END || day || ')' AS who
  FROM rivals),
ranked AS (
  SELECT report_id, who, row_number() OVER latest AS place,
         count(*) OVER (PARTITION BY whose, period) AS number,
         first_value(who) OVER latest AS first, lead(who) OVER latest AS next
  FROM told
  WINDOW latest AS (PARTITION BY whose, period ORDER BY day DESC, modified_ns DESC, sha256 DESC))
SELECT report_id, place = 1,
       number || ' reports are for this district and period; ' || CASE WHEN place = 1
         THEN 'this one, ' || who || ', counts; ' || next || ' does not'
         ELSE first || ' counts; this one, ' || who || ', does not' END
         || '; check which is right and take the others away'
FROM ranked WHERE number > 1;
)sql";

// An area that the rules do not know is called what the newest report that has it calls it.
constexpr const char* area_titles = R"sql(
UPDATE areas SET list = NULL, valid_from = NULL, valid_to = NULL WHERE NOT known;
UPDATE areas SET (scope, title, district_id) = (
  SELECT a.scope, a.title, iif(a.scope = 'local', r.district_id, NULL)
  FROM assessments a JOIN reports r ON r.report_id = a.report_id
  WHERE a.area_id = areas.area_id
    AND EXISTS (SELECT * FROM files f WHERE f.report_id = r.report_id AND f.gone = 0)
  ORDER BY r.period DESC, r.sha256, a.position LIMIT 1)
WHERE NOT known AND EXISTS (
  SELECT * FROM assessments a JOIN files f ON f.report_id = a.report_id AND f.gone = 0
  WHERE a.area_id = areas.area_id);
)sql";

constexpr const char* district_names = R"sql(
UPDATE districts SET valid_from = NULL, valid_to = NULL, name = coalesce(
  (SELECT min(r.district) FROM current_reports r WHERE r.district_id = districts.district_id), name)
WHERE NOT known;
)sql";

constexpr const char* unused = R"sql(
DELETE FROM areas WHERE NOT known
  AND NOT EXISTS (SELECT * FROM assessments a WHERE a.area_id = areas.area_id);
DELETE FROM districts WHERE NOT known
  AND NOT EXISTS (SELECT * FROM reports r WHERE r.district_id = districts.district_id)
  AND NOT EXISTS (SELECT * FROM areas t WHERE t.district_id = districts.district_id);
)sql";

constexpr const char* comments = R"sql(
INSERT INTO comment_search (rowid, comment)
SELECT assessment_id, comment FROM assessments
WHERE assessment_id > (SELECT indexed_to FROM comment_search_state) ORDER BY assessment_id;
UPDATE comment_search_state
SET indexed_to = (SELECT coalesce(max(assessment_id), 0) FROM assessments);
)sql";

}  // namespace

void settle(Database& database) {
  for (const char* sql :
       {reports_without_files, duplicates, area_titles, district_names, unused, comments})
    database.run(sql);
  apply_corrections(database);
}

}  // namespace lagesbild
