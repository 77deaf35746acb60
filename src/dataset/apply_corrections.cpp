// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/apply_corrections.h"

#include "base/sha256.h"

namespace lagesbild {
namespace {

// The same content, or else what counts now for the same district and period.
constexpr const char* matches = R"sql(
CREATE TEMP TABLE IF NOT EXISTS matching_corrections (
  correction_id INTEGER, report_id INTEGER, position INTEGER);
DELETE FROM matching_corrections;
INSERT INTO matching_corrections
WITH meant AS (
  SELECT c.*, coalesce(
    (SELECT r.report_id FROM current_reports r WHERE r.sha256 = c.sha256),
    (SELECT r.report_id FROM latest_reports r
     WHERE r.district_id = c.district_id AND r.period = c.period)) AS report_id
  FROM corrections c WHERE c.undone_at IS NULL)
SELECT m.correction_id, a.report_id, a.position
FROM meant m JOIN assessments a
  ON a.report_id = m.report_id AND a.scope = m.scope
     AND (a.number IS m.number OR a.area_id = m.area_id)
     AND text_fingerprint(a.comment) = m.text_fingerprint;
)sql";

constexpr const char* applied = R"sql(
UPDATE corrections SET stale = undone_at IS NULL AND correction_id NOT IN (
  SELECT correction_id FROM matching_corrections);
DELETE FROM applied_corrections;
INSERT INTO applied_corrections
SELECT report_id, position, max(correction_id), 0 FROM matching_corrections GROUP BY 1, 2;
INSERT INTO applied_corrections
SELECT a.report_id, a.position, x.correction_id, 1
FROM applied_corrections x
JOIN corrections c ON c.correction_id = x.correction_id AND c.decision = 'change'
JOIN assessments t ON t.report_id = x.report_id AND t.position = x.position
JOIN assessments a ON a.report_id = t.report_id AND a.basis = 'reference'
  AND a.reference = t.scope || ':' || t.number
WHERE NOT x.by_reference AND NOT EXISTS (
  SELECT * FROM applied_corrections y
  WHERE y.report_id = a.report_id AND y.position = a.position)
GROUP BY 1, 2;
)sql";

}  // namespace

std::string text_fingerprint(std::string_view comment) {
  constexpr std::size_t digits = 16;
  return sha256_of(comment).substr(0, digits);
}

void apply_corrections(Database& database) {
  database.define("text_fingerprint", text_fingerprint);
  database.run(matches);
  database.run(applied);
}

}  // namespace lagesbild
