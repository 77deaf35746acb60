// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/rules_impact.h"

#include "command/difference_output.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/rules_folder.h"
#include "command/settings.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR --rules NEW",
    "Tells which stored assessments other rules would change, before they are used: comments are\n"
    "judged again, references followed and titles looked up, by the rules the dataset was read by\n"
    "and by the new ones. No file is read and nothing is written. What needs the pages (where\n"
    "areas and comments stand, boxes and columns of their own, districts) shows when the folder "
    "is\n"
    "ingested by the new rules.",
    "  cp -r rules my-rules    # edit my-rules/change.yaml, then\n"
    "  lagesbild rules impact --dataset data --rules my-rules\n"};

Result<Rules> rules_named(const po::variables_map& given, const char* option) {
  std::optional<std::string> named;
  if (given.count(option) > 0) named = given[option].as<std::string>();
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.problem();
  return load_rules(*folder);
}

int told(const Arguments& arguments, Store& store, const Rules& old_rules, const Rules& rules,
         DifferenceOutput& output) {
  const Result<ImpactCoverage> coverage =
      for_each_impact(store, old_rules, rules, [&](const Difference& one) { output.add(one); });
  if (!coverage) return unusable(arguments, coverage.problem());
  return output.finished(*coverage) ? exit_done : exit_failed;
}

Options impact_options() {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("rules", po::value<std::string>()->value_name("NEW"), "folder of the edited rule files");
  add("old-rules", po::value<std::string>()->value_name("DIR"),
      "folder of the rule files that the dataset was read by; left out: the program's own");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, csv or json");
  add_disclosure_options(options.listed, false);
  add_language_option(options.listed);
  return options;
}

}  // namespace

int run_rules_impact(const Arguments& arguments) {
  Options options = impact_options();
  const auto parsed = options_of(arguments, usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  if (given.count("rules") == 0)
    return wrong_usage(arguments, "name the folder of the edited rules with --rules");
  const Result<DifferenceFormat> format =
      difference_format_named(given["format"].as<std::string>());
  if (!format) return unusable(arguments, format.problem());
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  const Result<Rules> old_rules = rules_named(given, "old-rules"),
                      rules = rules_named(given, "rules");
  for (const Result<Rules>* one : {&old_rules, &rules})
    if (!*one) return unusable(arguments, one->problem());
  Result<Store> store = Store::opened(given["dataset"].as<std::string>(), Store::For::reading);
  if (!store) return unusable(arguments, store.problem());

  const Messages messages(*language);
  DifferenceOutput output(*format, messages, disclosure->disclosure);
  return told(arguments, *store, *old_rules, *rules, output);
}

}  // namespace lagesbild
