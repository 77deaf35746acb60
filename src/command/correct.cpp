// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/chrono.h>

#include <ctime>
#include <filesystem>
#include <iostream>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/output.h"
#include "command/settings.h"
#include "command/terminal.h"
#include "dataset/answers.h"
#include "dataset/corrections.h"
#include "dataset/export.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR [FILE...]",
    "Takes answers into a dataset: the file that the review page saves, the workbook with its\n"
    "sheet \"Att granska\" filled in, or a list of 'lagesbild review' as CSV. They stay through\n"
    "every new reading; one whose comment has other words by then is kept as stale.",
    "  lagesbild correct --dataset data answers.json\n"
    "  lagesbild correct --dataset data --role samordnare lagesbild.xlsx\n"
    "  lagesbild correct --dataset data --list\n"
    "  lagesbild correct --dataset data --undo 17\n"};

constexpr const char* default_role = "analyst";

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

struct Plan {
  const Arguments& arguments;
  const Messages& messages;
  std::string dataset;
  std::string role;  ///< empty: the file's own, or the default
  bool dry_run = false;
  GivenDisclosure disclosure;
};

void say(const Plan& plan, const std::string& sentence) {
  std::cerr << plan.arguments.program << ": " << sentence << '\n';
}

/// Writes the dataset's own exports anew. False on failure, which is told.
bool exported(const Plan& plan, Store& store) {
  const auto written =
      export_all(store, plan.dataset, all_export_formats(), plan.disclosure.disclosure);
  if (!written) tell(plan.arguments, written.problem());
  return written.operator bool();
}

/// Takes one file's answers in; adds to `all`. False where the file or the store is of no use.
bool taken(const Plan& plan, Store& store, const std::string& file, Answered& all) {
  const Result<Answers> answers = answers_in(file);
  if (!answers) return tell(plan.arguments, answers.problem()), false;
  const std::string role = !plan.role.empty() ? plan.role : answers->role.value_or(default_role);
  Result<Answered> done = take_answers(store, answers->answers, role, now(), plan.dry_run);
  if (!done) return tell(plan.arguments, done.problem()), false;
  for (const std::vector<Problem>& problems : {answers->problems, done->problems}) {
    for (const Problem& problem : problems) tell(plan.arguments, problem);
    all.problems.insert(all.problems.end(), problems.begin(), problems.end());
  }
  all.taken += done->taken;
  all.known += done->known;
  all.stale += done->stale;
  return true;
}

int take_files(const Plan& plan, const std::vector<std::string>& files) {
  Result<Store> store = Store::opened(plan.dataset, Store::For::writing);
  if (!store) return unusable(plan.arguments, store.problem());
  Answered all;
  bool whole = true;
  for (const std::string& file : files) whole = taken(plan, *store, file, all) && whole;
  say(plan, plan.messages(plan.dry_run ? "correct.would" : "correct.taken",
                          {{"taken", all.taken}, {"known", all.known}}));
  if (all.stale > 0) say(plan, plan.messages("correct.stale", {{"stale", all.stale}}));
  if (!all.problems.empty())
    say(plan, plan.messages("correct.refused", {{"refused", all.problems.size()}}));
  if (!plan.dry_run && all.taken > 0 && !exported(plan, *store)) return exit_failed;
  return !whole ? exit_failed : all.problems.empty() ? exit_done : exit_rejected;
}

int undo(const Plan& plan, std::int64_t id) {
  Result<Store> store = Store::opened(plan.dataset, Store::For::writing);
  if (!store) return unusable(plan.arguments, store.problem());
  const Result<bool> undone = undo_correction(*store, id, now());
  if (!undone) return unusable(plan.arguments, undone.problem());
  if (!*undone)
    return unusable(plan.arguments, {"answer",
                                     Severity::error,
                                     {},
                                     "no correction has the number " + std::to_string(id) +
                                         ", or it was taken back before; see --list"});
  say(plan, plan.messages("correct.undone", {{"id", std::to_string(id)}}));
  return exported(plan, *store) ? exit_done : exit_failed;
}

/// A row of the list, from the columns that list() asks for.
std::string listed(const Messages& messages, const Statement& row) {
  const auto change = [&](int column) {
    return messages("change." + row.optional_text(column).value_or("unstated"));
  };
  const std::string answer =
      row.text(7) == "accept"
          ? messages("correct.accepted", {{"change", change(9)}})
          : messages("correct.changed", {{"from", change(9)}, {"change", change(8)}});
  const std::string state = !row.is_null(10)
                                ? messages("correct.is_undone", {{"when", row.text(10)}})
                            : row.whole(11) != 0 ? messages("correct.is_stale")
                                                 : "";
  const std::string area =
      messages("review.scope." + row.text(4)) + " " + row.text(5) + " " + row.text(6);
  return harmless(messages("correct.listed", {{"id", row.text(0)},
                                              {"when", row.text(1)},
                                              {"role", row.text(2)},
                                              {"report", row.text(3)},
                                              {"area", area},
                                              {"answer", answer},
                                              {"state", state}}));
}

int list(const Plan& plan) {
  Result<Store> store = Store::opened(plan.dataset, Store::For::reading);
  if (!store) return unusable(plan.arguments, store.problem());
  disclose(store->database(), plan.disclosure.disclosure);
  std::string text;
  Statement rows = store->database().statement(
      "SELECT correction_id, made_at, role, coalesce(d.name, district_id, substr(sha256, 1, 16)) "
      "|| ' ' || coalesce(period, ''), scope, coalesce(number, ''), shown_words(title), decision, "
      "change, change_as_read, undone_at, stale FROM corrections c LEFT JOIN districts d USING "
      "(district_id) ORDER BY correction_id");
  while (rows.next()) text += listed(plan.messages, rows) + '\n';
  rows = Statement();
  if (const auto problem = store->database().take_failure())
    return unusable(plan.arguments, *problem);
  if (text.empty()) text = plan.messages("correct.none") + '\n';
  return print(text) ? exit_done : exit_failed;
}

Options correct_options() {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("role", po::value<std::string>()->default_value("")->value_name("ROLE"),
      "who answers: an office, no name; without it the file's own, or 'analyst'");
  add("dry-run,n", po::bool_switch(), "tell what would be taken in, and write nothing");
  add("list", po::bool_switch(), "list all corrections");
  add("undo", po::value<std::int64_t>()->value_name("ID"), "take one back");
  add_disclosure_options(options.listed);
  add_language_option(options.listed);
  options.hidden.add_options()("file", po::value<std::vector<std::string>>());
  options.positional.add("file", -1);
  return options;
}

}  // namespace

int run_correct(const Arguments& arguments) {
  Options options = correct_options();
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  const int wanted = (given.count("file") > 0) + (given.count("undo") > 0) +
                     static_cast<int>(given["list"].as<bool>());
  if (wanted != 1)
    return wrong_usage(arguments, "name files with answers, or one of --list and --undo");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  const Messages messages(*language);
  const Plan plan{arguments,
                  messages,
                  given["dataset"].as<std::string>(),
                  given["role"].as<std::string>(),
                  given["dry-run"].as<bool>(),
                  *disclosure};
  if (given["list"].as<bool>()) return list(plan);
  if (given.count("undo") > 0) return undo(plan, given["undo"].as<std::int64_t>());
  return take_files(plan, given["file"].as<std::vector<std::string>>());
}

}  // namespace lagesbild
