// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_list.h"

#include <gmock/gmock.h>

namespace lagesbild {
namespace {

RuleList list_of(std::vector<RuleSource> sources) {
  auto list = RuleList::compiled(std::move(sources), Compile::at_once);
  EXPECT_TRUE(list);
  return *list;
}

RuleSource rule(std::string id, std::string pattern, std::string unless = {}) {
  return {{std::move(id), "meaning", {"f.yaml", 0, 3}}, std::move(pattern), std::move(unless)};
}

std::vector<std::string> ids(const std::vector<RuleMatch>& matches) {
  std::vector<std::string> found;
  for (const RuleMatch& match : matches) found.push_back(match.rule->id);
  return found;
}

TEST(RuleList, TheFirstRuleOfTheFileWinsNotTheFirstInTheText) {
  const RuleList list = list_of({rule("later", "bb"), rule("earlier", "aa")});
  const auto match = list.first("aa bb");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->rule->id, "later");
  EXPECT_EQ(match->groups.front(), (Span{3, 5}));
  EXPECT_EQ(list.which("aa bb"), match->rule);
}

TEST(RuleList, WithoutRulesNothingMatches) {
  EXPECT_FALSE(RuleList().first("a"));
  EXPECT_TRUE(RuleList().all("a").empty());
  EXPECT_EQ(RuleList().which("a"), nullptr);
  EXPECT_FALSE(list_of({}).first("a"));
}

TEST(RuleList, AllGivesEveryMatchByRuleThenByPlace) {
  const RuleList list = list_of({rule("two", "b+"), rule("none", "z"), rule("one", "a")});
  const auto matches = list.all("a bb a b");
  EXPECT_THAT(ids(matches), testing::ElementsAre("two", "two", "one", "one"));
  EXPECT_EQ(matches[1].groups.front(), (Span{7, 8}));
}

TEST(RuleList, AnEmptyMatchDoesNotHang) {
  EXPECT_EQ(list_of({rule("empty", "x*")}).all("abc").size(), 4u);
}

TEST(RuleList, UnlessKeepsARuleFromMatching) {
  const RuleList list = list_of({rule("see", "^se ", "^se till"), rule("any", "^se")});
  EXPECT_EQ(list.first("se tabellen")->rule->id, "see");
  EXPECT_EQ(list.first("se till att")->rule->id, "any");
  EXPECT_THAT(ids(list.all("se till att")), testing::ElementsAre("any"));
}

TEST(RuleList, NamedGroupsAreBytesOfTheText) {
  const RuleList list = list_of({rule("number", "(punkt )?(?P<number>\\d+)(?P<title> [a-z]+)?")});
  const auto match = list.first("se punkt 31");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->named("number"), (Span{9, 11}));
  EXPECT_FALSE(match->named("title")) << "took no part";
  EXPECT_FALSE(match->named("nonsense"));
}

TEST(RuleList, ACopySharesItsRules) {
  std::optional<RuleList> first = list_of({rule("a", "a")});
  const RuleList copy = *first;
  const Rule* kept = first->which("a");
  first.reset();
  EXPECT_EQ(copy.which("a"), kept);
}

TEST(RuleList, ABrokenPatternIsAProblemAtItsRule) {
  for (const RuleSource& broken : {rule("a", "(b"), rule("a", "b", "[c")}) {
    const auto list = RuleList::compiled({rule("fine", "x"), broken}, Compile::at_once);
    ASSERT_FALSE(list);
    EXPECT_EQ(list.problem().code, "rule_pattern");
    EXPECT_EQ(list.problem().place, (Place{"f.yaml", 0, 3}));
    EXPECT_THAT(list.problem().what, testing::HasSubstr("missing"));
  }
}

TEST(RuleList, ABrokenPatternThatWaitsNeverMatches) {
  const auto list =
      RuleList::compiled({rule("broken", "(ab"), rule("fine", "ab")}, Compile::when_needed);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->which("ab")->id, "fine");
}

TEST(Pattern, FindsFromAByteOnAndNotBeyondTheEnd) {
  const auto pattern = Pattern::compiled("a(?P<b>b)?", {});
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->find("a ab", 1)->front(), (Span{2, 4}));
  EXPECT_FALSE(pattern->find("a", 1));
  EXPECT_FALSE(pattern->find("a", 5));
  EXPECT_TRUE(pattern->matches("b a"));
  EXPECT_FALSE(pattern->matches("b"));
  EXPECT_THAT(pattern->names(), testing::ElementsAre("", "b"));
}

}  // namespace
}  // namespace lagesbild
