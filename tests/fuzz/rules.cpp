// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a rule file of each kind. The quick reader of plain files and yaml-cpp must agree.
#include "rules/load.h"
#include "rules/plain_yaml.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const std::string text(fuzz::text_of(data, size));
  const Result<YamlNode> root = yaml_of(text, "any.yaml");
  if (const auto plain = plain_yaml_of(text, "any.yaml")) {
    fuzz::demand(static_cast<bool>(root), "what is read quickly is YAML");
    fuzz::demand(*plain == *root, "both readers agree");
  }
  if (!root) return 0;
  Problems problems;
  check_form_rules(*root, form_rules_from(*root, Compile::at_once, problems), problems);
  areas_from(*root, problems);
  districts_from(*root, problems);
  check_change_rules(*root, change_rules_from(*root, problems), problems);
  return 0;
}
