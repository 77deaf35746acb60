// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The third step of migrations(): what people answer is kept, and views show it.
#pragma once

#include <string_view>

namespace lagesbild {

inline constexpr std::string_view schema_3 = R"sql(
-- What people answered. Kept by report, area and words, not by row, so that it outlives a new
-- reading; never deleted. (The table of the first version was never written to.)
DROP TABLE corrections;
CREATE TABLE corrections (
  correction_id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL,              -- the report's content
  district_id TEXT,                  -- what it was a report of: finds the file that replaced it
  period TEXT,
  scope TEXT NOT NULL CHECK (scope = 'city' OR scope = 'local'),
  number TEXT,
  area_id TEXT,
  title TEXT NOT NULL,
  text_fingerprint TEXT NOT NULL,    -- of the comment that was judged
  decision TEXT NOT NULL CHECK (decision = 'accept' OR decision = 'change'),
  change TEXT CHECK (change = 'positive' OR change = 'unchanged' OR change = 'negative'),
  change_as_read TEXT,
  note TEXT,
  role TEXT NOT NULL,                -- who: an office, no person
  made_at TEXT NOT NULL,
  undone_at TEXT,
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))  -- nothing with that text is there now
);
CREATE INDEX corrections_of_report ON corrections (sha256);

-- Which of them holds for which assessment. Made anew from the rest, after each run.
CREATE TABLE applied_corrections (
  report_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  correction_id INTEGER NOT NULL REFERENCES corrections,
  by_reference INTEGER NOT NULL CHECK (by_reference IN (0, 1)),  -- it refers to the corrected area
  PRIMARY KEY (report_id, position),
  FOREIGN KEY (report_id, position) REFERENCES assessments (report_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX applied_of_correction ON applied_corrections (correction_id);

-- Marks that nobody has answered yet.
CREATE VIEW open_marks AS
SELECT * FROM review_marks m
WHERE NOT EXISTS (SELECT * FROM applied_corrections x
                  WHERE x.report_id = m.report_id AND x.position = m.position
                    AND NOT x.by_reference);

DROP VIEW current_reports;
CREATE VIEW current_reports AS
SELECT r.report_id, r.sha256, f.path, r.bytes, f.modified_ns, r.district_id, r.district,
       r.district_as_written, r.period,
       CASE WHEN r.state = 'ok' AND d.report_id IS NOT NULL THEN 'review'
            WHEN r.state = 'review' AND d.report_id IS NULL
              AND EXISTS (SELECT * FROM applied_corrections x WHERE x.report_id = r.report_id)
              AND NOT EXISTS (SELECT * FROM open_marks m WHERE m.report_id = r.report_id)
              AND NOT EXISTS (SELECT * FROM problems p
                              WHERE p.report_id = r.report_id AND p.severity <> 'info') THEN 'ok'
            ELSE r.state END AS state,
       r.state IN ('ok', 'review') AND r.district IS NOT NULL AND r.period IS NOT NULL
         AND coalesce(d.counts, 1) AS counts,
       r.pages, r.text_from, r.producer, r.dated, r.program, r.rules, r.run_id
FROM reports r
JOIN files f
  ON f.path = (SELECT min(path) FROM files WHERE report_id = r.report_id AND gone = 0)
LEFT JOIN duplicates d ON d.report_id = r.report_id;

-- An assessment as it holds: as read, or as a person has set it right. What somebody has looked at
-- is sure and asks for nothing more.
CREATE VIEW assessments_held AS
SELECT a.assessment_id, a.report_id, a.position, a.scope, a.number, a.title, a.group_title,
       a.area_id, iif(c.decision = 'change', c.change, a.change) AS change,
       iif(c.decision = 'change' AND NOT x.by_reference, 'corrected', a.basis) AS basis,
       a.reference, iif(c.decision = 'change', NULL, a.suggested_change) AS suggested_change,
       a.comment, iif(x.by_reference = 0, 1.0, a.confidence) AS confidence,
       iif(c.decision = 'change', '', a.rule) AS rule,
       a.change AS change_as_read, x.correction_id, c.decision, c.role, c.made_at, c.note
FROM assessments a
LEFT JOIN applied_corrections x ON x.report_id = a.report_id AND x.position = a.position
LEFT JOIN corrections c ON c.correction_id = x.correction_id;

DROP VIEW assessments_flat;
CREATE VIEW assessments_flat AS
SELECT r.report_id, r.sha256, a.position, r.district_id, r.district, r.period, a.scope, a.number,
       a.area_id, t.title AS area_title, a.title, a.group_title, a.change, a.basis, a.reference,
       a.suggested_change, a.comment, e.page, e.x0, e.y0, e.x1, e.y1, a.confidence,
       (SELECT group_concat(code, ' ') FROM (
          SELECT code FROM open_marks m
          WHERE m.report_id = a.report_id AND m.position = a.position ORDER BY m.ordinal)
       ) AS review,
       nullif(a.rule, '') AS rule, r.counts, r.path, a.assessment_id, a.change_as_read,
       a.correction_id, a.note
FROM current_reports r
JOIN assessments_held a ON a.report_id = r.report_id
LEFT JOIN areas t ON t.area_id = a.area_id
LEFT JOIN evidence e
  ON e.report_id = a.report_id AND e.position = a.position AND e.ordinal = 1;

-- What asks for a person, with how urgently: by how much it may be wrong, twice as much where a
-- change is counted or proposed, half where another report counts instead.
CREATE VIEW review_list AS
SELECT f.*, (1.001 - f.confidence) * iif(f.change IS NULL AND f.suggested_change IS NULL, 1, 2)
            * iif(f.counts, 1, 0.5) AS urgency
FROM assessments_flat f WHERE f.review IS NOT NULL;

CREATE VIEW corrections_flat AS
SELECT correction_id, sha256, district_id, period, scope, number, area_id, title, decision, change,
       change_as_read, note, role, made_at, undone_at, stale
FROM corrections;
)sql";

}  // namespace lagesbild
