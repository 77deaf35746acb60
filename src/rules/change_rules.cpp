// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/change_rules.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <string_view>
#include <utility>

#include "rules/tag_pattern.h"
#include "text/fold.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_tries = 64;  // matches of one rule in one sentence; bounds hostile text

constexpr std::array<std::pair<std::string_view, Says>, 10> statement_names{{
    {"positive", Says::positive},
    {"unchanged", Says::unchanged},
    {"negative", Says::negative},
    {"mixed", Says::mixed},
    {"changed", Says::changed},
    {"mark", Says::mark},
    {"hint_positive", Says::hint_positive},
    {"hint_unchanged", Says::hint_unchanged},
    {"hint_negative", Says::hint_negative},
    {"nothing", Says::nothing},
}};

constexpr std::array<std::pair<std::string_view, Says>, 10> scope_names{{
    {"denied", Says::denied},
    {"past", Says::past},
    {"future", Says::future},
    {"condition", Says::condition},
    {"modal", Says::modal},
    {"goal", Says::goal},
    {"risk", Says::risk},
    {"quoted", Says::quoted},
    {"instruction", Says::instruction},
    {"doubt", Says::doubt},
}};

struct RuleSet {
  std::vector<ChangeRule> rules;
  std::vector<TagPattern> patterns;  ///< of the rules

  using Bits = std::vector<std::uint64_t>;  ///< one a rule
  std::array<Bits, most_tags> asking;       ///< rules that need this tag or one of a few others
  Bits always;                              ///< rules of which no need is known

  void index() {
    const std::size_t words = (rules.size() + 63) / 64;
    asking.fill(Bits(words));
    always.assign(words, 0);
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      const auto& needs = patterns[rule].needs();
      for (Tag tag = 0; tag < most_tags; ++tag)
        if (!needs.empty() && needs.front()[tag]) set(asking[tag], rule);
      if (needs.empty()) set(always, rule);
    }
  }

  /// Calls take(index), in file order, for each rule whose needs the sentence meets.
  template <class Take>
  void each_possible(std::span<const Tag> sentence, const Take& take) const {
    Bits possible = always;
    TagSet tags;
    for (const Tag tag : sentence) {
      if (tags[tag]) continue;
      tags.set(tag);
      for (std::size_t i = 0; i < possible.size(); ++i) possible[i] |= asking[tag][i];
    }
    for (std::size_t i = 0; i < possible.size(); ++i)
      for (std::uint64_t left = possible[i]; left != 0; left &= left - 1) {
        const std::size_t rule = 64 * i + static_cast<std::size_t>(std::countr_zero(left));
        const auto met = [&](const TagSet& need) { return (need & tags).any(); };
        if (std::ranges::all_of(patterns[rule].needs(), met)) take(rule);
      }
  }

 private:
  static void set(Bits& bits, std::size_t at) { bits[at / 64] |= std::uint64_t{1} << (at % 64); }
};

PatternNames names_from(const YamlNode& root, Problems& problems) {
  PatternNames names;
  if (const YamlNode* sets = root.find("sets"))
    for (const std::string& key : sets->keys) names.sets[key] = texts_at(*sets, key, problems);
  if (const YamlNode* parts = root.find("parts"))
    for (const std::string& key : parts->keys) names.parts[key] = text_at(*parts, key, problems);
  return names;
}

template <class Names>
std::optional<Says> meaning_of(const Names& names, const YamlNode& node, const std::string& word,
                               Problems& problems) {
  for (const auto& [name, says] : names)
    if (name == word) return says;
  note(node, "'" + word + "' is nothing that a rule may say here", problems);
  return std::nullopt;
}

struct Reader {
  const Lexicon& lexicon;
  const PatternNames& names;
  Problems& problems;

  template <class Meanings>
  RuleSet rules(const YamlNode& list, const Meanings& meanings) {
    RuleSet set;
    for (const YamlNode& node : list.items) {
      expect_keys(node,
                  {"id", "is", "pattern", "despite", "review", "cell", "repeated", "match", "no"},
                  problems);
      ChangeRule rule;
      rule.rule = {text_at(node, "id", problems), text_at(node, "is", problems), node.place};
      rule.review = optional_text_at(node, "review", problems);
      rule.cell = optional_text_at(node, "cell", problems) == "yes";
      rule.repeated = optional_text_at(node, "repeated", problems) == "yes";
      for (const std::string& scope : texts_at(node, "despite", problems))
        if (const auto says = meaning_of(scope_names, node, scope, problems))
          rule.despite.push_back(*says);
      const auto says = meaning_of(meanings, node, rule.rule.is, problems);
      auto pattern =
          TagPattern::compiled(text_at(node, "pattern", problems), lexicon, names, node.place);
      if (!pattern) problems.push_back(pattern.problem());
      if (!says || !pattern) continue;
      rule.says = *says;
      set.rules.push_back(std::move(rule));
      set.patterns.push_back(*std::move(pattern));
    }
    set.index();
    return set;
  }
};

/// What stands between `separator` in `text`, without blanks around.
std::vector<std::string> parts_of(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    std::string part = text.substr(at, end - at);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    at = end + separator.size();
  }
  return parts;
}

