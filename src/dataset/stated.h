// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a dataset states now, and what it stated before a run wrote to it, by queries with the same
// columns.
#pragma once

#include <string_view>

#include "dataset/sqlite.h"

namespace lagesbild {

struct StatedQueries {
  /// Every report in the folder, of any state: report_id, sha256, district_id, district, period,
  /// path, stands (0: nothing of it is stated, as it was rejected or another report counts),
  /// program (with Poppler's version), rules, ocr.
  std::string_view reports;
  /// The assessments of report ?1 by position: position, scope, number, title, area_id, comment,
  /// fingerprint (empty where the comment is); change, basis, suggested_change, review (codes in
  /// order of the alphabet, spaces between), reference, rule as they hold; the same six as read;
  /// decision and by_reference of the correction that holds, if any.
  std::string_view areas;
};

/// Gives `database` the function that they call.
StatedQueries stated_now(Database& database);

/// Of what keep_stated() kept, as it does in a run that keeps_before and has changed something;
/// comments are empty, but for their fingerprint.
StatedQueries stated_before();

/// Keeps what is stated now, outside the dataset, for as long as `database` is open.
void keep_stated(Database& database);

}  // namespace lagesbild
