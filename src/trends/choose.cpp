// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "text/fold.h"
#include "text/likeness.h"
#include "trends/tally.h"

namespace lagesbild {
namespace {

Problem unknown(const std::string& what, const std::string& word,
                const std::vector<std::string>& known) {
  constexpr double near = 0.7;  // of the letters; less would suggest another place
  const std::string* nearest = nullptr;
  double best = near;
  for (const std::string& one : known)
    if (const double alike = likeness(key(word), key(one)); alike >= best) {
      best = alike;
      nearest = &one;
    }
  const std::string hint = nearest ? ", did you mean '" + *nearest + "'?" : "";
  return {"usage", Severity::error, {}, "no " + what + " '" + word + "' in the dataset" + hint};
}

/// The district a word names, by id, name, or the name's letters.
Result<std::size_t> district_named(const Trends& trends, const std::string& word) {
  std::vector<std::string> names;
  for (std::size_t d = 0; d < trends.districts.size(); ++d) {
    const TrendDistrict& one = trends.districts[d];
    if (one.id == word || key(one.name) == key(word)) return d;
    names.push_back(one.name);
  }
  return unknown("district", word, names);
}

/// The areas a word names: one, or several of the same title.
Result<std::set<std::size_t>> areas_named(const Trends& trends, const std::string& word) {
  std::set<std::size_t> found;
  std::vector<std::string> titles;
  for (std::size_t a = 0; a < trends.areas.size(); ++a) {
    const TrendArea& one = trends.areas[a];
    const bool written = std::ranges::any_of(
        one.titles, [&](const std::string& title) { return key(title) == key(word); });
    if (one.id == word || written || key(one.title) == key(word)) found.insert(a);
    titles.push_back(one.title);
  }
  if (found.empty()) return unknown("area", word, titles);
  return found;
}

std::optional<Problem> choose_districts(const TrendChoice& choice, Trends& trends) {
  if (choice.districts.empty()) return std::nullopt;
  for (TrendDistrict& one : trends.districts) one.chosen = false;
  for (const std::string& word : choice.districts) {
    const Result<std::size_t> named = district_named(trends, word);
    if (!named) return named.problem();
    for (const std::size_t one : lineage_of(trends, *named)) trends.districts[one].chosen = true;
  }
  return std::nullopt;
}

/// Leaves years outside out: [first, last) stay.
void cut_periods(std::size_t first, std::size_t last, Trends& trends) {
  const auto cut = [&](auto& list) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(last), list.end());
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(first));
  };
  cut(trends.periods);
  for (TrendDistrict& one : trends.districts) cut(one.reports);
  for (TrendRow& row : trends.rows) cut(row.cells);
  std::erase_if(trends.transitions,
                [&](const Transition& one) { return one.period < first || one.period >= last; });
  for (Transition& one : trends.transitions) one.period -= first;
}

void choose_periods(const TrendChoice& choice, Trends& trends) {
  const auto first = choice.from.empty() ? trends.periods.begin()
                                         : std::ranges::lower_bound(trends.periods, choice.from);
  const auto last = choice.to.empty() ? trends.periods.end()
                                      : std::ranges::upper_bound(trends.periods, choice.to);
  const auto begin = static_cast<std::size_t>(first - trends.periods.begin());
  cut_periods(begin, std::max(begin, static_cast<std::size_t>(last - trends.periods.begin())),
              trends);
}

bool has_anything(const TrendRow& row) {
  return std::ranges::any_of(row.cells, [](const TrendCell& cell) {
    return cell.state != TrendState::none && cell.state != TrendState::no_report;
  });
}

}  // namespace

Result<Trends> chosen(Trends trends, const TrendChoice& choice) {
  if (auto problem = choose_districts(choice, trends)) return *problem;
  std::set<std::size_t> areas;
  for (const std::string& word : choice.areas) {
    const Result<std::set<std::size_t>> named = areas_named(trends, word);
    if (!named) return named.problem();
    areas.insert(named->begin(), named->end());
  }
  const auto wanted = [&](std::size_t area) {
    return (choice.areas.empty() || areas.contains(area)) &&
           (!choice.scope || trends.areas[area].scope == *choice.scope);
  };
  choose_periods(choice, trends);
  std::erase_if(trends.rows, [&](const TrendRow& row) {
    return !trends.districts[row.district].chosen || !wanted(row.area) || !has_anything(row);
  });
  std::erase_if(trends.transitions, [&](const Transition& one) {
    return !trends.districts[one.to_district].chosen || !wanted(one.area);
  });
  std::erase_if(trends.set_aside,
                [&](const SetAside& one) { return !trends.districts[one.district].chosen; });
  tally(trends);
  return trends;
}

}  // namespace lagesbild
