// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/command.h"
#include "command/options.h"
#include "command/output.h"
#include "command/reading_options.h"
#include "command/text_form.h"
#include "ingest/stop.h"
#include "model/json.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] FILE...",
    "Reads reports (PDF, or text dumps of them) and prints one object per file, in the\n"
    "order given. A file that cannot be read, or is no report, gets an object that says so;\n"
    "the others are not touched by it.",
    "  lagesbild extract reports/*.pdf > reports.jsonl\n"
    "  lagesbild extract --format text bromma.pdf\n"
    "  find reports -name '*.pdf' | lagesbild extract --files-from -\n"};

/// Prints reports in one format, and counts them.
class Printer {
 public:
  explicit Printer(std::string format) : format_(std::move(format)) {}

  bool report(const Report& report) {
    totals_.add(report);
    if (format_ == "text") return print(text_form(report));
    if (format_ == "jsonl") return print(json_of(report) + '\n');
    const auto tree = nlohmann::ordered_json::parse(json_of(report));
    return print((totals_.files == 1 ? "[\n" : ",\n") + tree.dump(2));
  }
  bool end() const {
    if (format_ == "text") return print(text_form(totals_));
    if (format_ == "json") return print(totals_.files == 0 ? "[]\n" : "\n]\n");
    return true;
  }
  const Totals& totals() const { return totals_; }

 private:
  std::string format_;
  Totals totals_;
};

Result<Names> names_of(const po::variables_map& given) {
  std::vector<std::string> files;
  if (given.count("file") > 0) files = given["file"].as<std::vector<std::string>>();
  if (given.count("files-from") == 0) return Names(std::move(files));
  const std::string& list = given["files-from"].as<std::string>();
  Descriptor lines(list == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                               : ::open(list.c_str(), O_RDONLY | O_CLOEXEC));
  if (!lines)
    return Problem{"files_from", Severity::error, Place{list, 0, 0},
                   std::string("this list of files cannot be read: ") + std::strerror(errno)};
  return Names(std::move(files), std::move(lines));
}

int extracted(const Arguments& arguments, const PoolSettings& settings, Names names,
              Printer printer) {
  catch_stop_signals();
  const Result<PoolEnd> end = read_all(settings, names, [&](const Outcome& outcome) {
    if (!outcome.answer) return printer.report(rejected(outcome));
    return printer.report(std::get<Report>(*outcome.answer));
  });
  if (!end) {
    tell(arguments, end.problem());
    return exit_failed;
  }
  if (*end == PoolEnd::refused || !printer.end()) return exit_failed;
  const Totals& totals = printer.totals();
  if (totals.rejected > 0)
    std::cerr << arguments.program << ": " << totals.rejected << " of " << totals.files
              << (totals.files == 1 ? " file" : " files") << " rejected\n";
  if (*end == PoolEnd::stopped) {
    std::cerr << arguments.program << ": stopped after " << totals.files << " files\n";
    return exit_stopped;
  }
  return totals.rejected > 0 ? exit_rejected : exit_done;
}

bool known_format(const std::string& format) {
  return format == "jsonl" || format == "json" || format == "text";
}

}  // namespace

int run_extract(const Arguments& arguments) {
  Options options;
  auto add = options.listed.add_options();
  add("format", po::value<std::string>()->default_value("jsonl")->value_name("FORMAT"),
      "jsonl (one object a line), json (one array) or text (for reading)");
  add("files-from", po::value<std::string>()->value_name("FILE"),
      "also read the files this list names, one a line; - is standard input");
  add_reading_options(options.listed);
  options.hidden.add_options()("file", po::value<std::vector<std::string>>());
  options.positional.add("file", -1);

  const auto parsed = options_of(arguments, usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  const std::string format = given["format"].as<std::string>();
  if (!known_format(format))
    return wrong_usage(arguments, "--format takes jsonl, json or text, not '" + format + "'");
  if (given.count("file") + given.count("files-from") == 0)
    return wrong_usage(arguments, "no files named");
  const Result<GivenRules> rules = rules_given(given);
  if (!rules) return unusable(arguments, rules.problem());
  const Result<PoolSettings> settings = pool_settings(given, TaskKind::report, *rules);
  if (!settings) return unusable(arguments, settings.problem());
  Result<Names> names = names_of(given);
  if (!names) return unusable(arguments, names.problem());
  return extracted(arguments, *settings, *std::move(names), Printer(format));
}

}  // namespace lagesbild
