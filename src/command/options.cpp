// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/options.h"

#include <iostream>
#include <sstream>

#include "command/terminal.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr int near_edits = 2;  // letters; more would suggest words of another meaning

void print_help(const Arguments& arguments, const Usage& usage, const Options& options) {
  std::cout << "Usage: " << arguments.program << ' ' << usage.line << "\n\n"
            << usage.about << "\n\n"
            << options.listed << "\nExamples:\n"
            << usage.examples << '\n';
}

std::string explained(const po::unknown_option& error, const Options& options) {
  std::vector<std::string> known;
  for (const auto& option : options.listed.options()) known.push_back(option->long_name());
  std::string word = error.get_option_name();
  word.erase(0, word.find_first_not_of('-'));
  return "unknown option '" + error.get_option_name() + "'" + did_you_mean(word, known);
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string* nearest = nullptr;
  int least = near_edits + 1;
  for (const std::string& one : known) {
    const int distance = edits(word, one, near_edits);
    if (distance >= least) continue;
    least = distance;
    nearest = &one;
  }
  return nearest ? ", did you mean '" + *nearest + "'?" : "";
}

ExitCode wrong_usage(const Arguments& arguments, const std::string& what) {
  std::cerr << arguments.program << ": " << harmless(what) << "\nTry '" << arguments.program
            << " --help'.\n";
  return exit_usage;
}

void tell(const Arguments& arguments, const Problem& problem) {
  std::cerr << arguments.program << ": " << harmless(sentence(problem)) << '\n';
}

ExitCode unusable(const Arguments& arguments, const Problem& problem) {
  if (problem.code == "usage") return wrong_usage(arguments, problem.what);
  tell(arguments, problem);
  return exit_failed;
}

std::variant<po::variables_map, ExitCode> options_of(const Arguments& arguments, const Usage& usage,
                                                     Options& options) {
  options.listed.add_options()("help,h", "print this and end");
  po::options_description all;
  all.add(options.listed).add(options.hidden);
  try {
    po::command_line_parser parser(arguments.words);
    parser.options(all).positional(options.positional);
    parser.style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing);
    po::variables_map given;
    po::store(parser.run(), given);
    if (given.count("help") > 0) {
      print_help(arguments, usage, options);
      return exit_done;
    }
    po::notify(given);
    return given;
  } catch (const po::unknown_option& error) {
    return wrong_usage(arguments, explained(error, options));
  } catch (const po::error& error) {
    return wrong_usage(arguments, error.what());
  }
}

}  // namespace lagesbild
