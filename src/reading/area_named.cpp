// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/sha256.h"
#include "reading/identity.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr double near_enough = 0.84;  // of the longer title's letters: two slips in a title of 13
constexpr double clear_lead = 0.06;   // over the next area, or the title may be either
constexpr double held = 0.9;          // likeness of a longer title that holds a known one whole
constexpr std::size_t tellingly_long =
    12;  // letters of a known title to be looked for in longer ones
constexpr std::size_t longest_title =
    300;  // bytes; more is no title, and comparing costs its square

bool fits(const Area& area, std::optional<Scope> scope) { return !scope || area.scope == *scope; }

bool in_force(const Area& area, std::optional<int> year) {
  if (!year) return !area.to;  // the list of today
  return (!area.from || *area.from <= *year) && (!area.to || *year <= *area.to);
}

/// How alike the title is to the nearest of the area's, 0 where none is near enough.
double nearness(const Area& area, const std::string& title) {
  double best = 0;
  for (const std::string& known : area.keys) {
    const std::size_t longer = std::max(known.size(), title.size());
    const auto limit = static_cast<int>(static_cast<double>(longer) * (1 - near_enough));
    const int count = edits(title, known, limit);
    if (count <= limit)
      best = std::max(best, 1 - static_cast<double>(count) / static_cast<double>(longer));
  }
  return best;
}

/// The title says more than the known one, such as "Otillåtna bosättningar i parkerna".
bool holds_whole(const Area& area, const std::string& title) {
  return area.scope == Scope::city && std::ranges::any_of(area.keys, [&](const std::string& known) {
           return known.size() >= tellingly_long && title.find(known) != std::string::npos;
         });
}

AreaMatch exact_match(const std::vector<Area>& areas, const std::string& title,
                      std::optional<Scope> scope, std::optional<int> year) {
  AreaMatch best;
  for (const Area& area : areas) {
    if (!fits(area, scope)) continue;
    if (std::ranges::find(area.keys, title) == area.keys.end()) continue;
    if (!best.area || (in_force(area, year) && !in_force(*best.area, year))) best = {&area, 1};
  }
  return best;
}

AreaMatch near_match(const std::vector<Area>& areas, const std::string& title,
                     std::optional<Scope> scope, std::optional<int> year) {
  AreaMatch best;
  double next = 0;  // the best of another area
  for (const Area& area : areas) {
    if (!fits(area, scope)) continue;
    double alike = nearness(area, title);
    if (alike < held && holds_whole(area, title)) alike = held;
    const bool same = best.area && best.area->id == area.id;
    if (alike > best.likeness) {
      if (!same) next = best.likeness;
      best = {&area, alike};
    } else if (same && alike == best.likeness && in_force(area, year)) {
      best.area = &area;
    } else if (!same) {
      next = std::max(next, alike);
    }
  }
  return best.likeness - next >= clear_lead ? best : AreaMatch{};
}

}  // namespace

AreaMatch area_named(const std::vector<Area>& areas, std::string_view title,
                     std::optional<Scope> scope, std::optional<int> year) {
  if (title.size() > longest_title) return {};
  const std::string title_key = key(title);
  if (title_key.empty()) return {};
  const AreaMatch exact = exact_match(areas, title_key, scope, year);
  return exact.area ? exact : near_match(areas, title_key, scope, year);
}

std::string own_area_id(std::string_view district_id, std::string_view title) {
  constexpr std::size_t longest = 80;  // bytes of the title's part
  constexpr std::size_t digits = 8;    // that keep long titles with the same beginning apart
  std::string words = slug(title);
  if (words.size() > longest) {
    const std::string sum = sha256_of(words).substr(0, digits);
    words.resize(std::min(longest, words.rfind('-', longest)));
    words += '-' + sum;
  }
  return std::string(district_id) + "-" + (words.empty() ? "omrade" : words);
}

}  // namespace lagesbild
