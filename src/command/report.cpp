// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/passage_pictures.h"
#include "command/reading_options.h"
#include "command/settings.h"
#include "command/terminal.h"
#include "dataset/export.h"
#include "ingest/stop.h"
#include "web/write_site.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR",
    "Writes a folder to be opened in a web browser: tables and charts of all changes, the\n"
    "comments behind them, what to review, and the workbook. It needs no network and no server.",
    "  lagesbild report --dataset data\n"
    "  lagesbild report --dataset data --out to-show --lang en\n"};

/// Where the files lie: as --reports says, or as the store remembers.
std::optional<std::string> reports_folder(const po::variables_map& given, Store& store) {
  if (given.count("reports") > 0) return given["reports"].as<std::string>();
  const std::string folder = store.folder_read();
  if (folder.empty()) return std::nullopt;
  return (fs::path(given["dataset"].as<std::string>()) / folder).lexically_normal().string();
}

/// False: stopped by a signal.
Result<bool> written(const po::variables_map& given, Store& store, const std::string& folder,
                     Language language, const Disclosure& disclosure) {
  const Result<GivenRules> rules = rules_given(given);
  if (!rules) return rules.problem();
  const Result<PoolSettings> pool = pool_settings(given, TaskKind::passages, *rules);
  if (!pool) return pool.problem();
  Result<Site> site = site_of(store, *rules->rules, disclosure);
  if (!site) return site.problem();
  const PicturePlan plan{given["dataset"].as<std::string>(),
                         reports_folder(given, store),
                         folder,
                         !disclosure.masked,
                         disclosure.comments && !given["no-pictures"].as<bool>(),
                         *pool};
  const Result<PoolEnd> pictures = add_pictures(*site, store, plan);
  if (!pictures) return pictures.problem();
  if (*pictures == PoolEnd::stopped) return false;
  const auto pages = write_site(*site, folder, Messages(language));
  if (!pages) return pages.problem();
  const auto workbook = export_all(store, folder, {ExportFormat::xlsx}, disclosure);
  if (!workbook) return workbook.problem();
  return true;
}

}  // namespace

int run_report(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("out", po::value<std::string>()->value_name("FOLDER"),
      "folder to write to, made where it is missing; 'report' in the dataset's without it");
  add("reports", po::value<std::string>()->value_name("FOLDER"),
      "where the files that were read lie now, if they were moved");
  add("no-pictures", po::bool_switch(), "draw no pictures of the passages");
  add_language_option(options.listed);
  add_reading_options(options.listed);
  add_disclosure_options(options.listed, false);
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0)
    return wrong_usage(arguments, "name a dataset with --dataset DIR");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());

  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());

  const std::string& dataset = given["dataset"].as<std::string>();
  const std::string folder = given.count("out") > 0 ? given["out"].as<std::string>()
                                                    : (fs::path(dataset) / "report").string();
  Result<Store> store = Store::opened(dataset, Store::For::reading);
  if (!store) return unusable(arguments, store.problem());
  catch_stop_signals();
  const Result<bool> done = written(given, *store, folder, *language, disclosure->disclosure);
  if (!done) return unusable(arguments, done.problem());
  if (!*done) {
    std::cerr << arguments.program << ": stopped; run it again to go on\n";
    return exit_stopped;
  }
  std::cerr << arguments.program << ": open "
            << harmless(fs::absolute(fs::path(folder) / "index.html").lexically_normal().string())
            << " in a web browser\n";
  return exit_done;
}

}  // namespace lagesbild
