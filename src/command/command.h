// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands: help, dispatch and "did you mean" all read it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

/// What the shell asks for when the program ends. README.md, "Commands".
enum ExitCode : int {
  exit_done = 0,
  exit_failed = 1,    ///< dataset, rules or output cannot be used
  exit_usage = 2,     ///< the command line is wrong
  exit_rejected = 3,  ///< done, but some files were rejected or failed
  exit_stopped = 75,  ///< stopped by a signal; run it again to go on
};

struct Arguments {
  std::string program;             ///< "lagesbild extract", for help and messages
  std::vector<std::string> words;  ///< what follows the command's name
};

struct Command {
  std::string_view name;
  std::string_view help;  ///< one line
  int (*run)(const Arguments& arguments);
};

/// In the order that help lists them.
std::span<const Command> commands();

/// Runs the command that `words` (the command line without the program's own name) asks for and
/// returns its exit code. Help and versions are commands like others. Never throws.
int run_command_line(const std::vector<std::string>& words);

/// One per command, each in the file of its name.
int run_extract(const Arguments& arguments);
int run_ingest(const Arguments& arguments);
int run_status(const Arguments& arguments);
int run_report(const Arguments& arguments);
int run_review(const Arguments& arguments);
int run_correct(const Arguments& arguments);
int run_audit(const Arguments& arguments);
int run_trends(const Arguments& arguments);
int run_diff(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_rules(const Arguments& arguments);
int run_doctor(const Arguments& arguments);

}  // namespace lagesbild