/// One comment a line; "\\n" in it stands for a line break.
void add_examples(const YamlNode& list, const std::string& expected,
                  std::vector<ChangeRules::Example>& examples) {
  for (std::string& comment : parts_of(list.text, "\n")) {
    for (std::size_t at; (at = comment.find("\\n")) != std::string::npos;)
      comment.replace(at, 2, "\n");
    examples.push_back({std::move(comment), expected, list.place});
  }
}

std::vector<Tag> tags_of(const std::vector<ChangeWord>& words) {
  std::vector<Tag> tags;
  tags.reserve(words.size());
  for (const ChangeWord& word : words) tags.push_back(word.tag);
  return tags;
}

/// Calls `take` for each match of each rule, in file order; it returns whether to look on behind.
template <class Take>
void each_match(const RuleSet& set, const std::vector<Tag>& tags, bool cell, const Take& take) {
  set.each_possible(tags, [&](std::size_t rule) {
    if (set.rules[rule].cell && !cell) return;
    std::size_t from = 0;
    for (std::size_t tries = 0; tries < most_tries && from < tags.size(); ++tries) {
      const auto match = set.patterns[rule].find(tags, from);
      if (!match || match->whole.empty()) break;
      const bool taken = take({&set.rules[rule], match->about.begin, match->about.end});
      from = taken ? match->about.end : match->whole.begin + 1;
    }
  });
}

}  // namespace

struct ChangeRules::Engine {
  Lexicon lexicon;
  RuleSet statements, scopes;
  std::vector<Example> examples;
};

ChangeRules::ChangeRules() : engine_(std::make_shared<const Engine>()) {}

const Lexicon& ChangeRules::lexicon() const { return engine_->lexicon; }

const std::vector<ChangeRules::Example>& ChangeRules::examples() const { return engine_->examples; }

std::vector<ChangeMatch> ChangeRules::statements(const std::vector<ChangeWord>& sentence,
                                                 bool cell) const {
  std::vector<ChangeMatch> matches;
  std::vector<bool> taken(sentence.size(), false);
  each_match(engine_->statements, tags_of(sentence), cell, [&](const ChangeMatch& match) {
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(match.begin);
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(match.end);
    if (std::find(begin, end, true) != end) return false;
    std::fill(begin, end, true);
    matches.push_back(match);
    return true;
  });
  return matches;
}

std::vector<ChangeMatch> ChangeRules::scopes(const std::vector<ChangeWord>& sentence) const {
  std::vector<ChangeMatch> matches;
  each_match(engine_->scopes, tags_of(sentence), false, [&](const ChangeMatch& match) {
    matches.push_back(match);
    return true;
  });
  return matches;
}

ChangeRules change_rules_from(const YamlNode& root, Problems& problems) {
  expect_keys(root,
              {"words", "labels", "leads", "other_words", "abbreviations", "sets", "parts",
               "statements", "scopes", "examples"},
              problems);
  auto engine = std::make_shared<ChangeRules::Engine>();
  engine->lexicon = lexicon_from(root, problems);
  if (engine->lexicon.size() > most_tags) {
    note(root, "there are too many kinds of words", problems);
    return {};
  }
  for (const char* needed : {"newline", "stop", "question", "dash"})
    if (!engine->lexicon.tag(needed))
      note(root, std::string("'words' lacks '") + needed + "'", problems);
  const PatternNames names = names_from(root, problems);
  Reader reader{engine->lexicon, names, problems};
  engine->statements = reader.rules(list_at(root, "statements", problems), statement_names);
  engine->scopes = reader.rules(list_at(root, "scopes", problems), scope_names);
  if (root.find("examples")) {
    const YamlNode& lists = map_at(root, "examples", problems);
    for (std::size_t i = 0; i < lists.items.size(); ++i)
      add_examples(lists.items[i], lists.keys[i], engine->examples);
  }
  ChangeRules rules;
  rules.engine_ = std::move(engine);
  return rules;
}

void check_change_rules(const YamlNode& root, const ChangeRules& rules, Problems& problems) {
  const auto fits = [&](const std::string& id, const std::string& example) {
    const std::string text = folded(normal(example));
    const auto words = change_words_of(rules.lexicon(), text, false);
    const auto is_it = [&](const ChangeMatch& match) { return match.rule->rule.id == id; };
    return std::ranges::any_of(rules.statements(words, true), is_it) ||
           std::ranges::any_of(rules.scopes(words), is_it);
  };
  for (const char* list : {"statements", "scopes"})
    for (const YamlNode& node : list_at(root, list, problems).items) {
      const std::string id = text_at(node, "id", problems);
      const auto say = [&](const std::string& example, const char* how) {
        problems.push_back({"rule_example", Severity::error, node.place,
                            "rule '" + id + "' " + how + " \"" + example + "\""});
      };
      const auto examples = [&](const char* key) {
        return parts_of(optional_text_at(node, key, problems), " | ");
      };
      for (const std::string& example : examples("match"))
        if (!fits(id, example)) say(example, "does not fit its own example");
      for (const std::string& example : examples("no"))
        if (fits(id, example)) say(example, "must not fit");
    }
}

}  // namespace lagesbild
