// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "rules/change_rules.h"

namespace lagesbild {

/// rules/change.yaml, compiled once for all tests.
inline const ChangeRules& the_change_rules() {
  static const ChangeRules rules = [] {
    const auto bytes = rule_file_bytes(PROJECT_ROOT "/rules/change.yaml");
    const auto root = bytes ? yaml_of(*bytes, "change.yaml") : Result<YamlNode>(bytes.problem());
    Problems problems;
    if (!root) problems.push_back(root.problem());
    ChangeRules compiled = root ? change_rules_from(*root, problems) : ChangeRules();
    for (const Problem& problem : problems) ADD_FAILURE() << sentence(problem);
    return compiled;
  }();
  return rules;
}

}  // namespace lagesbild
