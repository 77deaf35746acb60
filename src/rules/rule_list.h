// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of one kind, in the order of their file. Each says what it means ("is"), where it stands,
// and by which examples it must match and must not.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/pattern.h"

namespace lagesbild {

struct Rule {
  std::string id;  ///< unique in its list, such as "section.city"
  std::string is;  ///< what a match means: "city", "comment", "positive" ...
  Place place;     ///< rule file and line
  bool operator==(const Rule&) const = default;
};

struct RuleSource {
  Rule rule;
  std::string pattern;  ///< RE2, for folded text
  std::string unless;   ///< RE2; where it matches, the rule does not. Empty for none
};

enum class Compile { at_once, when_needed };

struct RuleMatch {
  const Rule* rule = nullptr;                       ///< lives as long as some copy of the list
  Groups groups;                                    ///< bytes of the folded text
  const std::vector<std::string>* names = nullptr;  ///< Pattern::names()

  /// The bytes of the pattern's named group, (?P<name>...); nothing where it took no part.
  std::optional<Span> named(std::string_view name) const;
};

/// Cheap to copy: copies share the compiled rules. May be asked from several threads.
class RuleList {
 public:
  /// Without rules: matches nothing.
  RuleList();
  /// A Problem where a pattern does not compile. Patterns that are known to compile may wait until
  /// they are needed, which is much quicker; a broken one then never matches.
  static Result<RuleList> compiled(std::vector<RuleSource> sources, Compile when);

  /// The first rule in file order that matches `folded` (text/fold.h), without its groups: the
  /// cheapest question. Null where none does. Lives as long as some copy of the list.
  const Rule* which(std::string_view folded) const;
  /// The same with its groups.
  std::optional<RuleMatch> first(std::string_view folded) const;
  /// Every match of every rule: by rule in file order, then left to right, not overlapping.
  std::vector<RuleMatch> all(std::string_view folded) const;
  const std::vector<Rule>& rules() const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace lagesbild
