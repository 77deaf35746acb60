// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/change_examples.h"

#include <algorithm>

namespace lagesbild {

std::string list_of(const ChangeReading& reading) {
  if (reading.change) return std::string(name_of(*reading.change));
  if (std::ranges::find(reading.review, "mixed") != reading.review.end()) return "mixed";
  if (reading.suggested_change)
    return "suggested_" + std::string(name_of(*reading.suggested_change));
  return reading.review.empty() ? "none" : "doubtful";
}

std::vector<Problem> check_change_examples(const ChangeRules& rules) {
  std::vector<Problem> problems;
  for (const ChangeRules::Example& example : rules.examples()) {
    const ChangeReading reading = change_of(rules, example.comment);
    const std::string list = list_of(reading);
    if (list == example.expected) continue;
    const std::string by = reading.rule.empty() ? "no rule" : "rule '" + reading.rule + "'";
    problems.push_back({"rule_example", Severity::error, example.place,
                        "\"" + example.comment + "\" comes to '" + list + "' by " + by + ", not '" +
                            example.expected + "'"});
  }
  return problems;
}

}  // namespace lagesbild
