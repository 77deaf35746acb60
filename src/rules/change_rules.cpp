// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/change_rules.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>
#include <utility>

#include "rules/pattern.h"
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

/// Compiled when it is first needed: most comments need few of the rules, and starting must be
/// quick. The set of all patterns has found it to be sound by then.
class LatePattern {
 public:
  LatePattern(std::string source, Place place)
      : source_(std::move(source)), place_(std::move(place)) {}

  std::optional<Groups> find(std::string_view text, std::size_t from) const {
    std::call_once(*once_, [this] {
      if (auto pattern = Pattern::compiled(source_, place_)) pattern_ = *std::move(pattern);
    });
    return pattern_ ? pattern_->find(text, from) : std::nullopt;
  }
  const std::string& source() const { return source_; }
  const Place& place() const { return place_; }

 private:
  std::string source_;
  Place place_;
  std::unique_ptr<std::once_flag> once_ = std::make_unique<std::once_flag>();
  mutable std::optional<Pattern> pattern_;
};

struct RuleSet {
  std::vector<ChangeRule> rules;
  std::vector<LatePattern> patterns;
  std::vector<PatternSet> any;  ///< all patterns at once; one, or none where there are no rules
};

/// Leaves the rules out, and notes why, where their patterns do not compile.
RuleSet compiled(RuleSet set, Problems& problems) {
  std::vector<std::string> sources;
  std::vector<Place> places;
  for (const LatePattern& pattern : set.patterns) {
    sources.push_back(pattern.source());
    places.push_back(pattern.place());
  }
  if (sources.empty()) return set;
  auto any = PatternSet::compiled(sources, places);
  if (!any) {
    problems.push_back(any.problem());
    return {};
  }
  set.any.push_back(*std::move(any));
  return set;
}

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
      expect_keys(node, {"id", "is", "pattern", "despite", "review", "cell", "match", "no"},
                  problems);
      ChangeRule rule;
      rule.rule = {text_at(node, "id", problems), text_at(node, "is", problems), node.place};
      rule.review = optional_text_at(node, "review", problems);
      rule.cell = optional_text_at(node, "cell", problems) == "yes";
      for (const std::string& scope : texts_at(node, "despite", problems))
        if (const auto says = meaning_of(scope_names, node, scope, problems))
          rule.despite.push_back(*says);
      const auto says = meaning_of(meanings, node, rule.rule.is, problems);
      std::string source = source_of(node);
      if (!says || source.empty()) continue;
      rule.says = *says;
      set.rules.push_back(std::move(rule));
      set.patterns.emplace_back(std::move(source), node.place);
    }
    return compiled(std::move(set), problems);
  }

  std::string source_of(const YamlNode& node) {
    std::string unknown;
    std::string source = re2_source(text_at(node, "pattern", problems), lexicon, names, unknown);
    if (unknown.empty()) return source;
    note(node, "'" + unknown + "' is no name of words, of a set or of a part", problems);
    return "";
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

/// The words a match is about: its first group where it has one.
ChangeMatch match_of(const ChangeRule& rule, const std::vector<Span>& groups) {
  const Span span = groups.size() > 1 && !groups[1].empty() ? groups[1] : groups[0];
  return {&rule, span.begin, span.end};
}

/// Calls `take` for each match of each rule, in file order; it returns where to look on.
template <class Take>
void each_match(const RuleSet& set, const std::string& tags, bool cell, const Take& take) {
  if (set.any.empty()) return;
  for (const int index : set.any.front().matching(tags)) {
    const auto i = static_cast<std::size_t>(index);
    if (set.rules[i].cell && !cell) continue;
    std::size_t from = 0;
    for (std::size_t tries = 0; tries < most_tries && from < tags.size(); ++tries) {
      const auto groups = set.patterns[i].find(tags, from);
      if (!groups || (*groups)[0].empty()) break;
      const ChangeMatch match = match_of(set.rules[i], *groups);
      from = take(match) ? match.end : (*groups)[0].begin + 1;
    }
  }
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
  each_match(engine_->statements, tag_text(sentence), cell, [&](const ChangeMatch& match) {
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
  each_match(engine_->scopes, tag_text(sentence), false, [&](const ChangeMatch& match) {
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
  if (engine->lexicon.size() > most_tags) note(root, "there are too many kinds of words", problems);
  for (const char* needed : {"newline", "stop", "question", "dash"})
    if (!engine->lexicon.tag(needed))
      note(root, std::string("'words' lacks '") + needed + "'", problems);
  const PatternNames names = names_from(root, problems);
  Reader reader{engine->lexicon, names, problems};
  engine->statements = reader.rules(list_at(root, "statements", problems), statement_names);
  engine->scopes = reader.rules(list_at(root, "scopes", problems), scope_names);
  if (const YamlNode* lists = root.find("examples"))
    for (std::size_t i = 0; i < lists->items.size(); ++i)
      add_examples(lists->items[i], lists->keys[i], engine->examples);
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
