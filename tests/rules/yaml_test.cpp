// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/yaml.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "rules/plain_yaml.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

YamlNode yaml(const std::string& text) {
  auto root = yaml_of(text, "f.yaml");
  EXPECT_TRUE(root) << sentence(root.problem());
  return *root;
}

std::vector<std::string> sentences(const Problems& problems) {
  std::vector<std::string> texts;
  for (const Problem& problem : problems) texts.push_back(sentence(problem));
  return texts;
}

TEST(Yaml, NodesKnowTheirLine) {
  const YamlNode root = yaml("a: 1\nb:\n  - x\n  - y: [p,\n      q]\n");
  EXPECT_EQ(root.find("a")->place.line, 1);
  EXPECT_EQ(root.find("b")->items[0].place.line, 3);
  EXPECT_EQ(root.find("b")->items[1].find("y")->items[1].place.line, 5);
  EXPECT_EQ(root.find("b")->items[1].find("y")->items[1].place.file, "f.yaml");
  EXPECT_EQ(root.find("c"), nullptr);
}

TEST(Yaml, WhatIsNoYamlIsAProblemAtItsLine) {
  struct Case {
    const char* says;
    const char* text;
    int line;
    const char* what;
  };
  const Case cases[] = {
      {"an open quote", "a: 1\nb: \"x\n", 2, "no YAML"},
      {"a list in a map", "a: 1\n- b\n", 2, "no YAML"},
      {"a key twice", "a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice"},
      {"an alias", "a: &x 1\n", 1, "anchors"},
      {"an alias used", "a: *x\n", 1, "no YAML"},
      {"a map as a key", "{a: 1}: 2\n", 1, "a key must be a text"},
      {"two documents", "a: 1\n---\nb: 2\n", 1, "more than one document"},
  };
  for (const Case& c : cases) {
    const auto root = yaml_of(c.text, "f.yaml");
    ASSERT_FALSE(root) << c.says;
    EXPECT_EQ(root.problem().code, "rule_yaml") << c.says;
    EXPECT_EQ(root.problem().place.line, c.line) << c.says;
    EXPECT_THAT(root.problem().what, HasSubstr(c.what)) << c.says;
  }
}

TEST(Yaml, DeepNestingIsRefused) {
  EXPECT_FALSE(yaml_of(std::string(100000, '['), "f.yaml"));
  EXPECT_FALSE(yaml_of(std::string(100000, '{'), "f.yaml"));
}

TEST(Yaml, AnUnknownKeySaysWhatMayBeMeant) {
  Problems problems;
  expect_keys(yaml("id: a\npatern: b\nzzzzzz: c\n"), {"id", "pattern", "match"}, problems);
  EXPECT_THAT(sentences(problems),
              ElementsAre("f.yaml:2: error: unknown key 'patern', did you mean 'pattern'?",
                          "f.yaml:3: error: unknown key 'zzzzzz', known are id, pattern, match"));
}

TEST(Yaml, ValuesOfTheWrongKindAreNoted) {
  const YamlNode root = yaml("text: [a]\nnumber: ten\nlist: {a: 1}\nmap: []\nempty:\n");
  Problems problems;
  EXPECT_EQ(text_at(root, "text", problems), "");
  EXPECT_EQ(number_at(root, "number", problems), std::nullopt);
  EXPECT_THAT(texts_at(root, "list", problems), IsEmpty());
  EXPECT_THAT(list_at(root, "list", problems).items, IsEmpty());
  EXPECT_THAT(map_at(root, "map", problems).items, IsEmpty());
  text_at(root, "empty", problems);
  text_at(root, "missing", problems);
  list_at(root, "missing", problems);
  EXPECT_THAT(
      sentences(problems),
      ElementsAre("f.yaml:1: error: 'text' must hold a text",
                  "f.yaml:2: error: 'number' must hold a whole number",
                  "f.yaml:3: error: 'list' must hold a list of texts",
                  "f.yaml:3: error: 'list' must hold a list",
                  "f.yaml:4: error: 'map' must hold a map", HasSubstr("'empty' must hold a text"),
                  "f.yaml:1: error: the key 'missing' is missing; it must hold a text",
                  "f.yaml:1: error: the key 'missing' is missing; it must hold a list"));
}

