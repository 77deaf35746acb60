// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of changes: areas by districts for a year, areas by periods for a district.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

/// What may stand in a cell instead of a change.
enum class Empty {
  no,       ///< there is at least one assessment
  missing,  ///< no report, though one was to be expected
  none,     ///< no report, and none was to be expected
  unnamed,  ///< a report, which does not name this area
};

struct HeatCell {
  Empty empty = Empty::none;
  std::vector<const SiteAssessment*> said;  ///< several where a report names an area twice
  std::string page;                         ///< where they stand in full: a district's id
};

struct HeatHead {
  std::string title;
  std::string district;  ///< id of the district whose page it leads to; empty: none
};

struct HeatRow {
  std::string title;
  std::vector<HeatCell> cells;  ///< one for each head
};

struct HeatTable {
  std::vector<HeatHead> heads;
  std::vector<HeatRow> rows;
  std::size_t reports = 0;   ///< columns that have one
  std::size_t expected = 0;  ///< columns that should
};

/// City-wide areas by districts. Of several reports in the year, a district's last one is shown.
HeatTable year_table(const Site& site, const std::string& year);

/// Areas of one scope that the district's reports name, by periods; years without a report stand
/// between them.
HeatTable district_table(const Site& site, std::size_t district, Scope scope);

std::string heat_html(const HeatTable& table, const std::string& caption, const Messages& say);

/// "positive", "unchanged", "negative" or "unstated": classes of the style sheet, ends of keys.
std::string word_of(const std::optional<Change>& change);
/// "+", "=", "−" or "?".
std::string sign_of(const std::optional<Change>& change);

}  // namespace lagesbild
