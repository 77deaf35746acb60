// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One set of all patterns says which rules match. A pattern is compiled alone only when the groups
// of its match are asked for: most rules never match, and compiling them all takes most of a start.
#include "rules/rule_list.h"

#include <algorithm>
#include <mutex>

namespace lagesbild {
namespace {

/// A pattern known to compile, compiled when first asked.
class LatePattern {
 public:
  LatePattern(std::string source, Place place)
      : source_(std::move(source)), place_(std::move(place)) {}

  /// Null where it does not compile after all; the set has compiled it, so that is no pattern's
  /// fault.
  const Pattern* get() const {
    std::call_once(*once_, [this] {
      if (auto pattern = Pattern::compiled(source_, place_)) *pattern_ = *std::move(pattern);
    });
    return pattern_->has_value() ? &**pattern_ : nullptr;
  }

 private:
  std::string source_;
  Place place_;
  std::unique_ptr<std::once_flag> once_ = std::make_unique<std::once_flag>();
  std::unique_ptr<std::optional<Pattern>> pattern_ = std::make_unique<std::optional<Pattern>>();
};

}  // namespace

struct RuleList::Compiled {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<Rule> rules;
  std::vector<LatePattern> patterns;  ///< those of the rules, then every "unless"
  std::vector<std::size_t> unless;    ///< beside `rules`: index into `patterns`, or none
  std::optional<PatternSet> set;      ///< of all patterns

  bool matches_alone(std::size_t pattern, std::string_view folded) const {
    const Pattern* alone = patterns[pattern].get();
    return alone && alone->find(folded);
  }

  /// Whether each pattern matches.
  std::vector<bool> matching(std::string_view folded) const {
    std::vector<bool> found(patterns.size());
    if (const auto indices = set->exactly_matching(folded)) {
      for (const int index : *indices) found[static_cast<std::size_t>(index)] = true;
    } else {
      for (std::size_t p = 0; p < patterns.size(); ++p) found[p] = matches_alone(p, folded);
    }
    return found;
  }

  /// Rules that match and that their "unless" does not forbid, in file order.
  std::vector<std::size_t> matching_rules(std::string_view folded) const {
    std::vector<std::size_t> matching_ones;
    if (!set) return matching_ones;
    const std::vector<bool> found = matching(folded);
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
      if (found[rule] && (unless[rule] == none || !found[unless[rule]]))
        matching_ones.push_back(rule);
    return matching_ones;
  }

  std::optional<RuleMatch> match_of(std::size_t rule, std::string_view folded,
                                    std::size_t from) const {
    const Pattern* pattern = patterns[rule].get();
    if (!pattern) return std::nullopt;
    auto groups = pattern->find(folded, from);
    if (!groups) return std::nullopt;
    return RuleMatch{&rules[rule], *std::move(groups), &pattern->names()};
  }
};

std::optional<Span> RuleMatch::named(std::string_view name) const {
  for (std::size_t i = 1; i < groups.size(); ++i)
    if ((*names)[i] == name && !groups[i].empty()) return groups[i];
  return std::nullopt;
}

RuleList::RuleList() : compiled_(std::make_shared<const Compiled>()) {}

Result<RuleList> RuleList::compiled(std::vector<RuleSource> sources) {
  auto compiled = std::make_shared<Compiled>();
  std::vector<std::string> patterns;
  std::vector<Place> places;
  const auto add = [&](std::string pattern, const Place& place) {
    compiled->patterns.emplace_back(pattern, place);
    patterns.push_back(std::move(pattern));
    places.push_back(place);
  };
  for (RuleSource& source : sources) add(std::move(source.pattern), source.rule.place);
  for (RuleSource& source : sources) {
    compiled->unless.push_back(source.unless.empty() ? Compiled::none : patterns.size());
    if (!source.unless.empty()) add(std::move(source.unless), source.rule.place);
    compiled->rules.push_back(std::move(source.rule));
  }
  auto set = PatternSet::compiled(patterns, places);
  if (!set) return set.problem();
  compiled->set = *std::move(set);
  RuleList list;
  list.compiled_ = std::move(compiled);
  return list;
}

const Rule* RuleList::which(std::string_view folded) const {
  const auto matching = compiled_->matching_rules(folded);
  return matching.empty() ? nullptr : &compiled_->rules[matching.front()];
}

std::optional<RuleMatch> RuleList::first(std::string_view folded) const {
  const auto matching = compiled_->matching_rules(folded);
  if (matching.empty()) return std::nullopt;
  return compiled_->match_of(matching.front(), folded, 0);
}

std::vector<RuleMatch> RuleList::all(std::string_view folded) const {
  std::vector<RuleMatch> found;
  for (const std::size_t rule : compiled_->matching_rules(folded)) {
    std::size_t from = 0;
    while (auto match = compiled_->match_of(rule, folded, from)) {
      const Span whole = match->groups.front();
      from = whole.empty() ? whole.end + 1 : whole.end;
      found.push_back(*std::move(match));
    }
  }
  return found;
}

const std::vector<Rule>& RuleList::rules() const { return compiled_->rules; }

}  // namespace lagesbild
