// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules out of YAML, and their examples.
#include <algorithm>
#include <unordered_set>

#include "rules/yaml.h"
#include "text/fold.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

using Meanings = std::initializer_list<std::string_view>;

void check_meaning(const YamlNode& node, const std::string& is, Meanings meanings,
                   Problems& problems) {
  if (meanings.size() == 0 || std::ranges::find(meanings, is) != meanings.end()) return;
  std::string known;
  for (const std::string_view word : meanings)
    known += (known.empty() ? "" : ", ") + std::string(word);
  note(node, "'is' can't be '" + is + "' here; use one of " + known, problems);
}

/// `pattern` with its {{names}} replaced, each as a group of its own.
std::string spelt_out(const YamlNode& node, std::string_view pattern, const PatternParts& parts,
                      Problems& problems) {
  std::string text;
  while (true) {
    const std::size_t open = pattern.find("{{");
    const std::size_t close = open == pattern.npos ? open : pattern.find("}}", open);
    if (close == pattern.npos) return text.append(pattern);
    const std::string_view name = pattern.substr(open + 2, close - open - 2);
    const auto part = parts.find(name);
    if (part == parts.end())
      note(node, "no part is named '" + std::string(name) + "'; see 'parts' above", problems);
    else
      text.append(pattern.substr(0, open)).append("(?:").append(part->second).append(")");
    pattern.remove_prefix(close + 2);
  }
}

/// The rule as written; problems noted where it is not whole.
RuleSource source_of(const YamlNode& node, Meanings meanings, const PatternParts& parts,
                     Problems& problems) {
  expect_keys(node, {"id", "is", "pattern", "unless", "match", "no"}, problems);
  RuleSource source;
  source.rule.place = node.place;
  if (node.kind != YamlNode::Kind::map) return source;
  source.rule.id = text_at(node, "id", problems);
  const bool says_itself = meanings.size() > 0 && !node.find("is");
  source.rule.is = says_itself ? std::string(*meanings.begin()) : text_at(node, "is", problems);
  source.pattern = spelt_out(node, text_at(node, "pattern", problems), parts, problems);
  source.unless = spelt_out(node, optional_text_at(node, "unless", problems), parts, problems);
  if (!source.rule.is.empty()) check_meaning(node, source.rule.is, meanings, problems);
  return source;
}

bool meets(const RuleList& rules, const std::string& id, const std::string& example,
           ExamplesMeet meet) {
  const std::string text = folded(normal(example));
  if (meet == ExamplesMeet::first_rule) {
    const auto match = rules.first(text);
    return match && match->rule->id == id;
  }
  const auto matches = rules.all(text);
  return std::ranges::any_of(matches, [&](const RuleMatch& m) { return m.rule->id == id; });
}

std::string winner(const RuleList& rules, const std::string& example) {
  const auto match = rules.first(folded(normal(example)));
  return match ? "; the first rule to match is '" + match->rule->id + "'" : "; no rule matches it";
}

void check_rule_examples(const YamlNode& node, const RuleList& rules, ExamplesMeet meet,
                         Problems& problems) {
  const YamlNode* id = node.find("id");
  if (!id) return;
  const auto fails = [&](const std::string& what) {
    problems.push_back({"rule_example", Severity::error, node.place, what});
  };
  for (const std::string& example : texts_at(node, "match", problems))
    if (!meets(rules, id->text, example, meet))
      fails("'" + id->text + "' must match \"" + example + "\"" + winner(rules, example));
  for (const std::string& example : texts_at(node, "no", problems))
    if (meets(rules, id->text, example, meet))
      fails("'" + id->text + "' must not match \"" + example + "\"");
}

/// The list of those rules that compile; problems noted for the others.
RuleList without_broken(std::vector<RuleSource> sources, Problems& problems) {
  std::erase_if(sources, [&](const RuleSource& source) {
    for (const std::string& pattern : {source.pattern, source.unless}) {
      auto tried = Pattern::compiled(pattern, source.rule.place);
      if (!tried) problems.push_back(tried.problem());
      if (!tried) return true;
    }
    return false;
  });
  auto compiled = RuleList::compiled(std::move(sources), Compile::at_once);
  if (compiled) return *std::move(compiled);
  problems.push_back(compiled.problem());
  return {};
}

}  // namespace

PatternParts pattern_parts_from(const YamlNode& map, Problems& problems) {
  PatternParts parts;
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    const YamlNode& part = map.items[i];
    if (part.kind != YamlNode::Kind::text) note(part, "a part must be a pattern", problems);
    parts[map.keys[i]] = spelt_out(part, part.text, parts, problems);
  }
  return parts;
}

RuleList rule_list_from(const YamlNode& list, std::initializer_list<std::string_view> meanings,
                        Problems& problems, const PatternParts& parts, Compile when) {
  std::vector<RuleSource> sources;
  std::unordered_set<std::string> ids;
  for (const YamlNode& node : list.items) {
    const std::size_t before = problems.size();
    RuleSource source = source_of(node, meanings, parts, problems);
    if (problems.size() == before && !ids.insert(source.rule.id).second)
      note(node, "the id '" + source.rule.id + "' is taken by a rule above", problems);
    if (problems.size() == before) sources.push_back(std::move(source));
  }
  if (auto compiled = RuleList::compiled(sources, when)) return *std::move(compiled);
  return without_broken(std::move(sources), problems);
}

void check_examples(const YamlNode& list, const RuleList& rules, ExamplesMeet meet,
                    Problems& problems) {
  for (const YamlNode& node : list.items) check_rule_examples(node, rules, meet, problems);
}

}  // namespace lagesbild
