// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences/difference.h"

#include <tuple>

namespace lagesbild {

std::string_view name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::added:
      return "added";
    case DifferenceKind::gone:
      return "gone";
    case DifferenceKind::changed:
      return "changed";
  }
  return "";
}

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::new_file:
      return "new_file";
    case Cause::file_gone:
      return "file_gone";
    case Cause::other_file:
      return "other_file";
    case Cause::rules:
      return "rules";
    case Cause::program:
      return "program";
    case Cause::ocr:
      return "ocr";
    case Cause::correction:
      return "correction";
    case Cause::read_again:
      return "read_again";
  }
  return "";
}

std::string_view name_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::report:
      return "report";
    case Aspect::area:
      return "area";
    case Aspect::change:
      return "change";
    case Aspect::basis:
      return "basis";
    case Aspect::suggested_change:
      return "suggested_change";
    case Aspect::comment:
      return "comment";
    case Aspect::review:
      return "review";
  }
  return "";
}

std::vector<Aspect> differing_aspects(const AreaState& before, const AreaState& after) {
  std::vector<Aspect> aspects;
  const auto compare = [&](Aspect aspect, bool same) {
    if (!same) aspects.push_back(aspect);
  };
  const auto report = [](const AreaState& one) {
    return std::tie(one.district_id.empty() ? one.district : one.district_id, one.period);
  };
  const auto area = [](const AreaState& one) {
    return std::tie(one.scope, one.number, one.title, one.area_id);
  };
  compare(Aspect::report, report(before) == report(after));
  compare(Aspect::area, area(before) == area(after));
  compare(Aspect::change, before.held.change == after.held.change);
  compare(Aspect::basis, before.held.basis == after.held.basis);
  compare(Aspect::suggested_change, before.held.suggested_change == after.held.suggested_change);
  compare(Aspect::comment, before.fingerprint == after.fingerprint);
  compare(Aspect::review, before.held.review == after.held.review);
  return aspects;
}

void DifferenceCounts::count(const Difference& difference) {
  (difference.kind == DifferenceKind::added  ? added
   : difference.kind == DifferenceKind::gone ? gone
                                             : changed) += 1;
  ++by_causes[difference.causes];
}

}  // namespace lagesbild
