// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/change_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/tag_pattern.h"
#include "rules/word_repair.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

YamlNode parsed(const std::string& text) {
  const auto root = yaml_of(text, "change.yaml");
  EXPECT_TRUE(root) << (root ? "" : sentence(root.problem()));
  return root ? *root : YamlNode();
}

const std::string small_file = R"(
words:
  sign: ["%"]
  newline: ["\n"]
  stop: ["."]
  question: ["?"]
  dash: ["-"]
  positive: positiv, positiva
  negative: negativ
  change: förändring, förändringar
  unchanged: oförändrat, status quo
  not: inte, ej
  no: ingen, ingen som helst
  bad: våld, *våld
  area: ungdomsområde
labels: [positive, negative, change, unchanged]
leads: [no, not, positive]
other_words: förankring
sets:
  either: [positive, negative]
parts:
  label: either change
statements:
  - id: good
    is: positive
    pattern: (<positive) change
    match: positiv förändring | positiva förändringar
    no: positiv
  - id: any_label
    is: mixed
    pattern: label
  - id: same
    is: unchanged
    pattern: "^ unchanged $"
scopes:
  - id: denied
    is: denied
    pattern: "[not no] [^stop]*"
)";

const ChangeRules& small_rules() {
  static const ChangeRules rules = [] {
    Problems problems;
    ChangeRules compiled = change_rules_from(parsed(small_file), problems);
    for (const Problem& problem : problems) ADD_FAILURE() << sentence(problem);
    return compiled;
  }();
  return rules;
}

std::string tags_of(const std::string& text, bool repair = false) {
  std::string names;
  for (const ChangeWord& word : change_words_of(small_rules().lexicon(), folded(text), repair))
    names += (names.empty() ? "" : " ") + small_rules().lexicon().name(word.tag) +
             (word.repaired ? "!" : "");
  return names;
}

