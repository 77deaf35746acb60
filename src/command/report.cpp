// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/reading_options.h"
#include "command/rules_folder.h"
#include "command/settings.h"
#include "command/terminal.h"
#include "dataset/export.h"
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

Result<Rules> rules_for(const po::variables_map& given) {
  std::optional<std::string> named;
  if (given.count("rules") > 0) named = given["rules"].as<std::string>();
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.problem();
  return load_rules(*folder);
}

Result<std::size_t> written(const po::variables_map& given, Store& store, const std::string& folder,
                            Language language, const Disclosure& disclosure) {
  const Result<Rules> rules = rules_for(given);
  if (!rules) return rules.problem();
  const Result<Site> site = site_of(store, *rules, disclosure);
  if (!site) return site.problem();
  const auto pages = write_site(*site, folder, Messages(language));
  if (!pages) return pages.problem();
  const auto workbook = export_all(store, folder, {ExportFormat::xlsx}, disclosure);
  if (!workbook) return workbook.problem();
  return pages->size() + workbook->size();
}

}  // namespace

int run_report(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("out", po::value<std::string>()->value_name("FOLDER"),
      "folder to write to, made where it is missing; 'report' in the dataset's without it");
  add_language_option(options.listed);
  add_reading_options(options.listed, options.hidden);
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
  const Result<std::size_t> files =
      written(given, *store, folder, *language, disclosure->disclosure);
  if (!files) return unusable(arguments, files.problem());
  std::cerr << arguments.program << ": open "
            << harmless(fs::absolute(fs::path(folder) / "index.html").lexically_normal().string())
            << " in a web browser\n";
  return exit_done;
}

}  // namespace lagesbild
