// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a text's letters says which rules may match it at all; only their patterns are tried,
// and compiled when first tried: most rules never are, and compiling them all takes longer than
// reading a report.
#include "rules/rule_list.h"

#include <algorithm>
#include <mutex>

#include "rules/prefilter.h"

namespace lagesbild {
namespace {

/// A pattern that is compiled when first asked.
class LatePattern {
 public:
  LatePattern(std::string source, Place place)
      : state_(std::make_unique<State>(std::move(source), std::move(place))) {}

  /// Null where it does not compile.
  const Pattern* get() const {
    std::call_once(state_->once, [this] {
      if (auto pattern = compiled()) state_->pattern = *std::move(pattern);
    });
    return state_->pattern ? &*state_->pattern : nullptr;
  }

  std::optional<Problem> problem() const {
    if (get()) return std::nullopt;
    return compiled().problem();
  }

 private:
  Result<Pattern> compiled() const { return Pattern::compiled(state_->source, state_->place); }

  struct State {
    State(std::string pattern_source, Place seen_at)
        : source(std::move(pattern_source)), place(std::move(seen_at)) {}
    std::string source;
    Place place;
    std::once_flag once;
    std::optional<Pattern> pattern;
  };
  std::unique_ptr<State> state_;
};

}  // namespace

struct RuleList::Compiled {
  std::vector<Rule> rules;
  std::vector<LatePattern> patterns;               ///< of the rules
  std::vector<std::optional<LatePattern>> unless;  ///< of the rules that have one
  Prefilter prefilter;

  /// Calls take(index), in file order, for each rule whose "unless" does not forbid it and for
  /// whose pattern `matches(pattern)` is true; until take returns true.
  template <class Matches, class Take>
  void each_matching(std::string_view folded, const Matches& matches, const Take& take) const {
    const Prefilter::Possible possible = prefilter.possible(folded);
    if (possible.none() && rules.size() <= possible.size()) return;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (rule < possible.size() && !possible[rule]) continue;
      const Pattern* pattern = patterns[rule].get();
      if (!pattern || !matches(*pattern) || forbidden(rule, folded)) continue;
      if (take(rule)) return;
    }
  }

  bool forbidden(std::size_t rule, std::string_view folded) const {
    const Pattern* pattern = unless[rule] ? unless[rule]->get() : nullptr;
    return pattern && pattern->matches(folded);
  }
};

std::optional<Span> RuleMatch::named(std::string_view name) const {
  for (std::size_t i = 1; i < groups.size(); ++i)
    if ((*names)[i] == name && !groups[i].empty()) return groups[i];
  return std::nullopt;
}

RuleList::RuleList() : compiled_(std::make_shared<const Compiled>()) {}

Result<RuleList> RuleList::compiled(std::vector<RuleSource> sources, Compile when) {
  auto compiled = std::make_shared<Compiled>();
  for (RuleSource& source : sources) {
    const Place& place = source.rule.place;
    compiled->prefilter.add(compiled->rules.size(), source.pattern);
    compiled->patterns.emplace_back(std::move(source.pattern), place);
    compiled->unless.emplace_back();
    if (!source.unless.empty()) compiled->unless.back().emplace(std::move(source.unless), place);
    compiled->rules.push_back(std::move(source.rule));
  }
  compiled->prefilter.finish();
  if (when == Compile::at_once) {
    for (std::size_t rule = 0; rule < compiled->rules.size(); ++rule) {
      if (auto problem = compiled->patterns[rule].problem()) return *problem;
      if (!compiled->unless[rule]) continue;
      if (auto problem = compiled->unless[rule]->problem()) return *problem;
    }
  }
  RuleList list;
  list.compiled_ = std::move(compiled);
  return list;
}

const Rule* RuleList::which(std::string_view folded) const {
  const Rule* found = nullptr;
  compiled_->each_matching(
      folded, [&](const Pattern& pattern) { return pattern.matches(folded); },
      [&](std::size_t rule) {
        found = &compiled_->rules[rule];
        return true;
      });
  return found;
}

std::optional<RuleMatch> RuleList::first(std::string_view folded) const {
  std::optional<RuleMatch> found;
  std::optional<Groups> groups;
  compiled_->each_matching(
      folded,
      [&](const Pattern& pattern) {
        groups = pattern.find(folded);
        return groups.has_value();
      },
      [&](std::size_t rule) {
        found = {&compiled_->rules[rule], *std::move(groups),
                 &compiled_->patterns[rule].get()->names()};
        return true;
      });
  return found;
}

std::vector<RuleMatch> RuleList::all(std::string_view folded) const {
  std::vector<RuleMatch> found;
  compiled_->each_matching(
      folded, [&](const Pattern& pattern) { return pattern.matches(folded); },
      [&](std::size_t rule) {
        const Pattern& pattern = *compiled_->patterns[rule].get();
        std::size_t from = 0;
        while (auto groups = pattern.find(folded, from)) {
          const Span whole = groups->front();
          from = whole.empty() ? whole.end + 1 : whole.end;
          found.push_back({&compiled_->rules[rule], *std::move(groups), &pattern.names()});
        }
        return false;
      });
  return found;
}

const std::vector<Rule>& RuleList::rules() const { return compiled_->rules; }

}  // namespace lagesbild