TEST(Yaml, WhatMayBeMissingIsNoProblem) {
  const YamlNode root = yaml("one: a\nfew: [a, b]\nten: 10\n");
  Problems problems;
  EXPECT_EQ(optional_text_at(root, "none", problems), "");
  EXPECT_THAT(texts_at(root, "none", problems), IsEmpty());
  EXPECT_THAT(texts_at(root, "one", problems), ElementsAre("a"));
  EXPECT_THAT(texts_at(root, "few", problems), ElementsAre("a", "b"));
  EXPECT_EQ(number_at(root, "ten", problems), 10);
  EXPECT_EQ(number_at(root, "none", problems), std::nullopt);
  EXPECT_THAT(problems, IsEmpty());
}

TEST(RuleListFromYaml, BrokenRulesAreNotedAndTheOthersKept) {
  const YamlNode list = yaml(R"(
- {id: a, is: good, pattern: 'a+'}
- {id: a, is: good, pattern: 'b'}
- {id: c, is: goood, pattern: 'c'}
- {id: d, is: good, pattern: 'd('}
- {id: e, is: good, pattern: 'e', unless: '['}
- {id: f, is: good}
- just text
- {id: g, is: good, pattern: '{{gap}}g{{nope}}'}
- {id: h, is: bad, pattern: '{{gap}}h'}
)");
  Problems problems;
  const RuleList rules = rule_list_from(list, {"good", "bad"}, problems, {{"gap", " +"}});
  EXPECT_THAT(sentences(problems),
              ElementsAre("f.yaml:3: error: the id 'a' is taken by a rule above",
                          "f.yaml:4: error: 'is' can't be 'goood' here; use one of good, bad",
                          "f.yaml:7: error: the key 'pattern' is missing; it must hold a text",
                          HasSubstr("f.yaml:8: error: here must stand a map"),
                          HasSubstr("f.yaml:9: error: no part is named 'nope'"),
                          HasSubstr("f.yaml:5: error: the pattern does not compile"),
                          HasSubstr("f.yaml:6: error: the pattern does not compile")));
  ASSERT_EQ(rules.rules().size(), 2u);
  EXPECT_EQ(rules.which("x  h")->id, "h");
}

TEST(RuleListFromYaml, WithoutAMeaningARuleHasTheFirst) {
  Problems problems;
  const RuleList rules = rule_list_from(yaml("- {id: a, pattern: a}\n"), {"one", "two"}, problems);
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ(rules.rules().front().is, "one");
}

TEST(PatternParts, MayUseThoseAbove) {
  Problems problems;
  const PatternParts parts =
      pattern_parts_from(yaml("a: 'x|y'\nb: '{{a}}z'\nc: '{{d}}'\n"), problems);
  EXPECT_EQ(parts.at("b"), "(?:x|y)z");
  EXPECT_THAT(sentences(problems), ElementsAre(HasSubstr("f.yaml:3: error: no part is named 'd'")));
}

TEST(Examples, AreMatchedByTheirRuleFirstOrAtAll) {
  const YamlNode list = yaml(R"(
- {id: wide, pattern: 'ra', match: [Område], no: [rad]}
- {id: narrow, pattern: '^rad$', match: [RAD, område], no: [radio, Ny rad]}
)");
  Problems problems;
  const RuleList rules = rule_list_from(list, {"x"}, problems);
  check_examples(list, rules, ExamplesMeet::any_rule, problems);
  EXPECT_THAT(
      sentences(problems),
      ElementsAre(
          "f.yaml:2: error: 'wide' must not match \"rad\"",
          "f.yaml:3: error: 'narrow' must match \"område\"; the first rule to match is 'wide'"));
  problems.clear();
  check_examples(list, rules, ExamplesMeet::first_rule, problems);
  EXPECT_THAT(
      sentences(problems),
      ElementsAre(HasSubstr("'wide' must not match \"rad\""),
                  "f.yaml:3: error: 'narrow' must match \"RAD\"; the first rule to match is "
                  "'wide'",
                  HasSubstr("'narrow' must match \"område\"")));
}

TEST(PlainYaml, ReadsTheRuleFilesAsYamlDoes) {
  for (const char* name : {"form.yaml", "areas.yaml", "districts.yaml", "change.yaml"}) {
    const std::string path = std::string(PROJECT_ROOT "/rules/") + name;
    const auto bytes = rule_file_bytes(path);
    ASSERT_TRUE(bytes) << name;
    const auto plain = plain_yaml_of(*bytes, path);
    const auto full = yaml_of(*bytes, path);
    ASSERT_TRUE(full) << sentence(full.problem());
    ASSERT_TRUE(plain) << name << " is read the slow way: it holds YAML that plain_yaml.cpp lacks";
    EXPECT_TRUE(*plain == *full) << name;
  }
}

