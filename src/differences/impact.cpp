// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences/impact.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "differences/pairs.h"
#include "differences/stated.h"

namespace lagesbild {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<Change> change_named(const std::string& name) {
  for (const Change change : {Change::positive, Change::unchanged, Change::negative})
    if (name == name_of(change)) return change;
  return std::nullopt;
}

Basis basis_named(const std::string& name) {
  for (const Basis basis : {Basis::stated, Basis::reference})
    if (name == name_of(basis)) return basis;
  return Basis::none;
}

/// "a b" as its words.
std::vector<std::string> codes_in(const std::string& review) {
  std::istringstream words(review);
  return {std::istream_iterator<std::string>(words), {}};
}

Assessment assessment_of(const AreaState& area) {
  Assessment one;
  one.scope = area.scope == name_of(Scope::city) ? Scope::city : Scope::local;
  one.number = unless_empty(area.number);
  one.title = area.title;
  one.area_id = unless_empty(area.area_id);
  one.change = change_named(area.read.change);
  one.basis = basis_named(area.read.basis);
  one.reference = unless_empty(area.read.reference);
  one.suggested_change = change_named(area.read.suggested_change);
  one.comment = area.comment;
  one.review = codes_in(area.read.review);
  one.rule = area.read.rule;
  return one;
}

Report report_of(const StatedReport& stated, const std::vector<AreaState>& areas) {
  Report report;
  if (!stated.district.empty())
    report.district = District{unless_empty(stated.district_id), stated.district, ""};
  report.period = unless_empty(stated.period);
  for (const AreaState& area : areas) report.assessments.push_back(assessment_of(area));
  return report;
}

Statements statements_of(Assessment one) {
  std::ranges::sort(one.review);
  Statements said;
  if (one.change) said.change = name_of(*one.change);
  said.basis = name_of(one.basis);
  if (one.suggested_change) said.suggested_change = name_of(*one.suggested_change);
  for (const std::string& code : one.review) said.review += (said.review.empty() ? "" : " ") + code;
  said.reference = one.reference.value_or("");
  said.rule = one.rule;
  return said;
}

/// What somebody set right stays right, and what somebody has looked at asks for nothing.
Statements held_of(const AreaState& before, const Statements& read) {
  Statements held = read;
  if (before.decision.empty()) return held;
  if (before.by_reference) {
    if (read.reference == before.read.reference) held.change = before.held.change;
    return held;
  }
  if (before.decision == "change") return before.held;
  held.review.clear();
  return held;
}

AreaState state_of(const AreaState& before, const Assessment& judged) {
  AreaState after = before;
  after.area_id = judged.area_id.value_or("");
  after.read = statements_of(judged);
  after.held = held_of(before, after.read);
  return after;
}

Problem other_rules(const Rules& old_rules) {
  return {"usage",
          Severity::error,
          {},
          "the dataset was not read by the old rules (version " + old_rules.version +
              "); name those with --old-rules, or run lagesbild ingest by them first"};
}

}  // namespace

Result<ImpactCoverage> for_each_impact(Store& store, const Rules& old_rules, const Rules& rules,
                                       const std::function<void(const Difference&)>& take) {
  Database& database = store.database();
  StatedSide side(database, stated_now(database));
  const std::vector<StatedReport> reports = side.reports();
  const auto by_old_rules = [&](const StatedReport& one) { return one.rules == old_rules.version; };
  if (!reports.empty() && std::ranges::none_of(reports, by_old_rules))
    return other_rules(old_rules);
  ImpactCoverage coverage;
  for (const Pair& pair : pairs_of(reports, reports)) {
    const StatedReport& report = reports[*pair.before];
    if (!by_old_rules(report)) {
      ++coverage.other_rules;
      continue;
    }
    const std::vector<AreaState> areas = side.areas_of(report);
    const Rejudged made = rejudged(report_of(report, areas), old_rules, rules);
    ++coverage.reports;
    coverage.assessments += static_cast<std::int64_t>(areas.size());
    coverage.not_by_comment += made.not_by_comment;
    for (std::size_t a = 0; a < areas.size(); ++a) {
      const AreaState after = state_of(areas[a], made.assessments[a]);
      const auto aspects = differing_aspects(areas[a], after);
      if (!aspects.empty())
        take({DifferenceKind::changed, {Cause::rules}, aspects, areas[a], after});
    }
  }
  if (auto problem = database.take_failure()) return *problem;
  return coverage;
}

}  // namespace lagesbild
