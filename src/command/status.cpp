// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "command/language.h"
#include "command/output.h"
#include "command/settings.h"
#include "command/status_table.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "--dataset DIR",
    "Shows what is in a dataset: reports per district and year, what is missing, what could\n"
    "not be read, what to review, and what to do next.",
    "  lagesbild status --dataset data\n"};

}  // namespace

int run_status(const Arguments& arguments) {
  Options options;
  options.listed.add_options()("dataset", po::value<std::string>()->value_name("DIR"),
                               "folder of the dataset");
  add_language_option(options.listed);
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const std::string dataset = given["dataset"].as<std::string>();
  Result<Store> store = Store::opened(dataset, Store::For::reading);
  if (!store) return unusable(arguments, store.problem());
  const Result<Summary> summary = summary_of(*store, named_files);
  if (!summary) return unusable(arguments, summary.problem());
  const std::string table = status_table(*summary, style_for(dataset), Messages(*language));
  return print(table) ? exit_done : exit_failed;
}

}  // namespace lagesbild
