// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iostream>

#include "command/command.h"
#include "command/options.h"
#include "command/output.h"
#include "command/reading_options.h"
#include "command/terminal.h"
#include "ingest/stop.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] FILE",
    "Shows why a report was read as it was: how each word was placed, and which rule decided\n"
    "each change. With --picture, also draws the boxes on pictures of the pages.",
    "  lagesbild explain bromma.pdf\n"
    "  lagesbild explain --picture pictures/ bromma.pdf\n"};

bool written(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(out.flush());
}

int shown(const Arguments& arguments, const Explanation& explanation, const fs::path& folder) {
  if (!print(harmless_lines(explanation.text))) return exit_failed;
  std::error_code error;
  if (!explanation.pictures.empty()) fs::create_directories(folder, error);
  for (const auto& [name, png] : explanation.pictures) {
    if (written(folder / name, png)) continue;
    tell(arguments, {"output", Severity::error, Place{(folder / name).string(), 0, 0},
                     "this picture cannot be written"});
    return exit_failed;
  }
  return exit_done;
}

int explained(const Arguments& arguments, const PoolSettings& settings, const std::string& file,
              const fs::path& folder) {
  catch_stop_signals();
  int code = exit_stopped;
  Names names({file});
  const Result<PoolEnd> end = read_all(settings, names, [&](const Outcome& outcome) {
    if (outcome.answer) {
      code = shown(arguments, std::get<Explanation>(*outcome.answer), folder);
    } else {
      Problem problem = outcome.answer.problem();
      problem.place.file = outcome.path;
      tell(arguments, problem);
      code = exit_rejected;
    }
    return true;
  });
  if (end) return code;
  tell(arguments, end.problem());
  return exit_failed;
}

}  // namespace

int run_explain(const Arguments& arguments) {
  Options options;
  options.listed.add_options()("picture", po::value<std::string>()->value_name("DIR"),
                               "draw every page into this folder, as PNG files");
  add_reading_options(options.listed);
  options.hidden.add_options()("file", po::value<std::vector<std::string>>());
  options.positional.add("file", -1);

  const auto parsed = options_of(arguments, usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("file") == 0 || given["file"].as<std::vector<std::string>>().size() != 1)
    return wrong_usage(arguments, "name one file");
  const bool pictures = given.count("picture") > 0;
  const Result<GivenRules> rules = rules_given(given);
  if (!rules) return unusable(arguments, rules.problem());
  const TaskKind kind = pictures ? TaskKind::pictures : TaskKind::explanation;
  const Result<PoolSettings> settings = pool_settings(given, kind, *rules);
  if (!settings) return unusable(arguments, settings.problem());
  return explained(arguments, *settings, given["file"].as<std::vector<std::string>>().front(),
                   pictures ? given["picture"].as<std::string>() : "");
}

}  // namespace lagesbild
