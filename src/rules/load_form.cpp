// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rules/load.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

std::map<std::string, int> months_from(const YamlNode& root, Problems& problems) {
  std::map<std::string, int> months;
  const YamlNode& node = map_at(root, "months", problems);
  for (const std::string& name : node.keys) {
    const auto number = number_at(node, name, problems);
    if (number && *number >= 1 && *number <= 12)
      months[name] = *number;
    else if (number)
      note(*node.find(name), "a month's number is 1 to 12", problems);
  }
  return months;
}

}  // namespace

FormRules form_rules_from(const YamlNode& root, Compile when, Problems& problems) {
  expect_keys(root,
              {"parts", "title", "period", "section", "column", "instruction", "furniture",
               "reference", "months", "ticked", "unticked", "colours"},
              problems);
  const YamlNode* parts_node = root.find("parts");
  const PatternParts parts =
      parts_node ? pattern_parts_from(*parts_node, problems) : PatternParts();
  const auto list = [&](std::string_view key, std::initializer_list<std::string_view> meanings) {
    return rule_list_from(list_at(root, key, problems), meanings, problems, parts, when);
  };
  FormRules form;
  form.title = list("title", {"title", "period"});
  form.period = list("period", {"month", "year", "none"});
  form.section = list("section", {"city", "local", "instruction", "appendix", "other"});
  form.column = list("column", {"number", "area", "comment", "change", "positive", "unchanged",
                                "negative", "group", "aside", "district"});
  form.instruction = list("instruction", {"instruction"});
  form.furniture = list("furniture", {"page", "letterhead", "other_city", "other_document",
                                      "registry", "date", "contact", "signature"});
  form.reference = list("reference", {"reference"});
  form.months = months_from(root, problems);
  form.ticked = texts_at(root, "ticked", problems);
  form.unticked = texts_at(root, "unticked", problems);
  for (const std::string& colour : texts_at(root, "colours", problems))
    form.colours.push_back(folded(colour));
  return form;
}

void check_form_rules(const YamlNode& root, const FormRules& form, Problems& problems) {
  const std::pair<const char*, const RuleList*> lists[] = {
      {"title", &form.title},
      {"period", &form.period},
      {"section", &form.section},
      {"column", &form.column},
      {"instruction", &form.instruction},
      {"furniture", &form.furniture},
      {"reference", &form.reference},
  };
  for (const auto& [name, list] : lists)
    if (const YamlNode* node = root.find(name))
      check_examples(*node, *list, ExamplesMeet::first_rule, problems);
}

}  // namespace lagesbild
