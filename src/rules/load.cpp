// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/load.h"

#include "base/sha256.h"
#include "rules/plain_yaml.h"

namespace lagesbild {
namespace {

constexpr std::size_t version_digits = 12;

/// The rule files of a folder as nodes, and the version their bytes make.
struct RuleFiles {
  YamlNode form, areas, districts, change;
  std::string version;
};

RuleFiles rule_files_in(const std::string& folder, Problems& problems) {
  RuleFiles files;
  Sha256 sum;
  const std::pair<const char*, YamlNode*> wanted[] = {{"form.yaml", &files.form},
                                                      {"areas.yaml", &files.areas},
                                                      {"districts.yaml", &files.districts},
                                                      {"change.yaml", &files.change}};
  for (const auto& [name, node] : wanted) {
    const std::string path = folder + "/" + name;
    const auto bytes = rule_file_bytes(path);
    if (!bytes) {
      problems.push_back(bytes.problem());
      continue;
    }
    sum.add(std::string(name) + ":" + std::to_string(bytes->size()) + "\n");
    sum.add(*bytes);
    if (auto plain = plain_yaml_of(*bytes, path)) {
      *node = *std::move(plain);
      continue;
    }
    auto root = yaml_of(*bytes, path);
    if (root)
      *node = *std::move(root);
    else
      problems.push_back(root.problem());
  }
  files.version = sum.hex().substr(0, version_digits);
  return files;
}

Rules rules_from(const RuleFiles& files, Compile when, Problems& problems) {
  Rules rules;
  rules.form = form_rules_from(files.form, when, problems);
  rules.areas = areas_from(files.areas, problems);
  rules.titles = titles_of(rules.areas);
  rules.districts = districts_from(files.districts, problems);
  rules.change = change_rules_from(files.change, problems);
  rules.version = files.version;
  return rules;
}

}  // namespace

std::string_view shipped_rules_version() { return LAGESBILD_RULES_VERSION; }

Result<Rules> load_rules(const std::string& folder) {
  Problems problems;
  const RuleFiles files = rule_files_in(folder, problems);
  if (!problems.empty()) return problems.front();
  const bool shipped = files.version == shipped_rules_version();
  Rules rules = rules_from(files, shipped ? Compile::when_needed : Compile::at_once, problems);
  if (!problems.empty()) return problems.front();
  return rules;
}

std::vector<Problem> check_rules(const std::string& folder) {
  Problems problems;
  const RuleFiles files = rule_files_in(folder, problems);
  if (!problems.empty()) return problems;
  const Rules rules = rules_from(files, Compile::at_once, problems);
  check_form_rules(files.form, rules.form, problems);
  check_change_rules(files.change, rules.change, problems);
  return problems;
}

}  // namespace lagesbild
