// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/prefilter.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "rules/pattern.h"

namespace lagesbild {
namespace {

constexpr std::size_t endless = static_cast<std::size_t>(-1);

struct Case {
  const char* says;
  const char* pattern;
  std::vector<std::string> strings;
  std::size_t longest;
};

TEST(NeededBy, TellsWhatEveryMatchHolds) {
  const Case cases[] = {
      {"letters in a row", "lage", {"lage"}, endless},
      {"the longest run of them", "ab?cdef.*gh", {"cdef"}, endless},
      {"one of each alternative", "^(?:positiv|neg)$", {"positiv", "neg"}, 7},
      {"nothing where one alternative needs nothing", "positiv|.*", {}, endless},
      {"nothing optional", "(?:lage)?", {}, endless},
      {"what stands once or more", "(lage)+", {"lage"}, endless},
      {"a repeated letter ends the run", "^lag+e$", {"lag"}, endless},
      {"a counted one has a length", "^a{2,3}bc$", {"bc"}, 5},
      {"an escaped sign is a letter", "^d\\.nr$", {"d.nr"}, 4},
      {"classes are any letter, of up to four bytes", "^[^]a]x\\d$", {"x"}, 9},
      {"a class with a name", "^[[:alpha:]]xy$", {"xy"}, 6},
      {"a named group", "^(?P<year>20)\\d$", {"20"}, 6},
      {"letters of several bytes", "^\xC3\xA5?ab$", {"ab"}, 4},
      {"nothing is known with flags", "(?i)lage", {}, endless},
      {"nor of escapes it does not know", "\\pLlage", {}, endless},
      {"nor of what is no pattern", "(lage", {}, endless},
  };
  for (const Case& c : cases) {
    const Needed needed = needed_by(c.pattern);
    EXPECT_EQ(needed.strings, c.strings) << c.says;
    EXPECT_EQ(needed.longest, c.longest) << c.says;
  }
}

TEST(NeededBy, AnyBytesAreRead) {
  const std::string signs = "ab|()[]{}*+?^$\\.,09-:P<>";
  unsigned state = 1;
  for (int round = 0; round < 20000; ++round) {
    std::string pattern;
    for (int i = 0; i < 12; ++i)
      pattern += signs[(state = state * 1664525u + 1013904223u) / 7 % signs.size()];
    const auto compiled = Pattern::compiled(pattern, {});
    const Needed needed = needed_by(pattern);
    if (!compiled || needed.strings.empty()) continue;
    for (const char* text : {"", "a", "b", "ab", "ba", "aab", "abab", "0a9b", "-:P"}) {
      if (!compiled->matches(text)) continue;
      EXPECT_TRUE(std::ranges::any_of(
          needed.strings,
          [&](const std::string& s) { return std::string_view(text).find(s) != s.npos; }))
          << pattern << " on " << text;
      EXPECT_LE(std::string_view(text).size(), needed.longest) << pattern << " on " << text;
    }
  }
}

TEST(Prefilter, GivesThePatternsThatMayMatch) {
  Prefilter filter;
  const char* patterns[] = {"lagesbild", "^se \\d", "^.*$", "omrade|arbete", "^nr$"};
  for (std::size_t i = 0; i < std::size(patterns); ++i) filter.add(i, patterns[i]);
  filter.finish();
  const struct {
    const char *says, *text, *possible;
  } cases[] = {
      {"none of the words", "polis", "00100"},
      {"a word anywhere", "en lagesbild for", "10100"},
      {"its begin is not enough", "lagesbil", "00100"},
      {"any of several words", "vart arbete", "00110"},
      {"two letters", "nr", "00101"},
      {"a text that is too long", "nr 1", "00100"},
      {"nothing", "", "00100"},
  };
  for (const auto& c : cases) {
    std::string found;
    for (std::size_t i = 0; i < std::size(patterns); ++i)
      found += filter.possible(c.text)[i] ? '1' : '0';
    EXPECT_EQ(found, c.possible) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
