// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// rules/change.yaml, compiled. A lexicon gives every word of a comment a tag ("better", "not",
// "situation"); rules are patterns over the tags, so that one rule covers a whole family of
// wordings, and a misspelt word needs to be understood in one place only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/change_words.h"
#include "rules/rule_list.h"
#include "rules/yaml.h"

namespace lagesbild {

/// What a rule says of the words it fits. The file writes them as they are written here.
enum class Says {
  // statements
  positive,
  unchanged,
  negative,
  mixed,
  // neither statement nor hint
  changed,  ///< a change without its direction
  mark,     ///< a sign without a legend, such as an arrow
  nothing,  ///< looks like a statement or a hint, but is none
  // hints
  hint_positive,
  hint_unchanged,
  hint_negative,
  // scopes: what stands inside is
  denied,
  past,
  future,
  condition,
  modal,  ///< possible or needed
  goal,
  risk,
  quoted,
  instruction,
  doubt,  ///< still stated, but not firmly
};

struct ChangeRule {
  Rule rule;
  Says says = Says::nothing;
  std::vector<Says> despite;  ///< scopes that the rule itself accounts for
  std::string review;         ///< code that goes with every match; empty for none
  bool cell = false;          ///< only for cells that hold nothing but the change
  bool repeated = false;      ///< needs no review where a report uses it throughout
};

/// Words [begin, end) of a sentence that a rule fits.
struct ChangeMatch {
  const ChangeRule* rule = nullptr;
  std::size_t begin = 0, end = 0;
};

class ChangeRules {
 public:
  /// No rules: nothing ever matches.
  ChangeRules();

  const Lexicon& lexicon() const;

  /// Statements and hints in a sentence. Words that a rule fits are its own: no later rule of the
  /// file gets them. By rule in file order. `cell` adds the rules for cells.
  std::vector<ChangeMatch> statements(const std::vector<ChangeWord>& sentence, bool cell) const;

  /// Scopes in a sentence: what stands inside is denied, wished for, past and so on. May overlap.
  std::vector<ChangeMatch> scopes(const std::vector<ChangeWord>& sentence) const;

  /// A comment and what it must come to: name of the list it stands in under "examples".
  struct Example {
    std::string comment;
    std::string expected;
    Place place;
  };
  /// For check_change_examples, which reads whole comments.
  const std::vector<Example>& examples() const;

 private:
  struct Engine;
  std::shared_ptr<const Engine> engine_;
  friend ChangeRules change_rules_from(const YamlNode& root, Problems& problems);
};

/// Compiles the document of change.yaml. What is broken is noted and left out.
ChangeRules change_rules_from(const YamlNode& root, Problems& problems);

/// Notes every example beside a rule that it does not meet ("match") or does ("no").
void check_change_rules(const YamlNode& root, const ChangeRules& rules, Problems& problems);

}  // namespace lagesbild
