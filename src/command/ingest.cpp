// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/chrono.h>

#include <ctime>
#include <filesystem>
#include <iostream>

#include "command/change_summary.h"
#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/folder_queue.h"
#include "command/language.h"
#include "command/output.h"
#include "command/reading_options.h"
#include "command/settings.h"
#include "command/status_table.h"
#include "dataset/export.h"
#include "differences/differences.h"
#include "ingest/stop.h"
#include "pdf/version.h"
#include "rules/rules.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] FOLDER --dataset DIR",
    "Reads the reports of a folder, its sub-folders and zip archives into a dataset: one SQLite\n"
    "file and what is written from it. Only what is new or has changed is read. Run it again\n"
    "whenever the folder changes, or after it was stopped.\n\n"
    "Options with a value may also stand in FOLDER/lagesbild.yaml ('jobs: 2', one a line) or in\n"
    "the environment (LAGESBILD_JOBS=2); the command line wins, then the environment.",
    "  lagesbild ingest reports --dataset data\n"
    "  lagesbild ingest reports --dataset data --retry-failed --timeout 120\n"};

/// What a run is asked to do.
struct Plan {
  std::string folder, dataset;
  PoolSettings pool;
  IngestRun run;
  Language language = Language::swedish;
  GivenDisclosure disclosure;
  bool quiet = false, again = false;
};

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

/// The way to `folder` from the dataset: it stays right where both are moved together.
std::string path_from(const std::string& dataset, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code none;
  return fs::proximate(fs::weakly_canonical(folder, none), fs::weakly_canonical(dataset, none),
                       none)
      .string();
}

/// What decides how scans are read.
std::string ocr_by(const po::variables_map& given, const PoolSettings& pool) {
  return pool.ocr_command.empty() ? "none" : given["ocr"].as<std::string>();
}

IngestRun run_by(const po::variables_map& given, const Rules& rules, const PoolSettings& pool) {
  IngestRun run{now(),
                LAGESBILD_VERSION,
                rules.version,
                poppler_version(),
                given["sandbox"].as<std::string>(),
                {},
                {}};
  for (const DistrictRule& one : rules.districts)
    run.districts.push_back({one.id, one.name, one.from, one.to, one.successors});
  for (const Area& one : rules.areas)
    run.areas.push_back({one.id, one.scope, one.titles.front(), one.list, one.from, one.to});
  run.ocr = ocr_by(given, pool);
  run.folder = path_from(given["dataset"].as<std::string>(), given["folder"].as<std::string>());
  return run;
}

/// Exports that are there need no writing where nothing has changed.
bool exports_are_there(const std::string& dataset) {
  std::error_code none;
  return std::filesystem::exists(std::filesystem::path(dataset) / "datapackage.json", none);
}

/// One problem of the run, or how it ended.
Result<PoolEnd> files_read(const Plan& plan, Store& store, Listing listing) {
  Progress progress(Progress::style_here(plan.quiet), "lagesbild ingest");
  FolderQueue queue({plan.folder, plan.pool, plan.again}, std::move(listing.files), store,
                    progress);
  for (const Problem& problem : listing.problems) queue.take(problem);
  Result<PoolEnd> end =
      read_all(plan.pool, queue, [&](const Outcome& outcome) { return queue.take(outcome); });
  if (queue.problem()) return *queue.problem();
  return end;
}

/// Settles and exports. The run counts as finished once its exports are written.
std::optional<Problem> rounded_off(const Plan& plan, Store& store) {
  const Result<std::int64_t> gone = store.mark_gone();
  if (!gone) return gone.problem();
  if (!store.changed() && exports_are_there(plan.dataset)) return std::nullopt;
  if (auto problem = store.finish(std::nullopt)) return problem;
  const auto written =
      export_all(store, plan.dataset, all_export_formats(), plan.disclosure.disclosure);
  if (!written) return written.problem();
  return store.finish(now());
}

int failed(const Arguments& arguments, const Problem& problem) {
  tell(arguments, problem);
  return exit_failed;
}

/// What the run has changed of what was stated before; empty where nothing was.
Result<std::string> changes_text(const Plan& plan, Store& store, const Messages& say) {
  Database& database = store.database();
  ChangeSummary summary;
  if (store.changed()) {
    StatedSide before(database, stated_before()), after(database, stated_now(database));
    if (before.reports().empty()) return std::string();
    const auto problem = for_each_difference(std::move(before), std::move(after),
                                             [&](const Difference& one) { summary.add(one); });
    if (problem) return *problem;
  }
  return summary.text(say, plan.disclosure.disclosure);
}

int shown(const Arguments& arguments, const Plan& plan, Store& store) {
  const Result<Summary> summary = summary_of(store, named_files);
  if (!summary) return failed(arguments, summary.problem());
  if (!plan.quiet) {
    const Messages say(plan.language);
    const Result<std::string> changes = changes_text(plan, store, say);
    if (!changes) return failed(arguments, changes.problem());
    if (!print(*changes + status_table(*summary, style_for(plan.dataset), say))) return exit_failed;
  }
  return summary->rejected + summary->failed + summary->unopened > 0 ? exit_rejected : exit_done;
}

int ingested(const Arguments& arguments, const Plan& plan) {
  catch_stop_signals();
  Result<Listing> listing = listing_of(plan.folder, plan.dataset);
  if (!listing) return failed(arguments, listing.problem());
  Result<Store> store = Store::opened(plan.dataset, Store::For::creating);
  if (!store) return failed(arguments, store.problem());
  if (const auto problem = store->begin(plan.run)) return failed(arguments, *problem);

  const Result<PoolEnd> end = files_read(plan, *store, *std::move(listing));
  if (!end) return failed(arguments, end.problem());
  if (*end == PoolEnd::stopped) {
    if (const auto problem = store->finish(std::nullopt)) return failed(arguments, *problem);
    std::cerr << arguments.program << ": stopped; what was read is kept. Run it again to go on\n";
    return exit_stopped;
  }
  if (const auto problem = rounded_off(plan, *store)) return failed(arguments, *problem);
  return shown(arguments, plan, *store);
}

}  // namespace

int run_ingest(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"),
      "folder of the dataset, to be made or "
      "brought up to date");
  add("retry-failed", po::bool_switch(), "read again what was broken off before");
  add("quiet,q", po::bool_switch(), "print nothing but errors");
  add_language_option(options.listed);
  add_reading_options(options.listed);
  add_disclosure_options(options.listed, false);
  options.hidden.add_options()("folder", po::value<std::string>());
  options.positional.add("folder", 1);

  const auto parsed = layered_options_of(arguments, usage, options, "folder");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("folder") == 0) return wrong_usage(arguments, "no folder named");
  if (given.count("dataset") == 0)
    return wrong_usage(arguments, "say with --dataset where the dataset is to lie");
  const Result<GivenRules> rules = rules_given(given);
  if (!rules) return unusable(arguments, rules.problem());
  const Result<PoolSettings> pool = pool_settings(given, TaskKind::report, *rules);
  if (!pool) return unusable(arguments, pool.problem());
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  IngestRun run = run_by(given, *rules->rules, *pool);
  run.keeps_before = !given["quiet"].as<bool>();
  return ingested(arguments, {given["folder"].as<std::string>(), given["dataset"].as<std::string>(),
                              *pool, std::move(run), *language, *disclosure,
                              given["quiet"].as<bool>(), given["retry-failed"].as<bool>()});
}

}  // namespace lagesbild
