// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "command/command.h"
#include "command/ocr_program.h"
#include "command/options.h"
#include "command/output.h"
#include "command/reading_options.h"
#include "command/terminal.h"
#include "ingest/probe.h"
#include "pdf/version.h"
#include "rules/rules.h"
#include "text/version.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options]",
    "Shows what this installation consists of, and tries whether a worker process, which is\n"
    "where strangers' files are opened, is really kept from everything else on this machine.\n"
    "Ends with 1 where something needed is missing, or a worker gets something done.",
    "  lagesbild doctor\n"
    "  lagesbild doctor --sandbox required\n"};

constexpr std::size_t name_width = 24;  // columns

std::string row(std::string_view name, const std::string& value) {
  return "  " + fitted(name, name_width) + harmless(value) + '\n';
}

std::string mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

/// Where Poppler finds the letters of East Asian fonts that bring none.
std::string data_or_none(const std::string& folder) {
  std::error_code none;
  return std::filesystem::is_directory(folder, none) ? folder : "none at " + folder;
}

/// By what scans are read.
std::string ocr_or_none() {
  const Result<OcrProgram> ocr = ocr_program();
  return ocr ? ocr->data : "none: " + ocr.problem().what;
}

std::string parts(const Rules& rules, const std::string& folder) {
  return "lagesbild " LAGESBILD_VERSION "\n" + row("Poppler", poppler_version()) +
         row("Poppler's data", data_or_none(readable_folders(false).front())) +
         row("ICU", icu_version()) + row("RE2", "library " LAGESBILD_RE2_VERSION) +
         row("OCR", ocr_or_none()) + row("rules", rules.version + " in " + folder);
}

std::string limits(const PoolSettings& settings, const ReadLimits& limits) {
  std::string text = "a file's limits\n" +
                     row("--timeout", std::to_string(settings.timeout.count()) + " s") +
                     row("--memory", mebibytes(settings.memory)) +
                     row("--max-size", mebibytes(settings.input_limit));
  for (const ReadLimit& one : read_limits)
    text += row("--limit " + std::string(one.name),
                std::to_string(limits.*one.most) + " " + std::string(one.what));
  return text;
}

std::string tries(const std::vector<Probed>& all) {
  std::string text = "a worker that tries to\n";
  for (const Probed& one : all)
    text += row(one.name, one.stopped ? one.how : "NOT STOPPED: " + one.how);
  return text;
}

ExitCode judged(const Arguments& arguments, const std::vector<Probed>& all) {
  std::string open;
  for (const Probed& one : all)
    if (!one.stopped) open += (open.empty() ? "" : ", ") + std::string(one.name);
  if (open.empty()) return exit_done;
  tell(arguments, {"sandbox",
                   Severity::error,
                   {},
                   "on this machine a worker can: " + open +
                       "; read strangers' files on a kernel with seccomp and Landlock"});
  return exit_failed;
}

ExitCode examined(const Arguments& arguments, const PoolSettings& settings,
                  const ReadLimits& read_limits, const GivenRules& rules) {
  if (!print(parts(*rules.rules, rules.folder) + limits(settings, read_limits))) return exit_failed;
  const Result<Walls> walls = walls_of(settings);
  if (!walls) return unusable(arguments, walls.problem());
  const Result<std::vector<Probed>> all = probed(settings);
  if (!all) return unusable(arguments, all.problem());
  if (!print("sandbox\n" + row("in force", words_of(*walls)) + tries(*all))) return exit_failed;
  return judged(arguments, *all);
}

}  // namespace

int run_doctor(const Arguments& arguments) {
  Options options;
  add_reading_options(options.listed);
  const auto parsed = options_of(arguments, usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  const Result<GivenRules> rules = rules_given(given);
  if (!rules) return unusable(arguments, rules.problem());
  const Result<PoolSettings> settings = pool_settings(given, TaskKind::report, *rules);
  if (!settings) return unusable(arguments, settings.problem());
  return examined(arguments, *settings, *limits_given(given), *rules);
}

}  // namespace lagesbild
