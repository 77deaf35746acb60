// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trends/area_groups.h"

#include <algorithm>
#include <set>

#include "text/collate.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

using Words = std::vector<std::string>;  // folded, sorted

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Words words_of(std::string_view title) {
  const std::string text = slug(title);
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('-', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::ranges::sort(words);
  return words;
}

/// The same word, with another ending, or misspelt.
bool same_word(const std::string& a, const std::string& b) {
  constexpr std::size_t letters_an_edit = 6;
  constexpr std::size_t longest_ending = 3;  // "-ens", "-ar"
  constexpr std::size_t shortest_stem = 5;   // below it, letters added make another word
  if (a == b) return true;
  if (std::ranges::any_of(a, is_digit) || std::ranges::any_of(b, is_digit)) return false;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  if (shorter.size() >= shortest_stem && longer.starts_with(shorter) &&
      longer.size() - shorter.size() <= longest_ending)
    return true;
  const auto limit = static_cast<int>(shorter.size() / letters_an_edit);
  return edits(a, b, limit) <= limit;
}

/// Sorted words stand beside their likes, but for misspelt beginnings, which are let go.
bool alike(const Words& a, const Words& b) {
  return !a.empty() && std::ranges::equal(a, b, same_word);
}

/// What is the same area for sure: by id; without one by title.
struct Identity {
  Scope scope = Scope::city;
  std::string id, title;
  std::strong_ordering operator<=>(const Identity&) const = default;
};

Identity identity_of(const Said& said) {
  if (said.area_id.empty()) return {said.scope, "", key(said.title)};
  return {said.scope, said.area_id, ""};
}

/// Groups in the order they are first met, before they are put in order.
class Grouping {
 public:
  explicit Grouping(const Loaded& loaded) : loaded_(loaded) {}

  std::size_t group_of(const Said& said) {
    const Identity identity = identity_of(said);
    if (const auto found = known_.find(identity); found != known_.end()) return found->second;
    const auto facts = loaded_.areas.find(said.area_id);
    const bool known = facts != loaded_.areas.end() && facts->second.known;
    const std::string& title = said.area_title.empty() ? said.title : said.area_title;
    const Words words = known ? Words() : words_of(title);
    std::size_t group = like(said.scope, words);
    if (group == areas.size())
      add(said, title, words, known ? facts->second : AreaFacts());
    else
      areas[group].by_likeness = true;
    known_[identity] = group;
    return group;
  }

  std::vector<TrendArea> areas;
  std::vector<std::int64_t> positions;  ///< in the newest report that has the area

 private:
  std::size_t like(Scope scope, const Words& words) const {
    if (!words.empty())
      if (const auto found = by_size_.find({scope, words.size()}); found != by_size_.end())
        for (const std::size_t group : found->second)
          if (alike(words_[group], words)) return group;
    return areas.size();
  }

  void add(const Said& said, const std::string& title, const Words& words, const AreaFacts& facts) {
    if (!words.empty()) by_size_[{said.scope, words.size()}].push_back(areas.size());
    words_.push_back(words);
    areas.push_back({said.scope,
                     said.area_id,
                     title,
                     facts.list,
                     facts.from,
                     facts.to,
                     facts.known,
                     {},
                     false});
    positions.push_back(said.position);
  }

  const Loaded& loaded_;
  std::map<Identity, std::size_t> known_;
  std::vector<Words> words_;  ///< of each group; none for areas of the rules
  std::map<std::pair<Scope, std::size_t>, std::vector<std::size_t>> by_size_;
};

/// For each group its place: the city's by list and place in the form, then the local by title.
std::vector<std::size_t> places_of(const Grouping& grouping) {
  struct Key {
    std::tuple<Scope, bool, std::string, std::int64_t, std::string, std::size_t> parts;
  };
  std::vector<Key> keys;
  for (std::size_t g = 0; g < grouping.areas.size(); ++g) {
    const TrendArea& area = grouping.areas[g];
    const bool city = area.scope == Scope::city;
    keys.push_back({{area.scope, city && !area.known, area.list, city ? grouping.positions[g] : 0,
                     sort_key(area.title), g}});
  }
  std::ranges::sort(keys, {}, &Key::parts);
  std::vector<std::size_t> places(keys.size());
  for (std::size_t at = 0; at < keys.size(); ++at) places[std::get<5>(keys[at].parts)] = at;
  return places;
}

}  // namespace

bool alike_titles(std::string_view a, std::string_view b) {
  return alike(words_of(a), words_of(b));
}

AreaGroups area_groups_of(const Loaded& loaded) {
  Grouping grouping(loaded);
  AreaGroups groups;
  std::vector<std::set<std::string>> titles;
  for (const Said& said : loaded.said) {
    groups.of.push_back(grouping.group_of(said));
    titles.resize(grouping.areas.size());
    titles[groups.of.back()].insert(said.title);
  }
  const std::vector<std::size_t> places = places_of(grouping);
  groups.areas.resize(grouping.areas.size());
  for (std::size_t g = 0; g < places.size(); ++g) {
    grouping.areas[g].titles.assign(titles[g].begin(), titles[g].end());
    std::ranges::stable_sort(grouping.areas[g].titles, {}, sort_key);
    groups.areas[places[g]] = std::move(grouping.areas[g]);
  }
  for (std::size_t& group : groups.of) group = places[group];
  return groups;
}

}  // namespace lagesbild
