// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/disclosure_options.h"

#include <iostream>
#include <memory>

#include "command/rules_folder.h"
#include "dataset/rows.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr const char* texts_that_leave =
    "SELECT comment FROM assessments_flat UNION ALL SELECT title FROM assessments_flat UNION ALL "
    "SELECT message FROM problems_flat UNION ALL SELECT note FROM corrections_flat";

}  // namespace

void add_disclosure_options(po::options_description& listed, bool rules) {
  auto add = listed.add_options();
  add("unmasked", po::bool_switch(),
      "leave e-mail addresses, telephone, personal and case numbers as they are");
  add("no-comments", po::bool_switch(), "leave all free text out");
  if (rules) add("rules", po::value<std::string>()->value_name("DIR"), "folder of the rule files");
}

Result<GivenDisclosure> disclosure_given(const po::variables_map& given) {
  GivenDisclosure made;
  made.disclosure.comments = !given["no-comments"].as<bool>();
  if (given["unmasked"].as<bool>()) return made;
  std::optional<std::string> named;
  if (given.count("rules") > 0) named = given["rules"].as<std::string>();
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.problem();
  const Result<PrivacyRules> rules = load_privacy(*folder);
  if (!rules) return rules.problem();
  made.rules = *rules;
  made.disclosure.masked = [rules = *rules](std::string_view text) {
    MaskCounts counts;
    return masked(rules, text, counts);
  };
  return made;
}

void tell_masked(const Arguments& arguments, Store& store, const GivenDisclosure& given) {
  if (!given.rules) return;
  MaskCounts counts;
  for_each_row(store.database(), texts_that_leave, [&](const Row& row) {
    if (const auto* text = std::get_if<std::string>(&row.front()))
      masked(*given.rules, *text, counts);
  });
  std::string list;
  for (const auto& [kind, count] : counts)
    list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
  if (!list.empty()) std::cerr << arguments.program << ": masked: " << list << '\n';
}

}  // namespace lagesbild
