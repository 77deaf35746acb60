// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/audit.h"

#include <fmt/format.h>

#include <iostream>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/review_output.h"
#include "command/settings.h"
#include "dataset/review_list.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR",
    "Draws a random sample of assessments, of each kind some, and lists those that nobody has\n"
    "judged yet. Fill in the list, hand it to 'lagesbild correct', and run the same again: it\n"
    "tells how many assessments of the dataset are wrong, with a 95 % interval.",
    "  lagesbild audit --dataset data --sample 60 > sample.csv\n"
    "  lagesbild correct --dataset data sample.csv\n"
    "  lagesbild audit --dataset data --sample 60\n"};

std::string percent(double share) { return fmt::format("{:.1f}", 100 * share); }

void tell_result(const Arguments& arguments, const Messages& messages, const Audit& audit) {
  const auto say = [&](const std::string& sentence) {
    std::cerr << arguments.program << ": " << sentence << '\n';
  };
  say(messages(
      "audit.strata",
      {{"sample", audit.sample}, {"areas", audit.areas}, {"strata", audit.strata.size()}}));
  if (!audit.open.empty())
    say(messages("audit.open", {{"answered", audit.answered}, {"sample", audit.sample}}));
  if (audit.estimate)
    say(messages("audit.rate", {{"wrong", audit.wrong},
                                {"answered", audit.answered},
                                {"rate", percent(audit.estimate->rate)},
                                {"low", percent(audit.estimate->low)},
                                {"high", percent(audit.estimate->high)}}));
}

}  // namespace

int run_audit(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("sample", po::value<int>()->default_value(60)->value_name("N"), "how many to judge");
  add("seed", po::value<int>()->default_value(1)->value_name("N"), "another one, another sample");
  add("format", po::value<std::string>()->default_value("csv")->value_name("FORMAT"),
      "of the list: csv, excel-csv, json or text (for reading)");
  add_disclosure_options(options.listed);
  add_language_option(options.listed);
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  const int sample = given["sample"].as<int>();
  if (sample < 1) return wrong_usage(arguments, "--sample is 1 or more");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<ReviewFormat> format = review_format_named(given["format"].as<std::string>());
  if (!format) return unusable(arguments, format.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  Result<Store> store = Store::opened(given["dataset"].as<std::string>(), Store::For::reading);
  if (!store) return unusable(arguments, store.problem());

  const Result<Audit> audit =
      audit_of(*store, sample, static_cast<std::uint64_t>(given["seed"].as<int>()));
  if (!audit) return unusable(arguments, audit.problem());
  const Messages messages(*language);
  tell_result(arguments, messages, *audit);
  if (audit->open.empty()) return exit_done;
  ReviewOutput output(*format, messages, 0);
  const auto problem = for_each_listed(*store, disclosure->disclosure, audit->open,
                                       [&](const Row& row) { output.add(row); });
  if (problem) return unusable(arguments, *problem);
  return output.finished() ? exit_done : exit_failed;
}

}  // namespace lagesbild
