// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Districts and areas over the years, side by side. Each report tells the change since the one
// before it: so changes are counted and compared, and never added up over years.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/store.h"

namespace lagesbild {

struct TrendDistrict {
  std::string id;  ///< empty where the rules do not know the district
  std::string name;
  std::string from, to;                   ///< first and last day, "YYYY-MM-DD"; empty: open
  bool known = false;                     ///< stands in the rules' calendar
  bool chosen = true;                     ///< false: left out of rows, counts and coverage
  std::vector<std::string> reports;       ///< by period: the counted report's sha256, or empty
  std::vector<std::size_t> predecessors;  ///< districts, that this one took over from
  std::vector<std::size_t> successors;    ///< and that took over from it
  bool operator==(const TrendDistrict&) const = default;
};

struct TrendArea {
  Scope scope = Scope::city;
  std::string id;  ///< of the rules, or of the newest report that has it; may be empty
  std::string title;
  std::string list;  ///< the city's lists it stands in, "2019" or "2019 2024"; empty: none
  std::optional<int> from, to;      ///< years in force, inclusive
  bool known = false;               ///< stands in the rules
  std::vector<std::string> titles;  ///< as reports write it, in Swedish order
  /// True where areas of several ids are taken for one because their titles are alike.
  bool by_likeness = false;
  bool operator==(const TrendArea&) const = default;
};

enum class TrendState {
  stated,
  unstated,   ///< the report has the area, but states no change
  several,    ///< it has the area more than once, and states different changes
  no_area,    ///< the report does not have the area
  no_report,  ///< there was such a district, but no report of it
  none,       ///< there was no such district, or no such area, in that year
};

/// What one district's report of one year says of an area.
struct TrendCell {
  TrendState state = TrendState::none;
  std::optional<Change> change;  ///< of TrendState::stated
  std::optional<Basis> basis;    ///< where the report has the area
  bool review = false;           ///< asks for a person
  std::string sha256;            ///< of the report; empty where there is none
  std::int64_t position = 0;     ///< of the assessment in it, from 1; 0 where there is none
  std::string title;             ///< of the area, as written there
  /// What was stated the year before by the district, or by all of those that it took over from.
  std::optional<Change> before;
  std::vector<std::size_t> took_over_from;  ///< those districts; empty: it was there itself
  int streak = 0;  ///< years in a row that state the same change, this one included; 0: not stated
  bool operator==(const TrendCell&) const = default;
};

/// An area in a district; its cells are by Trends::periods.
struct TrendRow {
  std::size_t district = 0, area = 0;
  std::vector<TrendCell> cells;
  bool operator==(const TrendRow&) const = default;
};

/// A statement that differs from the one of the year before. One for each district before, where
/// several became one.
struct Transition {
  std::size_t area = 0, period = 0;  ///< the later one's
  std::size_t from_district = 0, to_district = 0;
  Change from = Change::unchanged, to = Change::unchanged;
  bool operator==(const Transition&) const = default;
};

/// How many districts' reports there are of a year.
struct Coverage {
  int expected = 0;  ///< districts of the calendar that were there on the year's last day
  int reported = 0;  ///< of those, with a report
  int besides = 0;   ///< reports of districts that were not there then, or are not known
  bool operator==(const Coverage&) const = default;
};

/// What the reports of a year say of an area. Of a local one, only those that have it.
struct TrendCount {
  std::size_t area = 0, period = 0;
  int positive = 0, unchanged = 0, negative = 0, unstated = 0, several = 0;
  int no_area = 0;  ///< reports without an area of the city's list then in force
  bool operator==(const TrendCount&) const = default;
};

/// A report that another one of the same district and year, but of a later month, stands before.
struct SetAside {
  std::size_t district = 0;
  std::string period, instead;  ///< "2022-06", "2022-12"
  bool operator==(const SetAside&) const = default;
};

struct Trends {
  std::vector<std::string> periods;      ///< years, from the first report's to the last one's
  std::vector<Coverage> coverage;        ///< by period
  std::vector<TrendDistrict> districts;  ///< in Swedish order of their names
  std::vector<TrendArea> areas;  ///< the city's by list and place in the form, then the local
  std::vector<TrendRow> rows;    ///< by district, then area; where a report could have the area
  std::vector<Transition> transitions;  ///< by period, area, district
  std::vector<TrendCount> counts;       ///< by area, then period; where a report has the area
  std::vector<SetAside> set_aside;
  bool operator==(const Trends&) const = default;
};

/// All that a dataset's counted reports tell. Problems are the store's.
Result<Trends> trends_of(Store& store);

/// What to keep of it. Nothing given keeps all.
struct TrendChoice {
  std::vector<std::string> districts;  ///< ids or names; those they took over from come along
  std::vector<std::string> areas;      ///< ids or titles
  std::optional<Scope> scope;
  std::string from, to;  ///< years, inclusive; empty: open
};

/// The Problem (code "usage") names a district or an area that is not there, and one that may have
/// been meant.
/// Districts and areas stay as they are, so that indices mean the same; the rest is narrowed down.
Result<Trends> chosen(Trends trends, const TrendChoice& choice);

/// The district and all that it took over from, by index, in order.
std::vector<std::size_t> lineage_of(const Trends& trends, std::size_t district);

/// "Farsta" existed on the last day of `year`.
bool was_there(const TrendDistrict& district, const std::string& year);

}  // namespace lagesbild
