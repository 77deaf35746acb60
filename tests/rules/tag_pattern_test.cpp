// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tag_pattern.h"

#include <gmock/gmock.h>

#include <sstream>

namespace lagesbild {
namespace {

using testing::HasSubstr;

/// Tags a, b, c and d beside the lexicon's own "word", "number" and "sign".
const Lexicon& lexicon() {
  static const Lexicon made = [] {
    Problems problems;
    const auto root = yaml_of("words: {a: aa, b: bb, c: cc, d: dd}\n", "change.yaml");
    return lexicon_from(*root, problems);
  }();
  return made;
}

const PatternNames names = {{{"ab", {"a", "b"}}}, {{"pair", "a b"}, {"loop", "loop a"}}};

Result<TagPattern> compiled(std::string_view source) {
  return TagPattern::compiled(source, lexicon(), names, {"change.yaml", 0, 7});
}

std::vector<Tag> sentence_of(const std::string& words) {
  std::vector<Tag> tags;
  std::istringstream in(words);
  for (std::string word; in >> word;) tags.push_back(*lexicon().tag(word));
  return tags;
}

std::string found(const std::string& pattern, const std::string& words, std::size_t from = 0) {
  const auto made = compiled(pattern);
  if (!made) return sentence(made.problem());
  const auto match = made->find(sentence_of(words), from);
  if (!match) return "-";
  const auto span = [](const Span& s) {
    return std::to_string(s.begin) + "-" + std::to_string(s.end);
  };
  return span(match->whole) + (match->about == match->whole ? "" : " about " + span(match->about));
}

TEST(TagPattern, FindsAsRegularExpressionsDo) {
  const struct {
    const char *says, *pattern, *words, *found;
  } cases[] = {
      {"one word", "b", "a b c", "1-2"},
      {"words in a row", "a b", "a a b", "1-3"},
      {"the leftmost", "b | a", "c a b", "1-2"},
      {"the first alternative that fits", "a | a b", "a b", "0-1"},
      {"as many as go", "a*", "a a b", "0-2"},
      {"but no more than leave a match", "a* a b", "a a b", "0-3"},
      {"one or more", "b a+", "b b a a", "1-4"},
      {"perhaps", "a b? c", "a c", "0-2"},
      {"counted", "a{2} b", "a a a b", "1-4"},
      {"from and to", "^ a{1,2} c", "a a a c", "-"},
      {"from on", "a{2,} c", "a a a c", "0-4"},
      {"any of several", "[a c] d", "b d c d", "2-4"},
      {"any but these", "[^a c] d", "a d b d", "2-4"},
      {"a set's name", "ab{2}", "c b a", "1-3"},
      {"a part's name", "pair c", "a b c", "0-3"},
      {"the begin", "^ b", "a b", "-"},
      {"the end", "a $", "a b a", "2-3"},
      {"what it is about", "a (<b c?) d", "a b c d", "0-4 about 1-3"},
      {"about the last time round", "((<a) | b)+", "a b", "0-2 about 0-1"},
      {"a loop of nothing ends", "(a*)* b", "a a c", "-"},
      {"nothing is found in nothing", "a", "", "-"},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.pattern, c.words), c.found) << c.says;
}

TEST(TagPattern, LooksFromAWordOn) {
  EXPECT_EQ(found("a", "a b a", 1), "2-3");
  EXPECT_EQ(found("^ a", "a a", 1), "-");
}

TEST(TagPattern, LoopsWithinLoopsTakeNoLongTime) {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "a ";
  EXPECT_EQ(found("((a | a)* (a | a a)*)* b", words), "-");
}

TEST(TagPattern, TellsWhatItNeeds) {
  const auto needs = compiled("a* [b c] d?")->needs();
  ASSERT_EQ(needs.size(), 1u);
  EXPECT_EQ(needs[0].count(), 2u);
  EXPECT_TRUE(needs[0][*lexicon().tag("b")]);
  EXPECT_TRUE(compiled("a* | b")->needs().empty());
  EXPECT_EQ(compiled("(a | b) c")->needs().front().count(), 1u) << "the smallest first";
}

TEST(TagPattern, TellsWhatIsWrong) {
  const struct {
    const char *pattern, *problem;
  } cases[] = {
      {"(a", "missing )"},           {"a)", "unexpected ')'"},
      {"[a", "missing ]"},           {"* a", "nothing to repeat"},
      {"a**", "nothing to repeat"},  {"a{2", "missing }"},
      {"a{x}", "missing number"},    {"a{3,2}", "repetitions"},
      {"a{5000}", "repetitions"},    {"nobody", "'nobody' is no name"},
      {"loop", "'loop' is no name"}, {"((a{999}){999}){999}", "too long"},
  };
  for (const auto& c : cases) EXPECT_THAT(found(c.pattern, "a"), HasSubstr(c.problem)) << c.pattern;
  EXPECT_THAT(found("(a", "a"), HasSubstr("change.yaml:7"));
  EXPECT_THAT(found(std::string(500, '('), "a"), HasSubstr("too many brackets"));
}

}  // namespace
}  // namespace lagesbild
