// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// yaml-cpp behind a door: rule files as plain nodes that know their line. Whoever reads them notes
// what is wrong in a list of problems and goes on, so that a person sees all of it at once.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/rule_list.h"

namespace lagesbild {

using Problems = std::vector<Problem>;

struct YamlNode {
  enum class Kind { nothing, text, list, map };
  Kind kind = Kind::nothing;
  std::string text;               ///< UTF-8, of Kind::text
  std::vector<std::string> keys;  ///< of Kind::map, beside `items`; no two are equal
  std::vector<YamlNode> items;    ///< of Kind::list and Kind::map
  Place place;

  /// The map's value for `key`; null where the node is no map or has no such key.
  const YamlNode* find(std::string_view key) const;
  bool operator==(const YamlNode&) const = default;
};

/// The first line, from 1, that holds what is no UTF-8 or a control character, which nobody types
/// and every reader of YAML takes otherwise; 0 where there is none.
int unreadable_line(std::string_view text);

/// One YAML document without anchors or aliases. The Problem (code "rule_yaml") says where it
/// breaks; `file` is how places name it.
Result<YamlNode> yaml_of(const std::string& text, const std::string& file);

/// The bytes of a file; a Problem where it can't be read or is larger than a rule file may be.
Result<std::string> rule_file_bytes(const std::string& path);

/// Notes every key of `map` that is none of `known`, with the one that may have been meant; also a
/// node that is no map at all.
void expect_keys(const YamlNode& map, std::initializer_list<std::string_view> known,
                 Problems& problems);

/// The text under `key`, which must be there and not empty. Empty where a problem was noted.
std::string text_at(const YamlNode& map, std::string_view key, Problems& problems);
/// The same for a key that may be missing: empty then.
std::string optional_text_at(const YamlNode& map, std::string_view key, Problems& problems);
/// The texts of the list under `key`, none where it is missing. A single text is a list of one.
std::vector<std::string> texts_at(const YamlNode& map, std::string_view key, Problems& problems);
/// The whole number under `key`, nothing where it is missing.
std::optional<int> number_at(const YamlNode& map, std::string_view key, Problems& problems);
/// The list or map under `key`, which must be there; an empty node where a problem was noted.
const YamlNode& list_at(const YamlNode& map, std::string_view key, Problems& problems);
const YamlNode& map_at(const YamlNode& map, std::string_view key, Problems& problems);

/// Notes that `what` is wrong at `node` (code "rule_value").
void note(const YamlNode& node, std::string what, Problems& problems);

/// Pieces of patterns by name: {{name}} in a pattern stands for one.
using PatternParts = std::map<std::string, std::string, std::less<>>;

/// The parts in `map`, in which each may use those above it.
PatternParts pattern_parts_from(const YamlNode& map, Problems& problems);

/// A YAML list of rules, each a map of
///   id, is, pattern    as in Rule and RuleSource
///   unless             a pattern that keeps the rule from matching (optional)
///   match, no          texts it must match and must not, as printed (optional)
/// Broken rules are noted and left out. `meanings`, where not empty, are the words "is" may hold; a
/// rule that says none has the first.
RuleList rule_list_from(const YamlNode& list, std::initializer_list<std::string_view> meanings,
                        Problems& problems, const PatternParts& parts = {},
                        Compile when = Compile::at_once);

/// How an example of a rule counts as matched.
enum class ExamplesMeet {
  first_rule,  ///< the rule is the list's first match
  any_rule,    ///< the rule is among the list's matches
};

/// Notes every example under "match" that its rule does not meet and every one under "no" that it
/// does (code "rule_example"). Examples are folded first.
void check_examples(const YamlNode& list, const RuleList& rules, ExamplesMeet meet,
                    Problems& problems);

}  // namespace lagesbild
