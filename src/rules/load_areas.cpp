// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rules/load.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

Area area_from(const YamlNode& node, Problems& problems) {
  expect_keys(node, {"id", "title", "aliases"}, problems);
  Area area;
  area.id = text_at(node, "id", problems);
  area.titles = {text_at(node, "title", problems)};
  for (std::string& alias : texts_at(node, "aliases", problems))
    area.titles.push_back(std::move(alias));
  for (const std::string& title : area.titles) area.keys.push_back(key(title));
  return area;
}

/// Notes a title that two areas of one list claim.
void check_unique(const YamlNode& node, const Area& area, const std::vector<Area>& before,
                  Problems& problems) {
  for (const Area& other : before) {
    if (other.scope != area.scope || other.list != area.list) continue;
    if (other.id == area.id) note(node, "the id '" + area.id + "' stands here twice", problems);
    for (std::size_t k = 0; k < area.keys.size(); ++k)
      if (std::ranges::find(other.keys, area.keys[k]) != other.keys.end())
        note(node, "'" + area.titles[k] + "' is a title of '" + other.id + "' too", problems);
  }
}

void add_area(const YamlNode& node, const Area& like, std::vector<Area>& areas,
              Problems& problems) {
  Area area = area_from(node, problems);
  area.scope = like.scope;
  area.list = like.list;
  area.from = like.from;
  area.to = like.to;
  check_unique(node, area, areas, problems);
  areas.push_back(std::move(area));
}

}  // namespace

std::vector<Area> areas_from(const YamlNode& root, Problems& problems) {
  expect_keys(root, {"city", "local"}, problems);
  std::vector<Area> areas;
  for (const YamlNode& list : list_at(root, "city", problems).items) {
    expect_keys(list, {"list", "from", "to", "areas"}, problems);
    Area like;
    like.list = text_at(list, "list", problems);
    like.from = number_at(list, "from", problems);
    like.to = number_at(list, "to", problems);
    for (const YamlNode& node : list_at(list, "areas", problems).items)
      add_area(node, like, areas, problems);
  }
  Area local;
  local.scope = Scope::local;
  for (const YamlNode& node : list_at(root, "local", problems).items)
    add_area(node, local, areas, problems);
  return areas;
}

std::vector<AreaTitle> titles_of(const std::vector<Area>& areas) {
  std::vector<AreaTitle> titles;
  for (std::size_t a = 0; a < areas.size(); ++a)
    for (const std::string& key : areas[a].keys) titles.push_back({key, a});
  std::ranges::stable_sort(titles, {}, &AreaTitle::key);
  return titles;
}

}  // namespace lagesbild
