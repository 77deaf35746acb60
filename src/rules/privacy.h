// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// rules/privacy.yaml: what in a text points at a person, and masking it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/rule_list.h"

namespace lagesbild {

struct PrivacyRules {
  RuleList mask;                                ///< is "email", "telephone" ...
  std::map<std::string, std::string> shown_as;  ///< for each, what stands in its place; UTF-8
};

/// How much was masked, by what it was; never the values.
using MaskCounts = std::map<std::string, std::int64_t>;

/// Reads privacy.yaml in `folder`. The first problem names file, line and what to do.
Result<PrivacyRules> load_privacy(const std::string& folder);

/// All problems of privacy.yaml, examples included.
std::vector<Problem> check_privacy(const std::string& folder);

/// `text` (UTF-8) with everything masked that the rules find; adds to `counts`.
std::string masked(const PrivacyRules& rules, std::string_view text, MaskCounts& counts);

/// Ten or twelve digits, with anything between them, that can be a Swedish personal or
/// co-ordination number: a date, and Luhn's check digit (SKV 704).
bool is_personal_number(std::string_view text);

}  // namespace lagesbild
