// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL texts that migrations() lists. Tables hold what was read; views answer plain questions.
#pragma once

#include <string_view>

namespace lagesbild {

inline constexpr std::string_view schema_1 = R"sql(
-- One row for each time ingest wrote something. The only place with clocks and hosts.
CREATE TABLE runs (
  run_id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,                  -- NULL: broken off
  program TEXT NOT NULL,
  poppler TEXT NOT NULL,
  rules TEXT NOT NULL,
  sandbox TEXT NOT NULL,
  files_read INTEGER NOT NULL DEFAULT 0,    -- whose bytes were read by a worker
  files_failed INTEGER NOT NULL DEFAULT 0,  -- of those, broken off
  files_gone INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE districts (
  district_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  valid_from TEXT,                   -- first and last day, YYYY-MM-DD; NULL: open
  valid_to TEXT,
  known INTEGER NOT NULL CHECK (known IN (0, 1))  -- 0: the rules do not know it (any more)
);

CREATE TABLE district_successors (
  district_id TEXT NOT NULL REFERENCES districts ON DELETE CASCADE,
  successor_id TEXT NOT NULL REFERENCES districts (district_id) ON DELETE CASCADE,
  PRIMARY KEY (district_id, successor_id)
) WITHOUT ROWID;
CREATE INDEX district_predecessors ON district_successors (successor_id);

CREATE TABLE areas (
  area_id TEXT PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('city', 'local')),
  title TEXT NOT NULL,
  list TEXT,                         -- versions of the city's list, separated by spaces
  valid_from INTEGER,                -- first and last year; NULL: open
  valid_to INTEGER,
  known INTEGER NOT NULL CHECK (known IN (0, 1)),  -- 0: found in reports only
  district_id TEXT REFERENCES districts  -- whose own it is
);
CREATE INDEX areas_of_district ON areas (district_id);

-- One row for each content, however many files hold it. (The CHECKs say OR, since SQLite builds a
-- table for every IN of three words or more, each time.)
CREATE TABLE reports (
  report_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  producer TEXT,
  text_from TEXT,
  dated TEXT,                        -- the PDF's own latest: YYYY-MM-DDThh:mm:ss as far as given
  state TEXT NOT NULL,               -- as read
  district_id TEXT REFERENCES districts,
  district TEXT,
  district_as_written TEXT,
  period TEXT,
  program TEXT NOT NULL,
  rules TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs,
  CHECK (text_from = 'pdf' OR text_from = 'form-fields' OR text_from = 'ocr' OR text_from = 'text'),
  CHECK (state = 'ok' OR state = 'review' OR state = 'rejected' OR state = 'failed')
);
CREATE INDEX reports_in_order ON reports (district, district_id, period, sha256);
CREATE INDEX reports_of_district ON reports (district_id);
CREATE INDEX reports_of_run ON reports (run_id);

-- Paths are relative to the folder that was read; UTF-8, bytes that are none as % and hex digits.
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,      -- since 1970-01-01, as are the others
  changed_ns INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  report_id INTEGER REFERENCES reports,  -- NULL: could not be opened
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  last_run INTEGER NOT NULL REFERENCES runs (run_id)  -- that wrote this row
) WITHOUT ROWID;
CREATE INDEX files_of_report ON files (report_id, gone, path);
CREATE INDEX files_of_run ON files (last_run);

CREATE TABLE assessments (
  assessment_id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,         -- in the form, from 1
  scope TEXT NOT NULL CHECK (scope IN ('city', 'local')),
  number TEXT,
  title TEXT NOT NULL,               -- as written
  group_title TEXT,
  area_id TEXT REFERENCES areas,
  change TEXT,
  basis TEXT NOT NULL,
  reference TEXT,
  suggested_change TEXT,
  comment TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,                -- that decided the change; empty: none
  UNIQUE (report_id, position),
  CHECK (change = 'positive' OR change = 'unchanged' OR change = 'negative'),
  CHECK (basis = 'stated' OR basis = 'reference' OR basis = 'corrected' OR basis = 'none'),
  CHECK (suggested_change = 'positive' OR suggested_change = 'unchanged'
         OR suggested_change = 'negative')
);
CREATE INDEX assessments_of_area ON assessments (area_id);

