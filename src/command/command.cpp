// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <new>

#include "command/options.h"
#include "command/terminal.h"

namespace lagesbild {
namespace {

constexpr Command table[] = {
    {"extract", "read reports, print one JSON object per file", run_extract},
    {"ingest", "read a folder of reports into a dataset", run_ingest},
    {"export", "write a dataset's CSV files, workbook and descriptions", run_export},
    {"report", "write a dataset as pages for a web browser, with the workbook", run_report},
    {"status", "show what is in a dataset", run_status},
    {"review", "list what asks for a person", run_review},
    {"correct", "take a person's answers into a dataset", run_correct},
    {"audit", "estimate how many assessments are wrong, from a sample", run_audit},
    {"trends", "compare districts and areas over the years", run_trends},
    {"diff", "tell what two datasets state differently, and why", run_diff},
    {"explain", "show why a report was read as it was", run_explain},
    {"rules", "check the rule files, try comments on them, or see what an edit changes", run_rules},
    {"doctor", "show what is installed, and whether the sandbox holds here", run_doctor},
};

void print_help(std::ostream& out) {
  out << "lagesbild turns district status reports (PDF or text) into data.\n\n"
         "Usage: lagesbild COMMAND [options] ...\n\nCommands:\n";
  for (const Command& command : table)
    out << "  " << fitted(command.name, 10) << command.help << '\n';
  out << "\n'lagesbild COMMAND --help' tells more, 'lagesbild --version' the version.\n";
}

int unknown_command(const std::string& word) {
  std::vector<std::string> known;
  for (const Command& command : table) known.emplace_back(command.name);
  return wrong_usage({"lagesbild", {}},
                     "unknown command '" + word + "'" + did_you_mean(word, known));
}

/// Flushes what was printed: a full disk must not pass for success.
int flushed(int code) {
  if (std::cout.flush()) return code;
  std::cerr << "lagesbild: standard output cannot be written\n";
  return exit_failed;
}

int dispatched(const std::vector<std::string>& words) {
  const std::string& wanted = words.front();
  if (wanted == "--version") {
    std::cout << "lagesbild " LAGESBILD_VERSION "\n";
    return exit_done;
  }
  if (wanted == "--help" || wanted == "-h" || wanted == "help") {
    print_help(std::cout);
    return exit_done;
  }
  const auto* found = std::ranges::find(table, wanted, &Command::name);
  if (found == std::end(table)) return unknown_command(wanted);
  return found->run({"lagesbild " + wanted, {words.begin() + 1, words.end()}});
}

}  // namespace

std::span<const Command> commands() { return table; }

int run_command_line(const std::vector<std::string>& words) {
  if (words.empty()) {
    print_help(std::cerr);
    return exit_usage;
  }
  try {
    return flushed(dispatched(words));
  } catch (const std::bad_alloc&) {
    std::cerr << "lagesbild: memory ran out; what was kept before stays\n";
    return exit_failed;
  } catch (const std::exception& error) {
    std::cerr << "lagesbild: " << harmless(error.what()) << '\n';
    return exit_failed;
  }
}

}  // namespace lagesbild
