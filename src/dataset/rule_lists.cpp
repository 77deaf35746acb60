// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/rule_lists.h"

#include <algorithm>
#include <map>

namespace lagesbild {
namespace {

std::optional<std::string_view> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

struct MergedArea {
  KnownArea newest;  ///< of its lists
  std::string lists;
};

/// One for each id: the title of the newest list, in force in the years of all of them.
std::map<std::string, MergedArea> merged(std::vector<KnownArea> areas) {
  std::ranges::stable_sort(areas, {}, [](const KnownArea& area) { return area.from.value_or(0); });
  std::map<std::string, MergedArea> all;
  for (const KnownArea& area : areas) {
    const auto [found, fresh] = all.try_emplace(area.id, MergedArea{area, area.list});
    if (fresh) continue;
    const KnownArea before = found->second.newest;
    found->second.newest = area;
    found->second.newest.from = before.from;
    if (!before.to || (area.to && *before.to > *area.to)) found->second.newest.to = before.to;
    found->second.lists += " " + area.list;
  }
  return all;
}

void put_districts(Database& database, const std::vector<KnownDistrict>& districts) {
  database.run("UPDATE districts SET known = 0; DELETE FROM district_successors");
  Statement district = database.statement(
      "INSERT INTO districts VALUES (?1, ?2, ?3, ?4, 1) ON CONFLICT (district_id) DO UPDATE SET "
      "name = ?2, valid_from = ?3, valid_to = ?4, known = 1");
  for (const KnownDistrict& one : districts)
    district.run(one.id, one.name, unless_empty(one.from), unless_empty(one.to));
  Statement successor = database.statement(
      "INSERT OR IGNORE INTO district_successors SELECT ?1, district_id FROM districts WHERE "
      "district_id = ?2");
  for (const KnownDistrict& one : districts)
    for (const std::string& id : one.successors) successor.run(one.id, id);
}

}  // namespace

void put_rule_lists(Database& database, const IngestRun& run) {
  put_districts(database, run.districts);
  database.run("UPDATE areas SET known = 0");
  Statement area = database.statement(
      "INSERT INTO areas VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, NULL) ON CONFLICT (area_id) DO UPDATE "
      "SET scope = ?2, title = ?3, list = ?4, valid_from = ?5, valid_to = ?6, known = 1, "
      "district_id = NULL");
  for (const auto& [id, one] : merged(run.areas))
    area.run(id, name_of(one.newest.scope), one.newest.title, unless_empty(one.lists),
             one.newest.from, one.newest.to);
}

}  // namespace lagesbild
