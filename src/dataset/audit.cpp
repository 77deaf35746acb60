// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/audit.h"

#include <algorithm>
#include <cmath>

#include "base/sha256.h"
#include "dataset/apply_corrections.h"
#include "dataset/corrections.h"

namespace lagesbild {
namespace {

constexpr std::int64_t least = 2;  // of each stratum

// One's own correction, not one that a reference follows.
constexpr const char* strata_sql = R"sql(
CREATE TEMP TABLE audited AS
WITH own AS (SELECT x.report_id, x.position, c.decision
             FROM applied_corrections x JOIN corrections c USING (correction_id)
             WHERE NOT x.by_reference)
SELECT assessment_id, own.decision IS NOT NULL AS answered,
       coalesce(own.decision = 'change', 0) AS wrong,
       coalesce(change_as_read, 'none') || iif(EXISTS (
         SELECT * FROM review_marks m
         WHERE m.report_id = f.report_id AND m.position = f.position), ', marked', '') AS stratum,
       audit_order()sql";
constexpr const char* strata_from_sql = R"sql() AS drawn
FROM assessments_flat f
LEFT JOIN own ON own.report_id = f.report_id AND own.position = f.position
WHERE counts)sql";

/// Who is drawn depends on the words and their place in the form, not on the order of reading.
void draw(Database& database, std::uint64_t seed) {
  database.define("text_fingerprint", text_fingerprint);
  database.define("audit_order", [seed](std::string_view key) {
    return sha256_of(std::to_string(seed) + ' ' + std::string(key));
  });
  database.run("PRAGMA query_only = OFF; DROP TABLE IF EXISTS temp.audited");
  database.run(strata_sql + std::string(review_key_sql) + strata_from_sql);
}

/// How many of each stratum make up a sample of `wanted`.
void allocate(Audit& audit, std::int64_t wanted) {
  for (Audit::Stratum& one : audit.strata) {
    one.sample = std::min(least, one.areas);
    audit.sample += one.sample;
  }
  const auto lacking = [&](const Audit::Stratum& one) {
    if (one.sample == one.areas) return -1.0;
    const auto share = static_cast<double>(one.areas) / static_cast<double>(audit.areas);
    return share * static_cast<double>(wanted) - static_cast<double>(one.sample);
  };
  const std::int64_t most = std::min(wanted, audit.areas);
  for (; audit.sample < most; ++audit.sample)
    ++std::ranges::max_element(audit.strata, {}, lacking)->sample;
}

void count_answers(Database& database, Audit& audit) {
  Statement rows = database.statement(
      "SELECT assessment_id, answered, wrong FROM audited WHERE stratum = ?1 ORDER BY drawn LIMIT "
      "?2");
  for (Audit::Stratum& one : audit.strata) {
    rows.with(one.name, one.sample);
    while (rows.next()) {
      one.answered += rows.whole(1);
      one.wrong += rows.whole(2);
      if (rows.whole(1) == 0) audit.open.push_back(rows.whole(0));
    }
    audit.answered += one.answered;
    audit.wrong += one.wrong;
  }
}

}  // namespace

Result<Audit> audit_of(Store& store, std::int64_t sample, std::uint64_t seed) {
  Database& database = store.database();
  draw(database, seed);
  Audit audit;
  Statement sizes =
      database.statement("SELECT stratum, count(*) FROM audited GROUP BY stratum ORDER BY stratum");
  while (sizes.next()) {
    audit.strata.push_back({sizes.text(0), sizes.whole(1)});
    audit.areas += sizes.whole(1);
  }
  sizes = Statement();
  if (!audit.strata.empty()) allocate(audit, sample);
  count_answers(database, audit);
  if (auto problem = database.take_failure()) return *problem;
  const bool enough =
      !audit.strata.empty() &&
      std::ranges::all_of(audit.strata, [](const auto& one) { return one.answered > 0; });
  if (enough) audit.estimate = estimate_of(audit.strata);
  return audit;
}

Estimate estimate_of(const std::vector<Audit::Stratum>& strata) {
  constexpr double z = 1.959964;  // 97.5 % quantile of the normal distribution
  double areas = 0, answers = 0, rate = 0, variance = 0;
  for (const Audit::Stratum& one : strata) areas += static_cast<double>(one.areas);
  for (const Audit::Stratum& one : strata) {
    const auto n = static_cast<double>(one.answered);
    const double weight = static_cast<double>(one.areas) / areas;
    const double wrong = static_cast<double>(one.wrong) / n;
    rate += weight * wrong;
    variance += weight * weight * wrong * (1 - wrong) / n;
    answers += n;
  }
  const double size = variance > 0 ? rate * (1 - rate) / variance : answers;
  const double middle = (rate + z * z / (2 * size)) / (1 + z * z / size);
  const double half =
      z / (1 + z * z / size) * std::sqrt(rate * (1 - rate) / size + z * z / (4 * size * size));
  return {rate, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace lagesbild
