// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trends/load.h"

#include <algorithm>
#include <set>

#include "text/collate.h"

namespace lagesbild {
namespace {

constexpr int most_years = 50;  // that are filled up between reports; more would be a misread year

/// A report that counts, before those of earlier months are put aside.
struct Counted {
  std::string sha256, district_id, district, period;
  std::string year() const { return period.substr(0, 4); }
};

/// Districts are told by their id; by their name where the rules do not know it.
std::string key_of(const std::string& id, const std::string& name) {
  return id.empty() ? "?" + name : id;
}

std::optional<Change> change_named(const std::string& name) {
  for (const Change change : {Change::positive, Change::unchanged, Change::negative})
    if (name == name_of(change)) return change;
  return std::nullopt;
}

Basis basis_named(const std::string& name) {
  for (const Basis basis : {Basis::stated, Basis::reference, Basis::corrected})
    if (name == name_of(basis)) return basis;
  return Basis::none;
}

std::vector<Counted> counted_reports(Database& database) {
  Statement rows = database.statement(
      "SELECT sha256, district_id, district, period FROM latest_reports ORDER BY period DESC, "
      "sha256");
  std::vector<Counted> reports;
  while (rows.next()) reports.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
  return reports;
}

std::vector<TrendDistrict> districts_of(Database& database, const std::vector<Counted>& reports) {
  std::vector<TrendDistrict> districts;
  Statement rows = database.statement(
      "SELECT district_id, name, valid_from, valid_to, known FROM current_districts");
  while (rows.next()) {
    TrendDistrict one;
    one.id = rows.text(0);
    one.name = rows.text(1);
    one.from = rows.text(2);
    one.to = rows.text(3);
    one.known = rows.whole(4) == 1;
    districts.push_back(std::move(one));
  }
  std::set<std::string> nameless;
  for (const Counted& report : reports)
    if (report.district_id.empty() && nameless.insert(report.district).second) {
      TrendDistrict one;
      one.name = report.district;
      districts.push_back(std::move(one));
    }
  std::ranges::sort(districts, {},
                    [](const TrendDistrict& one) { return std::pair(sort_key(one.name), one.id); });
  return districts;
}

using Places = std::map<std::string, std::size_t>;

Places places_of(const std::vector<TrendDistrict>& districts) {
  Places places;
  for (std::size_t d = 0; d < districts.size(); ++d)
    places[key_of(districts[d].id, districts[d].name)] = d;
  return places;
}

void link_successors(Database& database, const Places& places,
                     std::vector<TrendDistrict>& districts) {
  Statement rows = database.statement(
      "SELECT district_id, successor_id FROM district_successors ORDER BY district_id, "
      "successor_id");
  while (rows.next()) {
    const auto before = places.find(rows.text(0)), after = places.find(rows.text(1));
    if (before == places.end() || after == places.end()) continue;
    districts[before->second].successors.push_back(after->second);
    districts[after->second].predecessors.push_back(before->second);
  }
  for (TrendDistrict& one : districts) {
    std::ranges::sort(one.predecessors);
    std::ranges::sort(one.successors);
  }
}

std::vector<std::string> years_of(const std::vector<Counted>& reports) {
  std::set<std::string> years;
  for (const Counted& report : reports) years.insert(report.year());
  if (years.empty()) return {};
  const int first = std::stoi(*years.begin()), last = std::stoi(*years.rbegin());
  if (last - first < most_years)
    for (int year = first; year <= last; ++year) years.insert(std::to_string(year));
  return {years.begin(), years.end()};
}

/// Gives each district its report of each year: the latest, as `reports` begin with.
void put_reports(const std::vector<Counted>& reports, const Places& places, Loaded& loaded) {
  std::map<std::pair<std::size_t, std::string>, std::string> latest;
  for (TrendDistrict& one : loaded.districts) one.reports.resize(loaded.years.size());
  for (const Counted& report : reports) {
    const std::size_t district = places.at(key_of(report.district_id, report.district));
    const auto [found, first] = latest.try_emplace({district, report.year()}, report.period);
    if (!first) {
      loaded.set_aside.push_back({district, report.period, found->second});
      continue;
    }
    const auto year = std::ranges::lower_bound(loaded.years, report.year());
    const auto at = static_cast<std::size_t>(year - loaded.years.begin());
    loaded.districts[district].reports[at] = report.sha256;
  }
}

std::vector<Said> said_in(Database& database, const Loaded& loaded) {
  struct Report {
    std::size_t district = 0;
    std::string year;
  };
  std::map<std::string, Report> by_sha;
  for (std::size_t d = 0; d < loaded.districts.size(); ++d)
    for (std::size_t y = 0; y < loaded.years.size(); ++y)
      if (const std::string& sha = loaded.districts[d].reports[y]; !sha.empty())
        by_sha[sha] = {d, loaded.years[y]};
  Statement rows = database.statement(
      "SELECT sha256, position, scope, area_id, area_title, title, change, basis, review "
      "FROM assessments_flat WHERE counts ORDER BY sha256, position");
  std::vector<Said> said;
  while (rows.next()) {
    const auto report = by_sha.find(rows.text(0));
    if (report == by_sha.end()) continue;  // put aside
    said.push_back({rows.text(0), report->second.district, report->second.year, rows.whole(1),
                    rows.text(2) == name_of(Scope::local) ? Scope::local : Scope::city,
                    rows.text(3), rows.text(4), rows.text(5), change_named(rows.text(6)),
                    basis_named(rows.text(7)), !rows.text(8).empty()});
  }
  std::ranges::stable_sort(said, [](const Said& a, const Said& b) {
    return std::tie(b.year, a.district, a.position) < std::tie(a.year, b.district, b.position);
  });
  return said;
}

std::map<std::string, AreaFacts> areas_in(Database& database) {
  std::map<std::string, AreaFacts> areas;
  Statement rows =
      database.statement("SELECT area_id, known, list, valid_from, valid_to FROM current_areas");
  while (rows.next())
    areas[rows.text(0)] = {rows.whole(1) == 1, rows.text(2), rows.optional_number(3),
                           rows.optional_number(4)};
  return areas;
}

}  // namespace

Result<Loaded> loaded_from(Store& store) {
  Database& database = store.database();
  Transaction transaction(database, Transaction::For::reading);
  const std::vector<Counted> reports = counted_reports(database);
  Loaded loaded;
  loaded.years = years_of(reports);
  loaded.districts = districts_of(database, reports);
  const Places places = places_of(loaded.districts);
  link_successors(database, places, loaded.districts);
  put_reports(reports, places, loaded);
  loaded.said = said_in(database, loaded);
  loaded.areas = areas_in(database);
  if (auto problem = transaction.commit()) return *problem;
  return loaded;
}

}  // namespace lagesbild
