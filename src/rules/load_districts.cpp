// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rules/load.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

bool is_date(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  const auto fits = [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; };
  return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), fits);
}

std::string date_at(const YamlNode& node, std::string_view key, Problems& problems) {
  std::string date = optional_text_at(node, key, problems);
  if (!date.empty() && !is_date(date))
    note(*node.find(key), "'" + std::string(key) + "' must be a day, such as 2020-07-01", problems);
  return date;
}

DistrictRule district_from(const YamlNode& node, Problems& problems) {
  expect_keys(node, {"id", "name", "spellings", "abbreviations", "from", "to", "successors"},
              problems);
  DistrictRule district;
  district.id = text_at(node, "id", problems);
  district.name = text_at(node, "name", problems);
  district.spellings = texts_at(node, "spellings", problems);
  district.abbreviations = texts_at(node, "abbreviations", problems);
  district.from = date_at(node, "from", problems);
  district.to = date_at(node, "to", problems);
  district.successors = texts_at(node, "successors", problems);
  district.compound = district.name.find_first_of("- ") != std::string::npos;
  district.keys.push_back(key(district.name));
  for (const std::string& spelling : district.spellings) district.keys.push_back(key(spelling));
  return district;
}

void check_successors(const YamlNode& list, const std::vector<DistrictRule>& all,
                      Problems& problems) {
  for (std::size_t d = 0; d < all.size(); ++d)
    for (const std::string& id : all[d].successors)
      if (std::ranges::find(all, id, &DistrictRule::id) == all.end())
        note(list.items[d], "no district has the id '" + id + "' of 'successors'", problems);
}

void check_names(const YamlNode& node, const DistrictRule& district,
                 const std::vector<DistrictRule>& before, Problems& problems) {
  for (const DistrictRule& other : before) {
    if (other.id == district.id)
      note(node, "the id '" + district.id + "' stands here twice", problems);
    for (const std::string& name : district.keys)
      if (std::ranges::find(other.keys, name) != other.keys.end())
        note(node, "a name of '" + district.id + "' is one of '" + other.id + "' too", problems);
  }
}

std::set<std::string, std::less<>> keys_at(const YamlNode& root, std::string_view name,
                                           Problems& problems) {
  std::set<std::string, std::less<>> keys;
  for (const std::string& word : texts_at(root, name, problems)) keys.insert(key(word));
  return keys;
}

}  // namespace

Districts districts_from(const YamlNode& root, Problems& problems) {
  expect_keys(root, {"offices", "around", "police", "districts"}, problems);
  Districts districts;
  districts.offices = keys_at(root, "offices", problems);
  districts.around = keys_at(root, "around", problems);
  districts.police = keys_at(root, "police", problems);
  const YamlNode& list = list_at(root, "districts", problems);
  for (const YamlNode& node : list.items) {
    DistrictRule district = district_from(node, problems);
    check_names(node, district, districts.all, problems);
    districts.all.push_back(std::move(district));
  }
  check_successors(list, districts.all, problems);
  return districts;
}

}  // namespace lagesbild
