// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trends/tally.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lagesbild {
namespace {

using Rows = std::map<std::pair<std::size_t, std::size_t>, TrendRow*>;  // district, area

/// The cells of the year before: the district's own, or, where it was new then or is now, those of
/// the districts that it took over from.
std::vector<std::pair<std::size_t, const TrendCell*>> cells_before(const Trends& trends,
                                                                   const Rows& rows,
                                                                   const TrendRow& row,
                                                                   std::size_t period) {
  std::vector<std::pair<std::size_t, const TrendCell*>> cells;
  const TrendDistrict& district = trends.districts[row.district];
  const bool own = !district.reports[period - 1].empty() ||
                   was_there(district, trends.periods[period - 1]) || district.predecessors.empty();
  std::vector<std::size_t> from = own ? std::vector{row.district} : district.predecessors;
  for (const std::size_t one : from) {
    const auto found = rows.find({one, row.area});
    cells.emplace_back(one, found == rows.end() ? nullptr : &found->second->cells[period - 1]);
  }
  return cells;
}

void follow_cell(const Rows& rows, const TrendRow& row, std::size_t period, TrendCell& cell,
                 Trends& trends) {
  cell.streak = 1;
  if (period == 0) return;
  const auto before = cells_before(trends, rows, row, period);
  int streak = 0;
  bool all_same = true;
  if (before.front().first != row.district)
    cell.took_over_from = trends.districts[row.district].predecessors;
  for (const auto& [district, earlier] : before) {
    const std::optional<Change> change = earlier ? earlier->change : std::nullopt;
    if (district == before.front().first) {
      cell.before = change;
      streak = change ? earlier->streak : 0;
    } else if (cell.before != change) {
      all_same = false;
    }
    if (earlier) streak = std::min(streak, earlier->streak);
    if (change && *change != *cell.change)
      trends.transitions.push_back(
          {row.area, period, district, row.district, *change, *cell.change});
  }
  if (!all_same) cell.before.reset();
  if (cell.before == cell.change) cell.streak = streak + 1;
}

Coverage coverage_of(const Trends& trends, std::size_t period) {
  Coverage coverage;
  for (const TrendDistrict& district : trends.districts) {
    if (!district.chosen) continue;
    const bool there = was_there(district, trends.periods[period]);
    const bool reported = !district.reports[period].empty();
    coverage.expected += there;
    coverage.reported += there && reported;
    coverage.besides += !there && reported;
  }
  return coverage;
}

void count(const TrendCell& cell, TrendCount& counts) {
  switch (cell.state) {
    case TrendState::stated:
      ++(*cell.change == Change::positive    ? counts.positive
         : *cell.change == Change::unchanged ? counts.unchanged
                                             : counts.negative);
      break;
    case TrendState::unstated:
      ++counts.unstated;
      break;
    case TrendState::several:
      ++counts.several;
      break;
    case TrendState::no_area:
      ++counts.no_area;
      break;
    case TrendState::no_report:
    case TrendState::none:
      break;
  }
}

}  // namespace

void follow(Trends& trends) {
  Rows rows;
  for (TrendRow& row : trends.rows) rows[{row.district, row.area}] = &row;
  trends.transitions.clear();
  for (std::size_t period = 0; period < trends.periods.size(); ++period)
    for (TrendRow& row : trends.rows)
      if (TrendCell& cell = row.cells[period]; cell.state == TrendState::stated)
        follow_cell(rows, row, period, cell, trends);
  std::ranges::sort(trends.transitions, {}, [](const Transition& one) {
    return std::tuple(one.period, one.area, one.to_district, one.from_district);
  });
}

void tally(Trends& trends) {
  trends.coverage.clear();
  for (std::size_t period = 0; period < trends.periods.size(); ++period)
    trends.coverage.push_back(coverage_of(trends, period));
  std::map<std::pair<std::size_t, std::size_t>, TrendCount> counts;  // area, period
  for (const TrendRow& row : trends.rows)
    for (std::size_t period = 0; period < row.cells.size(); ++period) {
      const TrendCell& cell = row.cells[period];
      const bool local = trends.areas[row.area].scope == Scope::local;
      if (cell.state == TrendState::none || cell.state == TrendState::no_report ||
          (local && cell.state == TrendState::no_area))
        continue;
      TrendCount& one =
          counts.try_emplace({row.area, period}, TrendCount{row.area, period}).first->second;
      count(cell, one);
    }
  trends.counts.clear();
  for (const auto& [key, one] : counts) trends.counts.push_back(one);
}

}  // namespace lagesbild