CREATE TABLE review_marks (
  report_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,          -- from 1
  code TEXT NOT NULL,
  PRIMARY KEY (report_id, position, ordinal),
  FOREIGN KEY (report_id, position) REFERENCES assessments (report_id, position) ON DELETE CASCADE
) WITHOUT ROWID;

-- Where an assessment stands: one row for each page it touches, in points from the top left.
CREATE TABLE evidence (
  report_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,          -- from 1
  page INTEGER NOT NULL,
  x0 REAL NOT NULL,
  y0 REAL NOT NULL,
  x1 REAL NOT NULL,
  y1 REAL NOT NULL,
  PRIMARY KEY (report_id, position, ordinal),
  FOREIGN KEY (report_id, position) REFERENCES assessments (report_id, position) ON DELETE CASCADE
) WITHOUT ROWID;

-- A report's problems, or those of a file that could not be opened.
CREATE TABLE problems (
  problem_id INTEGER PRIMARY KEY,
  path TEXT REFERENCES files ON DELETE CASCADE,
  report_id INTEGER REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,          -- from 1
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity = 'error' OR severity = 'warning' OR severity = 'info'),
  message TEXT NOT NULL,
  page INTEGER,
  line INTEGER,
  CHECK ((path IS NULL) <> (report_id IS NULL))
);
CREATE INDEX problems_of_report ON problems (report_id, ordinal);
CREATE INDEX problems_of_file ON problems (path, ordinal);

-- Reports that share district and period with another one. Made anew from the rest, after each run.
CREATE TABLE duplicates (
  report_id INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- 1: the latest of them
  message TEXT NOT NULL
);

-- What people set right. Kept by content and words, not by row, so that they outlive a new reading.
CREATE TABLE corrections (
  correction_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('city', 'local')),
  number TEXT,
  area_id TEXT,
  text_fingerprint TEXT NOT NULL,
  change TEXT CHECK (change = 'positive' OR change = 'unchanged' OR change = 'negative'),
  comment TEXT,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
);
CREATE INDEX corrections_of_report ON corrections (sha256);