TEST(ChangeWords, TagsWordsPhrasesAndCompounds) {
  const struct {
    const char *says, *text, *tags;
  } cases[] = {
      {"words, whatever their case and marks", "Positiv FORANDRING.", "positive change stop"},
      {"unknown words, numbers and signs", "Torget 2022 % €", "word year sign sign"},
      {"phrases before words", "Status quo, ingen som helst", "unchanged sign no"},
      {"compounds by their ending", "Ungdomsvåld", "bad"},
      {"a compound that is listed is itself", "ungdomsområde", "area"},
      {"a hyphen inside a word", "o-förändrat", "unchanged"},
      {"a decimal number is one", "3.1", "number"},
      {"a word torn by a blank", "O förändrat", "unchanged"},
      {"torn at a line end", "för-\nändring", "change"},
      {"set wide", "f ö r ä n d r i n g", "change"},
      {"set wide, two words in one", "p o s i t i v f ö r ä n d r i n g", "positive change"},
      {"run together", "ejförändring", "not change"},
      {"compounds are not run together", "förändringsledare", "word"},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(tags_of(c.text), c.tags) << c.says;
}

TEST(ChangeWords, RepairsWhatWasProbablyMeant) {
  const struct {
    const char *says, *text, *tags;
  } cases[] = {
      {"a letter missing", "förändrng", "change!"},
      {"a letter too many", "posittiv", "positive!"},
      {"two letters changed places", "possitv", "word"},
      {"two edits in a long word", "förädnrnig", "change!"},
      {"a zero for an o", "0förändrat", "unchanged!"},
      {"a one for an i", "pos1tiv", "positive!"},
      {"rn for m, and nothing near", "marn", "word"},
      {"a lost letter", "f\uFFFDr\uFFFDndring", "change!"},
      {"a question mark for a letter", "f?r?ndring", "change!"},
      {"an o is never added", "förändrat", "word"},
      {"nor dropped", "oförändring", "word"},
      {"real words stay", "förankring", "word"},
      {"numbers stay", "20222", "number"},
      {"words of no label stay", "våldt", "word"},
  };
  for (const auto& c : cases) EXPECT_EQ(tags_of(c.text, true), c.tags) << c.says;
}

std::vector<std::string> statements_in(const std::string& text) {
  const auto words = change_words_of(small_rules().lexicon(), folded(text), false);
  std::vector<std::string> found;
  for (const ChangeMatch& match : small_rules().statements(words, false))
    found.push_back(match.rule->rule.id + " " + std::to_string(match.begin) + "-" +
                    std::to_string(match.end));
  return found;
}

TEST(ChangeRules, EarlierRulesTakeTheirWords) {
  EXPECT_THAT(statements_in("positiv förändring"), ElementsAre("good 0-1"));
  EXPECT_THAT(statements_in("negativ förändring"), ElementsAre("any_label 0-2"));
  EXPECT_THAT(statements_in("positiv förändring negativ förändring positiva förändringar"),
              ElementsAre("good 0-1", "good 4-5", "any_label 2-4"));
  EXPECT_THAT(statements_in("oförändrat"), ElementsAre("same 0-1"));
  EXPECT_THAT(statements_in("läget oförändrat"), IsEmpty());
}

TEST(ChangeRules, ScopesEndWhereTheirPatternDoes) {
  const auto words =
      change_words_of(small_rules().lexicon(), folded("läget inte positivt . ej så"), false);
  const auto scopes = small_rules().scopes(words);
  ASSERT_EQ(scopes.size(), 2u);
  EXPECT_EQ(scopes[0].begin, 1u);
  EXPECT_EQ(scopes[0].end, 3u);
  EXPECT_EQ(scopes[1].rule->says, Says::denied);
}

TEST(ChangeRules, TellsWhatIsWrongInTheFile) {
  const struct {
    const char *says, *old_text, *new_text, *problem;
  } cases[] = {
      {"an unknown name in a pattern", "(<positive) change", "positive chnge",
       "'chnge' is no name"},
      {"a broken pattern", "(<positive) change", "(positive", "missing"},
      {"an unknown meaning", "is: mixed", "is: good", "'good' is nothing"},
      {"a word with two tags", "negativ\n", "negativ, positiv\n", "has one tag"},
      {"an unknown key", "    no: positiv", "    not: positiv", "'not'"},
      {"labels without words", "labels: [", "labels: [nothing, ", "no words under 'nothing'"},
      {"a needed tag is missing", "question:", "asked:", "lacks 'question'"},
      {"a circle of parts", "label: either change", "label: label change", "'label' is no name"},
  };
  for (const auto& c : cases) {
    std::string file = small_file;
    file.replace(file.find(c.old_text), std::string(c.old_text).size(), c.new_text);
    Problems problems;
    change_rules_from(parsed(file), problems);
    ASSERT_FALSE(problems.empty()) << c.says;
    EXPECT_THAT(sentence(problems.front()), HasSubstr(c.problem)) << c.says;
    EXPECT_THAT(sentence(problems.front()), HasSubstr("change.yaml:")) << c.says;
  }
}

TEST(ChangeRules, ExamplesBesideRulesAreHeld) {
  std::string file = small_file;
  const std::string old_text = "no: positiv\n";
  file.replace(file.find(old_text), old_text.size(), "no: en positiv förändring\n");
  Problems problems;
  const YamlNode root = parsed(file);
  const ChangeRules rules = change_rules_from(root, problems);
  EXPECT_THAT(problems, IsEmpty());
  check_change_rules(root, rules, problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems.front().what, HasSubstr("must not fit \"en positiv förändring\""));
}

TEST(ChangeRules, TheRuleFileMeetsItsOwnExamples) {
  const auto bytes = rule_file_bytes(PROJECT_ROOT "/rules/change.yaml");
  ASSERT_TRUE(bytes);
  const YamlNode root = parsed(*bytes);
  Problems problems;
  const ChangeRules rules = change_rules_from(root, problems);
  check_change_rules(root, rules, problems);
  for (const Problem& problem : problems) ADD_FAILURE() << sentence(problem);
  EXPECT_GE(list_at(root, "statements", problems).items.size(), 80u);
}

}  // namespace
}  // namespace lagesbild
