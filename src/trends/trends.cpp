// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trends/trends.h"

#include <algorithm>
#include <map>

#include "trends/area_groups.h"
#include "trends/tally.h"

namespace lagesbild {
namespace {

/// The area's list is in force in that year: a report without the area lacks something.
bool in_force(const TrendArea& area, const std::string& year) {
  const int number = std::stoi(year);
  return area.scope == Scope::city && area.known && (!area.from || *area.from <= number) &&
         (!area.to || number <= *area.to);
}

TrendCell empty_cell(const TrendDistrict& district, const TrendArea& area, const std::string& year,
                     std::size_t period) {
  TrendCell cell;
  cell.sha256 = district.reports[period];
  const bool listed = area.scope == Scope::local || !area.known || in_force(area, year);
  if (!listed)
    cell.state = TrendState::none;
  else if (!cell.sha256.empty())
    cell.state = TrendState::no_area;
  else if (was_there(district, year))
    cell.state = TrendState::no_report;
  return cell;
}

/// An area that comes twice in a report states what both do, or several things.
void put(const Said& said, TrendCell& cell) {
  const bool first = cell.position == 0;
  const std::optional<Change> before = cell.change;
  if (first) {
    cell.position = said.position;
    cell.title = said.title;
    cell.basis = said.basis;
    cell.change = said.change;
    cell.state = said.change ? TrendState::stated : TrendState::unstated;
  } else if (said.change && before && *before != *said.change) {
    cell.state = TrendState::several;
    cell.change.reset();
  } else if (said.change && cell.state == TrendState::unstated) {
    cell.position = said.position;
    cell.title = said.title;
    cell.basis = said.basis;
    cell.change = said.change;
    cell.state = TrendState::stated;
  }
  cell.review |= said.review;
}

using RowKey = std::pair<std::size_t, std::size_t>;  // district, area

/// Areas of the city that a district's report of some year should have had, but did not.
void add_lacking(const Trends& trends, std::map<RowKey, TrendRow>& rows) {
  for (std::size_t d = 0; d < trends.districts.size(); ++d)
    for (std::size_t a = 0; a < trends.areas.size(); ++a)
      for (std::size_t p = 0; p < trends.periods.size(); ++p)
        if (!trends.districts[d].reports[p].empty() && in_force(trends.areas[a], trends.periods[p]))
          rows[{d, a}];
}

void build_rows(const Loaded& loaded, const AreaGroups& groups, Trends& trends) {
  std::map<RowKey, TrendRow> rows;
  add_lacking(trends, rows);
  for (std::size_t i = 0; i < loaded.said.size(); ++i)
    rows[{loaded.said[i].district, groups.of[i]}];
  for (auto& [key, row] : rows) {
    row.district = key.first;
    row.area = key.second;
    for (std::size_t p = 0; p < trends.periods.size(); ++p)
      row.cells.push_back(
          empty_cell(trends.districts[row.district], trends.areas[row.area], trends.periods[p], p));
  }
  for (std::size_t i = 0; i < loaded.said.size(); ++i) {
    const Said& said = loaded.said[i];
    const auto year = std::ranges::lower_bound(trends.periods, said.year);
    put(said, rows[{said.district, groups.of[i]}]
                  .cells[static_cast<std::size_t>(year - trends.periods.begin())]);
  }
  for (auto& [key, row] : rows) trends.rows.push_back(std::move(row));
}

}  // namespace

bool was_there(const TrendDistrict& district, const std::string& year) {
  const std::string day = year + "-12-31";
  return district.known && district.from <= day && (district.to.empty() || district.to >= day);
}

std::vector<std::size_t> lineage_of(const Trends& trends, std::size_t district) {
  std::vector<std::size_t> found = {district};
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const std::size_t before : trends.districts[found[at]].predecessors)
      if (std::ranges::find(found, before) == found.end()) found.push_back(before);
  std::ranges::sort(found);
  return found;
}

Result<Trends> trends_of(Store& store) {
  Result<Loaded> loaded = loaded_from(store);
  if (!loaded) return loaded.problem();
  AreaGroups groups = area_groups_of(*loaded);
  Trends trends;
  trends.periods = loaded->years;
  trends.districts = std::move(loaded->districts);
  trends.areas = std::move(groups.areas);
  trends.set_aside = std::move(loaded->set_aside);
  build_rows(*loaded, groups, trends);
  follow(trends);
  tally(trends);
  return trends;
}

}  // namespace lagesbild