-- Full text: SELECT f.* FROM comment_search s JOIN assessments_flat f ON f.assessment_id = s.rowid
-- WHERE comment_search MATCH 'trygghet*'
-- Comments are indexed together when a run ends, which takes a fraction of the time.
CREATE VIRTUAL TABLE comment_search USING fts5 (
  comment, content = 'assessments', content_rowid = 'assessment_id',
  tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE comment_search_state (indexed_to INTEGER NOT NULL);  -- the last assessment_id in it
INSERT INTO comment_search_state VALUES (0);
CREATE TRIGGER comment_removed AFTER DELETE ON assessments
WHEN old.assessment_id <= (SELECT indexed_to FROM comment_search_state) BEGIN
  INSERT INTO comment_search (comment_search, rowid, comment)
  VALUES ('delete', old.assessment_id, old.comment);
END;
CREATE TRIGGER comment_changed AFTER UPDATE OF comment ON assessments
WHEN old.assessment_id <= (SELECT indexed_to FROM comment_search_state) BEGIN
  INSERT INTO comment_search (comment_search, rowid, comment)
  VALUES ('delete', old.assessment_id, old.comment);
  INSERT INTO comment_search (rowid, comment) VALUES (new.assessment_id, new.comment);
END;

-- Files in the folder. An archive that was read to its end has neither report nor problem, and is
-- none: its members are.
CREATE VIEW current_files AS
SELECT * FROM files f
WHERE NOT gone
  AND (report_id IS NOT NULL OR EXISTS (SELECT * FROM problems p WHERE p.path = f.path));

-- Reports whose file lies in the folder, by the first of its paths. counts: 1 where it is the one
-- to be counted for its district and period.
CREATE VIEW current_reports AS
SELECT r.report_id, r.sha256, f.path, r.bytes, f.modified_ns, r.district_id, r.district,
       r.district_as_written, r.period,
       CASE WHEN r.state = 'ok' AND d.report_id IS NOT NULL THEN 'review' ELSE r.state END AS state,
       r.state IN ('ok', 'review') AND r.district IS NOT NULL AND r.period IS NOT NULL
         AND coalesce(d.counts, 1) AS counts,
       r.pages, r.text_from, r.producer, r.dated, r.program, r.rules, r.run_id
FROM reports r
JOIN files f
  ON f.path = (SELECT min(path) FROM files WHERE report_id = r.report_id AND gone = 0)
LEFT JOIN duplicates d ON d.report_id = r.report_id;

-- The one report that counts for each district and period.
CREATE VIEW latest_reports AS SELECT * FROM current_reports WHERE counts;

-- Everything about an assessment in one row.
CREATE VIEW assessments_flat AS
SELECT r.report_id, r.sha256, a.position, r.district_id, r.district, r.period, a.scope, a.number,
       a.area_id, t.title AS area_title, a.title, a.group_title, a.change, a.basis, a.reference,
       a.suggested_change, a.comment, e.page, e.x0, e.y0, e.x1, e.y1, a.confidence,
       (SELECT group_concat(code, ' ') FROM (
          SELECT code FROM review_marks m
          WHERE m.report_id = a.report_id AND m.position = a.position ORDER BY m.ordinal)
       ) AS review,
       nullif(a.rule, '') AS rule, r.counts, r.path, a.assessment_id
FROM current_reports r
JOIN assessments a ON a.report_id = r.report_id
LEFT JOIN areas t ON t.area_id = a.area_id
LEFT JOIN evidence e
  ON e.report_id = a.report_id AND e.position = a.position AND e.ordinal = 1;

-- Problems of the files in the folder; a report's own come first, then that there are two of it.
CREATE VIEW problems_flat AS
SELECT r.path, r.sha256, r.report_id, p.ordinal, p.code, p.severity, p.page, p.message
FROM current_reports r JOIN problems p ON p.report_id = r.report_id
UNION ALL
SELECT r.path, r.sha256, r.report_id,
       1 + coalesce((SELECT max(ordinal) FROM problems p WHERE p.report_id = r.report_id), 0),
       'two_reports', 'warning', NULL, d.message
FROM current_reports r JOIN duplicates d ON d.report_id = r.report_id
UNION ALL
SELECT f.path, NULL, NULL, p.ordinal, p.code, p.severity, p.page, p.message
FROM files f JOIN problems p ON p.path = f.path WHERE NOT f.gone AND f.report_id IS NULL;

-- Districts of the rules, and those that reports in the folder name besides.
CREATE VIEW current_districts AS
SELECT d.district_id, d.name, d.valid_from, d.valid_to, d.known,
       (SELECT group_concat(successor_id, ' ') FROM
         (SELECT successor_id FROM district_successors s
          WHERE s.district_id = d.district_id ORDER BY successor_id)) AS successors
FROM districts d
WHERE d.known OR d.district_id IN (SELECT district_id FROM current_reports)
  OR d.district_id IN (SELECT district_id FROM current_areas);

-- Areas of the rules, and those found in the folder's reports.
CREATE VIEW current_areas AS
SELECT t.* FROM areas t
WHERE t.known OR EXISTS (
  SELECT * FROM assessments a JOIN files f ON f.report_id = a.report_id AND f.gone = 0
  WHERE a.area_id = t.area_id);

-- Districts of which no report counts for a year that others have reported on. A district belongs
-- to a year when it was there on its last day.
CREATE VIEW missing_reports AS
WITH years AS (SELECT DISTINCT substr(period, 1, 4) AS year FROM latest_reports)
SELECT y.year, d.district_id, d.name
FROM years y JOIN districts d
  ON d.known AND coalesce(d.valid_from, '') <= y.year || '-12-31'
     AND coalesce(d.valid_to, '9999') >= y.year || '-12-31'
WHERE NOT EXISTS (
  SELECT * FROM latest_reports r
  WHERE r.district_id = d.district_id AND substr(r.period, 1, 4) = y.year);
)sql";

inline constexpr std::string_view schema_2 = R"sql(
ALTER TABLE reports ADD COLUMN ocr TEXT NOT NULL DEFAULT '';  -- how scans were read
)sql";

}  // namespace lagesbild
