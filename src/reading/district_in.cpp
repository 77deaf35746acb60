// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words are compared by their keys, so that hyphens, blanks, marks and case make no difference; a
// name may spread over several words ("Enskede / Årsta / Vantör") or share one
// ("Enskede-ÅrstaVantör").
#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "reading/identity.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_words = 40;  // of a line or cell that may name a district; more is prose
constexpr std::size_t words_of_a_name = 6;  // "Enskede - Årsta och Vantör" broken in two has five
constexpr std::size_t shortest_glued = 4;   // letters of a name that its office may be glued to

struct Word {
  std::string key;
  Span where;  ///< bytes of the text
};

/// A district's name in the text, words [begin, end).
struct Name {
  const DistrictRule* district = nullptr;
  std::size_t begin = 0, end = 0;
  bool office = false;  ///< "stadsdelsförvaltning" or its like belongs to it
  bool exact = true;
};

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Word> words_in(std::string_view text) {
  const MappedText mapped = folded_mapped(text);
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t i = 0; i < mapped.text.size(); ++i) {
    const bool letter = is_key_byte(mapped.text[i]);
    if (letter && !inside) words.push_back({});
    if (letter) {
      Word& word = words.back();
      if (word.key.empty()) word.where.begin = mapped.origin[i];
      word.key += mapped.text[i];
      word.where.end = mapped.origin[i] + code_point_at(text, mapped.origin[i]).size;
    }
    inside = letter;
  }
  return words;
}

/// The words' keys as one, "och" between them left out.
std::string joined_key(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t w = begin; w < end; ++w)
    if (w == begin || w + 1 == end || words[w].key != "och") joined += words[w].key;
  return joined;
}

/// What is left of `text` behind `name` and a genitive's s; nothing where it begins otherwise.
std::optional<std::string_view> behind(std::string_view text, std::string_view name) {
  if (!text.starts_with(name)) return std::nullopt;
  text.remove_prefix(name.size());
  if (text == "s") text.remove_prefix(1);
  return text;
}

bool is_office(const Districts& districts, std::string_view word) {
  return districts.offices.contains(word);
}

/// Whether `text` is the name, with its office glued to it where `office` comes back true.
bool is_name(const Districts& districts, std::string_view text, std::string_view name,
             bool& office) {
  const auto rest = behind(text, name);
  office = false;
  if (!rest) return false;
  if (rest->empty()) return true;
  if (name.size() < shortest_glued) return false;
  office = is_office(districts, *rest) ||
           (rest->front() == 's' && is_office(districts, rest->substr(1)));
  return office;
}

std::optional<Name> exact_name_at(const Districts& districts, const std::vector<Word>& words,
                                  std::size_t begin) {
  const std::size_t last = std::min(words.size(), begin + words_of_a_name);
  for (std::size_t end = last; end > begin; --end) {
    const std::string text = joined_key(words, begin, end);
    for (const DistrictRule& district : districts)
      for (const std::string& key : district.keys) {
        bool office = false;
        if (key.size() > text.size() || key[0] != text[0]) continue;
        if (is_name(districts, text, key, office)) return Name{&district, begin, end, office};
      }
  }
  return std::nullopt;
}

std::vector<Name> exact_names(const Districts& districts, const std::vector<Word>& words) {
  std::vector<Name> names;
  for (std::size_t w = 0; w < words.size();) {
    auto name = exact_name_at(districts, words, w);
    w = name ? name->end : w + 1;
    if (name) names.push_back(*name);
  }
  return names;
}

bool one_letter_off(std::string_view text, std::string_view name) {
  constexpr std::size_t most_bytes = 5;  // of a letter and a genitive's s
  if (std::max(text.size(), name.size()) - std::min(text.size(), name.size()) > most_bytes)
    return false;
  return edits(text, name, 1) == 1 ||
         (text.ends_with('s') && edits(text.substr(0, text.size() - 1), name, 1) == 1);
}

