// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plausible.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_words = 20;
constexpr std::size_t shortest_word = 4;  // letters; abbreviations have no vowels
constexpr int longest_cluster = 6;        // consonants in a row: "västkustskt" has six
constexpr double least_shaped = 0.6;      // of the words; Swedish prose has 0.97
// Letters exchanged for letters still look like words often enough. Of such a text none is known.
constexpr double badly_shaped = 0.85, least_known = 0.01;
constexpr std::size_t enough_to_know = 60;  // words

/// The commonest words of the languages that reports and their neighbours are written in.
constexpr std::array<std::string_view, 48> common = {
    "och", "att", "det",  "som",  "för", "med",  "av",  "på",    "är",   "en",  "ett",  "den",
    "har", "de",  "till", "inte", "om",  "vi",   "i",   "under", "från", "the", "of",   "and",
    "to",  "in",  "is",   "for",  "on",  "with", "der", "die",   "und",  "das", "von",  "ist",
    "le",  "la",  "les",  "des",  "et",  "que",  "el",  "ja",    "on",   "og",  "ikke", "til"};

bool is_common(std::string_view word) {
  constexpr std::size_t longest = 5;
  return word.size() <= longest && std::ranges::find(common, word) != common.end();
}

bool is_vowel(char32_t c) {
  if (c < 0x80) {
    constexpr std::uint32_t vowels = 1u << 1 | 1u << 5 | 1u << 9 | 1u << 15 | 1u << 21 | 1u << 25;
    return c >= U'A' && vowels >> (c & 31) & 1;
  }
  return std::u32string_view(U"aeiouyåäöéèüæøAEIOUYÅÄÖÉÜÆØ").find(c) != std::u32string_view::npos;
}

bool is_lower(char32_t c) {
  const bool ligature = c >= 0xfb00 && c <= 0xfb06;
  return (c >= U'a' && c <= U'z') || (c >= 0xdf && c <= 0xff) || ligature;
}
bool is_upper(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xc0 && c <= 0xde); }

/// Signs that stand around words or within them: marks of letters, hyphens.
bool is_around(char32_t c) {
  const bool mark = c >= 0x300 && c <= 0x36f;
  return mark ||
         std::u32string_view(U".,;:!?()[]\"'”“’»«…•–—-\u2010\u2011\u00ad/\u00a8\u00b4\u02da\u00b0")
                 .find(c) != std::u32string_view::npos;
}

struct Shape {
  std::size_t letters = 0, lower = 0, others = 0;
  bool vowel = false, rises = false;  ///< a capital after a small letter
  int cluster = 0, longest = 0;       ///< consonants in a row

  void add(char32_t c) {
    const bool small = is_lower(c);
    if (!small && !is_upper(c)) {
      others += !is_around(c);
      return;
    }
    ++letters;
    if (small)
      ++lower;
    else
      rises |= lower > 0;
    const bool open = is_vowel(c);
    cluster = open ? 0 : cluster + 1;
    longest = std::max(longest, cluster);
    vowel |= open;
  }
  bool good() const { return vowel && !rises && others == 0 && longest <= longest_cluster; }
};

struct Tally {
  std::size_t words = 0, judged = 0, shaped = 0, known = 0;

  void add(std::string_view word) {
    Shape shape;
    for (std::size_t at = 0; at < word.size();) {
      if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
        shape.add(byte);
        ++at;
        continue;
      }
      const CodePoint point = code_point_at(word, at);
      shape.add(point.value);
      at += point.size;
    }
    if (shape.letters == 0 && shape.others < shortest_word) return;  // figures and signs
    ++words;
    known += is_common(word);
    if (shape.letters + shape.others < shortest_word) return;
    ++judged;
    shaped += shape.good();
  }
};

}  // namespace

bool garbled(std::string_view utf8) {
  Tally tally;
  const auto is_gap = [](char c) { return c == ' ' || c == '\n'; };
  for (auto at = utf8.begin(); at != utf8.end();) {
    at = std::find_if_not(at, utf8.end(), is_gap);
    const auto end = std::find_if(at, utf8.end(), is_gap);
    if (at != end) tally.add({at, end});
    at = end;
  }
  if (tally.judged < fewest_words) return false;
  const double shaped = static_cast<double>(tally.shaped) / static_cast<double>(tally.judged);
  if (shaped < least_shaped) return true;
  return shaped < badly_shaped && tally.words >= enough_to_know &&
         static_cast<double>(tally.known) < least_known * static_cast<double>(tally.words);
}

}  // namespace lagesbild
