// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences/differences.h"

#include <algorithm>
#include <map>

#include "differences/pairs.h"

namespace lagesbild {
namespace {

using Contents = std::map<std::string, const StatedReport*>;  // by sha256

Contents contents_of(const std::vector<StatedReport>& reports) {
  Contents contents;
  for (const StatedReport& one : reports) contents[one.sha256] = &one;
  return contents;
}

std::vector<Cause> causes_of_versions(const StatedReport& before, const StatedReport& after) {
  std::vector<Cause> causes;
  if (before.rules != after.rules) causes.push_back(Cause::rules);
  if (before.program != after.program) causes.push_back(Cause::program);
  if (before.ocr != after.ocr) causes.push_back(Cause::ocr);
  return causes;
}

/// Why two readings may differ; nothing where all that is known of is the same.
std::vector<Cause> causes_of(const StatedReport& before, const StatedReport& after) {
  std::vector<Cause> causes = causes_of_versions(before, after);
  if (before.sha256 != after.sha256) causes.insert(causes.begin(), Cause::other_file);
  return causes;
}

/// Why a report stands on one side alone: its content is not on the other, or is, but stands not.
std::vector<Cause> causes_alone(const StatedReport& report, const Contents& other, Cause absent) {
  const auto same = other.find(report.sha256);
  if (same == other.end()) return {absent};
  return causes_of_versions(report, *same->second);
}

bool read_alike(const AreaState& before, const AreaState& after) {
  AreaState one = before, other = after;
  one.held = one.read;
  other.held = other.read;
  return differing_aspects(one, other).empty();
}

bool corrected_alike(const AreaState& before, const AreaState& after) {
  if (before.decision != after.decision || before.by_reference != after.by_reference) return false;
  return before.decision != "change" || before.held.change == after.held.change;
}

/// `readings` tells why the reports may differ.
std::vector<Cause> causes_of(const AreaState& before, const AreaState& after,
                             std::vector<Cause> readings) {
  const bool alike = read_alike(before, after);
  if (alike) readings.clear();
  if (alike || !corrected_alike(before, after)) readings.push_back(Cause::correction);
  return readings;
}

Difference difference_of(const AreaState* before, const AreaState* after,
                         const std::vector<Cause>& causes) {
  Difference difference;
  if (before) difference.before = *before;
  if (after) difference.after = *after;
  difference.kind = !before  ? DifferenceKind::added
                    : !after ? DifferenceKind::gone
                             : DifferenceKind::changed;
  difference.causes = causes;
  if (before && after) {
    difference.aspects = differing_aspects(*before, *after);
    difference.causes = causes_of(*before, *after, causes);
  }
  if (difference.causes.empty()) difference.causes = {Cause::read_again};
  return difference;
}

/// Two lists of reports, and where their assessments are.
struct Comparison {
  StatedSide &before, &after;
  std::vector<StatedReport> reports_before = before.reports(), reports_after = after.reports();
  Contents contents_before = contents_of(reports_before),
           contents_after = contents_of(reports_after);

  std::vector<Cause> causes(const Pair& pair) const {
    if (!pair.after)
      return causes_alone(reports_before[*pair.before], contents_after, Cause::file_gone);
    if (!pair.before)
      return causes_alone(reports_after[*pair.after], contents_before, Cause::new_file);
    return causes_of(reports_before[*pair.before], reports_after[*pair.after]);
  }

  void compare(const Pair& reports, const std::function<void(const Difference&)>& take) {
    std::vector<AreaState> old_areas, new_areas;
    if (reports.before) old_areas = before.areas_of(reports_before[*reports.before]);
    if (reports.after) new_areas = after.areas_of(reports_after[*reports.after]);
    const std::vector<Cause> why = causes(reports);
    for (const Pair& pair : pairs_of(old_areas, new_areas)) {
      const AreaState* old_one = pair.before ? &old_areas[*pair.before] : nullptr;
      const AreaState* new_one = pair.after ? &new_areas[*pair.after] : nullptr;
      if (old_one && new_one && differing_aspects(*old_one, *new_one).empty()) continue;
      take(difference_of(old_one, new_one, why));
    }
  }
};

}  // namespace

std::optional<Problem> for_each_difference(StatedSide before, StatedSide after,
                                           const std::function<void(const Difference&)>& take) {
  Comparison comparison{before, after};
  for (const Pair& pair : pairs_of(comparison.reports_before, comparison.reports_after))
    comparison.compare(pair, take);
  if (auto problem = before.database().take_failure()) return problem;
  return after.database().take_failure();
}

}  // namespace lagesbild
