// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/reading_options.h"

#include <algorithm>
#include <map>
#include <thread>

#include "command/ocr_program.h"
#include "command/rules_folder.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/worker.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr int most_jobs = 256;
constexpr int longest_timeout = 86'400;  // seconds
constexpr int least_memory = 128;        // MiB; Poppler and its friends alone map some 100
constexpr int most_memory = 1 << 20;     // MiB
constexpr int most_size = 4096;          // MiB

int processors() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_jobs);
}

Problem out_of_range(const std::string& option, int least, int most) {
  return {"usage",
          Severity::error,
          {},
          "--" + option + " takes a number from " + std::to_string(least) + " to " +
              std::to_string(most)};
}

std::optional<Problem> range_problem(const po::variables_map& given) {
  const struct {
    const char* option;
    int least, most;
  } ranges[] = {{"jobs", 1, most_jobs},
                {"timeout", 1, longest_timeout},
                {"memory", least_memory, most_memory},
                {"max-size", 1, most_size}};
  for (const auto& [option, least, most] : ranges)
    if (const int value = given[option].as<int>(); value < least || value > most)
      return out_of_range(option, least, most);
  return std::nullopt;
}

std::uint64_t bytes_of_mebibytes(const po::variable_value& value) {
  return static_cast<std::uint64_t>(value.as<int>()) << 20;
}

}  // namespace

void add_reading_options(po::options_description& listed) {
  const auto megabytes = [](std::uint64_t bytes) { return static_cast<int>(bytes >> 20); };
  auto add = listed.add_options();
  add("rules", po::value<std::string>()->value_name("DIR"), "folder of the rule files");
  add("jobs,j", po::value<int>()->default_value(processors())->value_name("N"),
      "files read at once");
  add("timeout", po::value<int>()->default_value(30)->value_name("SECONDS"),
      "longest time for one file");
  add("memory", po::value<int>()->default_value(megabytes(default_memory_limit))->value_name("MIB"),
      "most memory for one file");
  add("max-size",
      po::value<int>()->default_value(megabytes(default_input_limit))->value_name("MIB"),
      "largest file read");
  add("ocr", po::value<std::string>()->default_value("auto")->value_name("MODE"),
      "which pages are read from their picture: never, auto (those without usable text) or always");
  add("limit", po::value<std::vector<std::string>>()->composing()->value_name("NAME=N"),
      "how much of a file is read, such as pages=20000; 'lagesbild doctor' lists them all");
  add("sandbox", po::value<std::string>()->default_value("auto")->value_name("MODE"),
      "auto, required (no file is read where a part is missing) or off (for measuring)");
}

Result<ReadLimits> limits_given(const po::variables_map& given) {
  std::string words;
  if (given.count("limit") > 0)
    for (const std::string& one : given["limit"].as<std::vector<std::string>>())
      words += (words.empty() ? "" : ",") + one;
  return read_limits_of(words);
}

Result<GivenRules> rules_given(const po::variables_map& given) {
  std::optional<std::string> named;
  if (given.count("rules") > 0) named = given["rules"].as<std::string>();
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.problem();
  Result<Rules> rules = load_rules(*folder);
  if (!rules) return rules.problem();
  return GivenRules{*folder, std::make_shared<const Rules>(*std::move(rules))};
}

Result<PoolSettings> pool_settings(const po::variables_map& given, TaskKind kind,
                                   const GivenRules& rules) {
  static const std::map<std::string, Sandbox> sandboxes = {
      {"off", Sandbox::off}, {"auto", Sandbox::automatic}, {"required", Sandbox::required}};
  static const std::map<std::string, OcrMode> modes = {
      {"never", OcrMode::never}, {"auto", OcrMode::automatic}, {"always", OcrMode::always}};
  if (auto problem = range_problem(given)) return *problem;
  const auto sandbox = sandboxes.find(given["sandbox"].as<std::string>());
  if (sandbox == sandboxes.end())
    return Problem{"usage", Severity::error, {}, "--sandbox takes off, auto or required"};
  const auto mode = modes.find(given["ocr"].as<std::string>());
  if (mode == modes.end())
    return Problem{"usage", Severity::error, {}, "--ocr takes never, auto or always"};

  const Result<ReadLimits> limits = limits_given(given);
  if (!limits) return limits.problem();

  WorkerSettings worker;
  worker.rules = rules.folder;
  worker.limits = *limits;
  worker.memory = bytes_of_mebibytes(given["memory"]);
  worker.input_limit = bytes_of_mebibytes(given["max-size"]);
  worker.sandbox = sandbox->second;
  worker.fonts = kind == TaskKind::pictures || kind == TaskKind::passages;
  worker.ocr = mode->second;

  PoolSettings settings;
  const Result<OcrProgram> ocr = ocr_program();
  if (ocr) {
    worker.ocr_data = ocr->data;
    WorkerSettings recognising = worker;
    recognising.fonts = true;  // pages are drawn
    settings.ocr_command = {ocr->path};
    std::ranges::copy(words_of(recognising), std::back_inserter(settings.ocr_command));
  } else {
    worker.ocr_missing = ocr.problem().what;
  }
  settings.work = reading_work(worker, rules.rules);
  settings.kind = kind;
  settings.jobs = static_cast<unsigned>(given["jobs"].as<int>());
  settings.timeout = std::chrono::seconds(given["timeout"].as<int>());
  settings.memory = worker.memory;
  settings.input_limit = worker.input_limit;
  return settings;
}

}  // namespace lagesbild
