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

std::vector<std::string> folded_texts_at(const YamlNode& root, std::string_view key,
                                         Problems& problems) {
  std::vector<std::string> texts = texts_at(root, key, problems);
  for (std::string& text : texts) text = folded(text);
  return texts;
}

}  // namespace

FormRules form_rules_from(const YamlNode& root, Compile when, Problems& problems) {
  expect_keys(root,
              {"parts", "title", "period", "date", "section", "column", "instruction", "furniture",
               "reference", "months", "ticked", "unticked", "colours", "joining", "change_stems",
               "continued"},
              problems);
  const PatternParts parts = root.find("parts")
                                 ? pattern_parts_from(map_at(root, "parts", problems), problems)
                                 : PatternParts();
  const auto list = [&](std::string_view key, std::initializer_list<std::string_view> meanings) {
    return rule_list_from(list_at(root, key, problems), meanings, problems, parts, when);
  };
  FormRules form;
  form.title = list("title", {"title", "period"});
  form.period = list("period", {"month", "year", "none"});
  form.date = list("date", {"date"});
  form.section = list("section", {"city", "local", "instruction", "appendix", "contents", "other"});
  form.column = list("column", {"number", "area", "comment", "change", "positive", "unchanged",
                                "negative", "group", "aside", "district"});
  form.instruction = list("instruction", {"instruction"});
  form.furniture = list("furniture", {"page", "letterhead", "other_city", "other_document",
                                      "registry", "date", "contact", "signature"});
  form.reference = list("reference", {"reference"});
  form.months = months_from(root, problems);
  form.ticked = texts_at(root, "ticked", problems);
  form.unticked = texts_at(root, "unticked", problems);
  form.colours = folded_texts_at(root, "colours", problems);
  form.joining = folded_texts_at(root, "joining", problems);
  form.change_stems = folded_texts_at(root, "change_stems", problems);
  form.continued = folded_texts_at(root, "continued", problems);
  return form;
}

void check_form_rules(const YamlNode& root, const FormRules& form, Problems& problems) {
  const std::pair<const char*, const RuleList*> lists[] = {
      {"title", &form.title},         {"period", &form.period},
      {"date", &form.date},           {"section", &form.section},
      {"column", &form.column},       {"instruction", &form.instruction},
      {"furniture", &form.furniture}, {"reference", &form.reference},
  };
  for (const auto& [name, list] : lists)
    if (const YamlNode* node = root.find(name))
      check_examples(*node, *list, ExamplesMeet::first_rule, problems);
}

}  // namespace lagesbild
