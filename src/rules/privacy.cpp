// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/privacy.h"

#include <algorithm>
#include <filesystem>

#include "rules/yaml.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

const std::initializer_list<std::string_view> kinds = {"email", "telephone", "personal_number",
                                                       "case_number"};

YamlNode file_in(const std::string& folder, Problems& problems) {
  const std::string path = (std::filesystem::path(folder) / "privacy.yaml").string();
  const Result<std::string> bytes = rule_file_bytes(path);
  const Result<YamlNode> root = bytes ? yaml_of(*bytes, path) : Result<YamlNode>(bytes.problem());
  if (root) return *root;
  problems.push_back(root.problem());
  return {};
}

PrivacyRules rules_from(const YamlNode& root, Problems& problems) {
  PrivacyRules rules;
  expect_keys(root, {"shown_as", "mask"}, problems);
  const YamlNode& shown = map_at(root, "shown_as", problems);
  expect_keys(shown, kinds, problems);
  for (const std::string_view kind : kinds)
    rules.shown_as[std::string(kind)] = text_at(shown, kind, problems);
  rules.mask = rule_list_from(list_at(root, "mask", problems), kinds, problems);
  return rules;
}

struct Found {
  Span span;  // bytes of the text
  std::string kind;
};

/// What the rules find, left to right, without overlaps: of two the one that begins first counts,
/// then the longer one.
std::vector<Found> found_in(const PrivacyRules& rules, std::string_view text) {
  const MappedText folded = folded_mapped(text);
  std::vector<Found> found;
  for (const RuleMatch& match : rules.mask.all(folded.text)) {
    const Span span = folded.source(match.named("value").value_or(match.groups.front()));
    const std::string_view value = text.substr(span.begin, span.end - span.begin);
    if (match.rule->is == "personal_number" && !is_personal_number(value)) continue;
    found.push_back({span, match.rule->is});
  }
  std::ranges::sort(found, [](const Found& a, const Found& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::size_t end = 0;
  std::erase_if(found, [&](const Found& one) {
    if (one.span.begin < end) return true;
    end = one.span.end;
    return false;
  });
  return found;
}

void check_example(const PrivacyRules& rules, const YamlNode& example, const std::string& kind,
                   bool wanted, Problems& problems) {
  const auto found = found_in(rules, example.text);
  const bool is_found = std::ranges::find(found, kind, &Found::kind) != found.end();
  if (is_found == wanted) return;
  problems.push_back({"rule_example", Severity::error, example.place,
                      "'" + example.text + (wanted ? "' is not masked as " : "' is masked as ") +
                          kind + "; change the pattern or the example"});
}

}  // namespace

Result<PrivacyRules> load_privacy(const std::string& folder) {
  Problems problems;
  const YamlNode root = file_in(folder, problems);
  PrivacyRules rules;
  if (problems.empty()) rules = rules_from(root, problems);
  if (!problems.empty()) return problems.front();
  return rules;
}

std::vector<Problem> check_privacy(const std::string& folder) {
  Problems problems;
  const YamlNode root = file_in(folder, problems);
  if (!problems.empty()) return problems;
  const PrivacyRules rules = rules_from(root, problems);
  if (!problems.empty()) return problems;
  for (const YamlNode& rule : root.find("mask")->items)
    for (const std::string key : {"match", "no"})
      if (const YamlNode* examples = rule.find(key))
        for (const YamlNode& example : examples->items)
          check_example(rules, example, rule.find("is")->text, key == "match", problems);
  return problems;
}

std::string masked(const PrivacyRules& rules, std::string_view text, MaskCounts& counts) {
  std::string shown;
  std::size_t at = 0;
  for (const Found& one : found_in(rules, text)) {
    shown += text.substr(at, one.span.begin - at);
    shown += rules.shown_as.at(one.kind);
    at = one.span.end;
    ++counts[one.kind];
  }
  return shown.append(text.substr(at));
}

bool is_personal_number(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() == 12) digits.erase(0, 2);
  if (digits.size() != 10) return false;
  const int month = std::stoi(digits.substr(2, 2)), day = std::stoi(digits.substr(4, 2)) % 60;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

}  // namespace lagesbild
