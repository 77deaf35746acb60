// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "command/difference_output.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/settings.h"
#include "differences/differences.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] DATASET_A DATASET_B",
    "Tells each assessment that DATASET_B states otherwise than DATASET_A, has besides or has "
    "not,\n"
    "and why: a new, missing or other file, other rules, another program, a person's correction.",
    "  lagesbild diff data-2023 data\n"
    "  lagesbild diff data-2023 data --format csv > differences.csv\n"};

std::optional<Problem> differences_told(Store& before, Store& after, DifferenceOutput& output) {
  Transaction old_state(before.database(), Transaction::For::reading);
  Transaction new_state(after.database(), Transaction::For::reading);
  return for_each_difference({before.database(), stated_now(before.database())},
                             {after.database(), stated_now(after.database())},
                             [&](const Difference& one) { output.add(one); });
}

}  // namespace

int run_diff(const Arguments& arguments) {
  Options options;
  options.listed.add_options()(
      "format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, csv or json");
  add_disclosure_options(options.listed);
  add_language_option(options.listed);
  options.hidden.add_options()("datasets", po::value<std::vector<std::string>>());
  options.positional.add("datasets", 2);
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  std::vector<std::string> folders;
  if (given.count("datasets") > 0) folders = given["datasets"].as<std::vector<std::string>>();
  if (folders.size() != 2) return wrong_usage(arguments, "name two datasets");
  const Result<DifferenceFormat> format =
      difference_format_named(given["format"].as<std::string>());
  if (!format) return unusable(arguments, format.problem());
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  Result<Store> before = Store::opened(folders[0], Store::For::reading);
  if (!before) return unusable(arguments, before.problem());
  Result<Store> after = Store::opened(folders[1], Store::For::reading);
  if (!after) return unusable(arguments, after.problem());

  const Messages messages(*language);
  DifferenceOutput output(*format, messages, disclosure->disclosure);
  if (const auto problem = differences_told(*before, *after, output))
    return unusable(arguments, *problem);
  return output.finished() ? exit_done : exit_failed;
}

}  // namespace lagesbild