// What it reads it reads as YAML does; of what is not its kind it makes nothing.
TEST(PlainYaml, AgreesWithYamlOrMakesNothing) {
  struct Case {
    const char* text;
    bool read;
  };
  const Case cases[] = {
      {"a: 1\n", true},
      {"a: 1", true},
      {"# x\n\na:   b c  # d\n", true},
      {"a:\n  b: c\n  d:\n    - e\n", true},
      {"a:\n- b\n- c\nd: e\n", true},
      {"- a: b\n  c: d\n- - e\n", false},
      {"- a: b\n  c: d\n- e\n", true},
      {"a: [b, \"c, d\", 'e''f',\n  g]  # h\ni: []\n", true},
      {"a: [b, c,]\n", true},
      {"a: \"b\\n\\t\\\\\\\"\\u2612\\uF0FE\"\n", true},
      {"a: 'b: c # d'\n", true},
      {"a: >-\n  b\n  c # d\n\ne: f\n", true},
      {"a: >-\n  b\n\n  c\n", false},
      {"a: >\n  b\n", false},
      {"a: |-\n  b\n  * c: d\ne: f\n", true},
      {"a: |\n  b\n", false},
      {"a: >-\n  b\n    c\n", false},
      {"a: b\n  c\n", false},
      {"a: \"b\n  c\"\n", false},
      {"a: [b, [c]]\n", false},
      {"a: {b: c}\n", false},
      {"a:\n", false},
      {"a: ~\n", false},
      {"a: null\n", false},
      {"null: a\n", false},
      {"a: b: c\n", false},
      {"a: [b: c]\n", false},
      {"a: 1\na: 2\n", false},
      {"a: &x b\n", false},
      {"a: *x\n", false},
      {"a: !x b\n", false},
      {"\"a\": b\n", false},
      {"? a\n", false},
      {"a:\tb\n", false},
      {"a: b\r\n", false},
      {"---\na: b\n", false},
      {"a: b\n...\n", false},
      {"a: b\n - c\n", false},
      {"a:\n    b: c\n  d: e\n", false},
      {"  a: b\n", false},
      {"- \n", false},
      {"a: \"\\x41\"\n", false},
      {"a: \"\\ud800\"\n", false},
      {"a: [b\n", false},
      {"a: [b c\n  d]\n", false},
      {"a: [b] c\n", false},
      {"a: 'b' c\n", false},
      {"just text\n", false},
      {"", false},
      {"a: b #c\n", true},
      {"a: b#c\n", true},
      {"a#b: c\n", false},
      {"a: -b\n", false},
      {"a: b, c (d) - e\n", true},
      {"a: b:c\n", true},
  };
  for (const Case& c : cases) {
    const auto plain = plain_yaml_of(c.text, "f.yaml");
    EXPECT_EQ(plain.has_value(), c.read) << c.text;
    if (!plain) continue;
    const auto full = yaml_of(c.text, "f.yaml");
    ASSERT_TRUE(full) << c.text;
    EXPECT_TRUE(*plain == *full) << c.text;
  }
}

// Cut anywhere, or with a byte changed, a file is read the same way by both or by yaml-cpp alone.
TEST(PlainYaml, AgreesWithYamlOnDamagedFiles) {
  const auto bytes = rule_file_bytes(PROJECT_ROOT "/rules/districts.yaml");
  ASSERT_TRUE(bytes);
  const std::string signs = " :-#'\"[],\n>a";
  std::size_t read = 0;
  for (std::size_t i = 0; i < bytes->size(); i += 7) {
    std::string text = bytes->substr(0, 3000);
    if (i < text.size())
      text[i] = signs[i % signs.size()];
    else
      text.resize(i - text.size());
    const auto plain = plain_yaml_of(text, "f.yaml");
    if (!plain) continue;
    ++read;
    const auto full = yaml_of(text, "f.yaml");
    ASSERT_TRUE(full) << text;
    EXPECT_TRUE(*plain == *full) << text;
  }
  EXPECT_GT(read, 50u);
}

}  // namespace
}  // namespace lagesbild
