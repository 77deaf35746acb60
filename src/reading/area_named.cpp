// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>

#include "base/sha256.h"
#include "reading/identity.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr double near_enough = 0.84;  // of the longer title's letters: two slips in a title of 13
constexpr double clear_lead = 0.06;   // over the next area, or the title may be either
constexpr double begun = 0.9;         // likeness of a longer title that begins with a known one
constexpr std::size_t telling =
    12;  // letters from which a known title is looked for in longer ones
constexpr std::size_t longest_title = 300;  // bytes; comparing costs the square

bool fits(const Area& area, std::optional<Scope> scope) { return !scope || area.scope == *scope; }

bool in_force(const Area& area, std::optional<int> year) {
  if (!year) return !area.to;  // the list of today
  return (!area.from || *area.from <= *year) && (!area.to || *year <= *area.to);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words(1);
  for (const char c : folded(title)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Tells titles apart, unlike "i" and "mot".
bool is_telling(const std::string& word) {
  constexpr std::size_t shortest = 4;
  return word.size() >= shortest || std::ranges::any_of(word, is_digit);
}

bool same_but_for_a_slip(const std::string& a, const std::string& b) {
  constexpr std::size_t long_word = 8;  // letters; shorter ones are other words with two changed
  if (std::ranges::any_of(a, is_digit) || std::ranges::any_of(b, is_digit)) return a == b;
  const int slips = std::max(a.size(), b.size()) >= long_word ? 2 : 1;
  return edits(a, b, slips) <= slips;
}

/// Every telling word of either stands in the other too, but for slips: "under 18 år" is not near
/// "över 18 år", however long the rest of the titles.
bool word_for_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto all_in = [](const auto& words, const auto& others) {
    return std::ranges::all_of(words, [&](const std::string& word) {
      return !is_telling(word) || std::ranges::any_of(others, [&](const std::string& other) {
        return same_but_for_a_slip(word, other);
      });
    });
  };
  return all_in(a, b) && all_in(b, a);
}

struct Title {
  std::string key;
  std::vector<std::string> words;
};

/// How alike the title is to the nearest of the area's, 0 where none is near enough.
double nearness(const Area& area, const Title& title) {
  double best = 0;
  for (std::size_t k = 0; k < area.keys.size(); ++k) {
    const auto [shorter, longer] = std::minmax({area.keys[k].size(), title.key.size()});
    const auto limit = static_cast<int>(static_cast<double>(longer) * (1 - near_enough));
    if (longer - shorter > static_cast<std::size_t>(limit)) continue;
    const int count = edits(title.key, area.keys[k], limit);
    const double alike = 1 - static_cast<double>(count) / static_cast<double>(longer);
    if (count <= limit && alike > best && word_for_word(title.words, words_of(area.titles[k])))
      best = alike;
  }
  return best;
}

/// The title begins as a known one and says more, such as "Otillåtna bosättningar i parkerna".
bool begins_as(const Area& area, const std::string& title) {
  return area.scope == Scope::city && std::ranges::any_of(area.keys, [&](const std::string& known) {
           return known.size() >= telling && title.starts_with(known);
         });
}

/// The city's own title stands there word for word, and more behind it: still that area. One word
/// may begin anything.
bool continues(const Area& area, const std::vector<std::string>& words) {
  const std::vector<std::string> known = words_of(area.titles.front());
  return known.size() > 1 && words.size() > known.size() &&
         std::ranges::equal(known, std::span(words).first(known.size()));
}

/// The title speaks of another city area too: "Ordningsvakter och kameraövervakning".
bool holds_another(const std::vector<Area>& areas, const Area& area, const std::string& title) {
  return std::ranges::any_of(areas, [&](const Area& other) {
    return other.id != area.id && other.scope == Scope::city &&
           std::ranges::any_of(other.keys, [&](const std::string& known) {
             return known.size() >= telling && title.find(known) != std::string::npos;
           });
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

AreaMatch near_match(const std::vector<Area>& areas, const Title& title, std::optional<Scope> scope,
                     std::optional<int> year) {
  AreaMatch best;
  double next = 0;  // the best of another area
  for (const Area& area : areas) {
    if (!fits(area, scope)) continue;
    double alike = nearness(area, title);
    if (alike < begun && begins_as(area, title.key) && !holds_another(areas, area, title.key))
      alike = continues(area, title.words) ? 1 : begun;
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

/// The title without addresses: a word with an @ in it.
std::string without_addresses(std::string_view title) {
  std::string kept;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t end = std::min(title.find_first_of(" \n\t", at), title.size());
    const std::string_view word = title.substr(at, end - at);
    const std::size_t sign = word.find('@');
    if (sign == std::string_view::npos || sign == 0 || sign + 1 == word.size())
      kept += std::string(word) + " ";
    at = end + 1;
  }
  return kept;
}

/// Digits of a number's part, such as "508" or "k123456"; 0 for words and years.
std::size_t digits_of(std::string_view word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(word, is_digit));
  const bool year = digits == 4 && word.size() == 4 && (word[0] == '1' || word[0] == '2');
  return digits + 1 < word.size() || year ? 0 : digits;
}

/// A slug without numbers as long as a telephone's, a person's or a case's, also in parts.
std::string without_long_numbers(const std::string& slug) {
  constexpr std::size_t longest = 5;  // digits; "0-20", "2022-12-24" and the like stay
  std::string kept, run;
  std::size_t digits = 0;
  const auto end_run = [&] {
    if (digits <= longest) kept += run;
    run.clear();
    digits = 0;
  };
  for (std::size_t at = 0; at < slug.size();) {
    const std::size_t end = std::min(slug.find('-', at), slug.size());
    const std::string word = slug.substr(at, end - at);
    if (std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
      end_run();
      kept += "-" + word;
    } else {
      digits += digits_of(word);
      run += "-" + word;
    }
    at = end + 1;
  }
  end_run();
  return kept.substr(std::min<std::size_t>(1, kept.size()));
}

}  // namespace

AreaMatch area_named(const std::vector<Area>& areas, std::string_view title,
                     std::optional<Scope> scope, std::optional<int> year) {
  if (title.size() > longest_title) return {};
  const std::string title_key = key(title);
  if (title_key.empty()) return {};
  const AreaMatch exact = exact_match(areas, title_key, scope, year);
  if (exact.area) return exact;
  return near_match(areas, {title_key, words_of(title)}, scope, year);
}

std::string own_area_id(std::string_view district_id, std::string_view title) {
  constexpr std::size_t longest = 80;  // bytes of the title's part
  constexpr std::size_t digits = 8;    // that keep long titles with the same beginning apart
  // An id stands in every export and is never masked.
  std::string words = without_long_numbers(slug(without_addresses(title)));
  if (words.size() > longest) {
    const std::string sum = sha256_of(words).substr(0, digits);
    words.resize(std::min(longest, words.rfind('-', longest)));
    words += '-' + sum;
  }
  return std::string(district_id) + "-" + (words.empty() ? "omrade" : words);
}

}  // namespace lagesbild