/// Names of two parts or more that are one letter off.
std::vector<Name> near_names(const Districts& districts, const std::vector<Word>& words) {
  std::vector<Name> names;
  for (std::size_t begin = 0; begin < words.size(); ++begin)
    for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + words_of_a_name);
         ++end) {
      const std::string text = joined_key(words, begin, end);
      for (const DistrictRule& district : districts) {
        if (!district.compound) continue;
        const bool near = std::ranges::any_of(
            district.keys, [&](const std::string& key) { return one_letter_off(text, key); });
        if (near) names.push_back({&district, begin, end, false, false});
      }
    }
  return names;
}

/// Abbreviations as they stand, "HV" or "Hä-Vä".
std::vector<Name> short_names(const Districts& districts, const std::vector<Word>& words,
                              std::string_view text) {
  std::vector<Name> names;
  for (std::size_t begin = 0; begin < words.size(); ++begin)
    for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + 2); ++end) {
      const auto printed = within(text, {words[begin].where.begin, words[end - 1].where.end});
      for (const DistrictRule& district : districts)
        if (std::ranges::find(district.abbreviations, printed) != district.abbreviations.end())
          names.push_back({&district, begin, end, false, false});
    }
  return names;
}

void take_offices(const Districts& districts, const std::vector<Word>& words,
                  std::vector<Name>& names) {
  for (Name& name : names) {
    if (name.end >= words.size() || !is_office(districts, words[name.end].key)) continue;
    ++name.end;
    name.office = true;
  }
}

/// Nothing but blanks stands between the words, so that they are one phrase.
bool only_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin).find_first_not_of(" \n") == std::string_view::npos;
}

/// The name and its office stand apart from the words around them: "Ek, Farsta
/// stadsdelsförvaltning".
bool stands_apart(const std::vector<Word>& words, std::string_view text, const Name& name) {
  const bool before = name.begin > 0 && only_blanks(text, words[name.begin - 1].where.end,
                                                    words[name.begin].where.begin);
  const bool after = name.end < words.size() &&
                     only_blanks(text, words[name.end - 1].where.end, words[name.end].where.begin);
  return name.office && !before && !after;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Every word outside of the names may stand beside a district's name.
bool nothing_else(const Districts& districts, const std::vector<Word>& words,
                  const std::vector<Name>& names) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    const auto holds = [w](const Name& name) { return w >= name.begin && w < name.end; };
    const std::string& key = words[w].key;
    if (std::ranges::any_of(names, holds) || is_number(key)) continue;
    if (!districts.around.contains(key) && !is_office(districts, key)) return false;
  }
  return true;
}

/// Takes out the police's districts, which have names of their own: what stands behind
/// "lokalpolisområde", up to the city's next office, and "med" before it.
void drop_police_districts(const Districts& districts, std::string_view text,
                           std::vector<Word>& words) {
  for (std::size_t at = 0; at < words.size();) {
    if (!districts.police.contains(words[at].key)) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < words.size() &&
           only_blanks(text, words[end - 1].where.end, words[end].where.begin))
      ++end;
    const auto is_of_city = [&](const Word& word) { return is_office(districts, word.key); };
    if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                    words.begin() + static_cast<std::ptrdiff_t>(end), is_of_city))
      end = std::min(end, at + 2);
    constexpr std::size_t preposition = 3;  // letters
    if (at > 0 && words[at - 1].key.size() <= preposition) --at;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at),
                words.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

bool same_district(const std::vector<Name>& names) {
  return std::ranges::all_of(names,
                             [&](const Name& n) { return n.district == names.front().district; });
}

}  // namespace

std::optional<DistrictMatch> district_in(const Districts& districts, std::string_view text) {
  std::vector<Word> words = words_in(text);
  if (words.size() > most_words) return std::nullopt;
  drop_police_districts(districts, text, words);
  std::vector<Name> names = exact_names(districts, words);
  if (names.empty()) names = near_names(districts, words);
  if (names.empty()) names = short_names(districts, words, text);
  if (names.empty() || !same_district(names)) return std::nullopt;
  take_offices(districts, words, names);
  const auto apart =
      std::ranges::find_if(names, [&](const Name& n) { return stands_apart(words, text, n); });
  if (apart == names.end() && !nothing_else(districts, words, names)) return std::nullopt;
  const Name& name = apart == names.end() ? names.front() : *apart;
  const Span where{words[name.begin].where.begin, words[name.end - 1].where.end};
  return DistrictMatch{name.district, where, name.exact};
}

}  // namespace lagesbild
