// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/output.h"
#include "command/review_output.h"
#include "command/settings.h"
#include "dataset/review_list.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR",
    "Lists what asks for a person, the most doubtful and consequential first. As CSV or JSON\n"
    "it is a list to fill in: put into the column \"decision\" what is right (positive,\n"
    "unchanged, negative, none) or accept, and hand it to 'lagesbild correct'.",
    "  lagesbild review --dataset data --most 20\n"
    "  lagesbild review --dataset data --format excel-csv > to-review.csv\n"};

}  // namespace

int run_review(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("format", po::value<std::string>()->default_value("text")->value_name("FORMAT"),
      "text (for reading), csv, excel-csv or json");
  add("most", po::value<int>()->default_value(0)->value_name("N"),
      "how many to list; 0: all of them");
  add_disclosure_options(options.listed);
  add_language_option(options.listed);
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<ReviewFormat> format = review_format_named(given["format"].as<std::string>());
  if (!format) return unusable(arguments, format.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  Result<Store> store = Store::opened(given["dataset"].as<std::string>(), Store::For::reading);
  if (!store) return unusable(arguments, store.problem());

  const Messages messages(*language);
  ReviewOutput output(*format, messages, given["most"].as<int>());
  const auto problem =
      for_each_to_review(*store, disclosure->disclosure, [&](const Row& row) { output.add(row); });
  if (problem) return unusable(arguments, *problem);
  return output.finished() ? exit_done : exit_failed;
}

}  // namespace lagesbild
