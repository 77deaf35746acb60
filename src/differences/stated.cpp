// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences/stated.h"

namespace lagesbild {
namespace {

/// From `column` on: change, basis, suggested_change, review, reference, rule.
Statements statements_from(const Statement& row, int column) {
  return {row.text(column),     row.text(column + 1), row.text(column + 2),
          row.text(column + 3), row.text(column + 4), row.text(column + 5)};
}

}  // namespace

std::vector<StatedReport> StatedSide::reports() {
  std::vector<StatedReport> reports;
  Statement rows = database_.statement(queries_.reports);
  while (rows.next())
    reports.push_back({rows.whole(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                       rows.text(5), rows.whole(6) != 0, rows.text(7), rows.text(8), rows.text(9)});
  return reports;
}

std::vector<AreaState> StatedSide::areas_of(const StatedReport& report) {
  std::vector<AreaState> areas;
  areas_.with(report.id);
  while (areas_.next()) {
    AreaState one;
    one.sha256 = report.sha256;
    one.path = report.path;
    one.district_id = report.district_id;
    one.district = report.district;
    one.period = report.period;
    one.position = areas_.whole(0);
    one.scope = areas_.text(1);
    one.number = areas_.text(2);
    one.title = areas_.text(3);
    one.area_id = areas_.text(4);
    one.comment = areas_.text(5);
    one.fingerprint = areas_.text(6);
    one.held = statements_from(areas_, 7);
    one.read = statements_from(areas_, 13);
    one.decision = areas_.text(19);
    one.by_reference = areas_.whole(20) != 0;
    areas.push_back(std::move(one));
  }
  return areas;
}

}  // namespace lagesbild
