// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rules.h"

#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command/command.h"
#include "command/options.h"
#include "command/output.h"
#include "command/rules_folder.h"
#include "command/rules_impact.h"
#include "reading/change_examples.h"
#include "rules/privacy.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr std::size_t longest_line = 1 << 20;  // bytes; longer ones are no comments

constexpr Usage check_usage = {
    "[options]",
    "Compiles the rule files and runs the examples written in them. Tells every problem on\n"
    "standard error, with its file and line.",
    "  lagesbild rules check\n"
    "  lagesbild rules check --rules my-rules\n"};

constexpr Usage try_usage = {
    "[options] [COMMENT...]",
    "Reads comments (the arguments, or one per line of standard input) as those of a report\n"
    "and prints one JSON object for each. A \\n in a comment stands for a line break.",
    "  lagesbild rules try 'Positiv förändring. Fler vuxna är ute.'\n"
    "  lagesbild rules try < comments.txt\n"};

constexpr std::string_view help =
    "Usage: lagesbild rules check [options]\n"
    "       lagesbild rules try [options] [COMMENT...]\n"
    "       lagesbild rules impact [options] --dataset DIR --rules NEW\n\n"
    "check compiles the rule files and runs their examples; try reads comments by them; impact\n"
    "tells what of a dataset an edit would change. Each has a --help that tells more.\n";

Result<std::string> folder_of(const po::variables_map& given) {
  std::optional<std::string> named;
  if (given.count("rules") > 0) named = given["rules"].as<std::string>();
  return rules_folder(named);
}

Options base_options() {
  Options options;
  options.listed.add_options()("rules", po::value<std::string>()->value_name("DIR"),
                               "folder of the rule files");
  return options;
}

int check(const Arguments& arguments) {
  Options options = base_options();
  const auto parsed = options_of(arguments, check_usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const Result<std::string> folder = folder_of(std::get<po::variables_map>(parsed));
  if (!folder) return tell(arguments, folder.problem()), exit_failed;

  std::vector<Problem> problems = check_rules(*folder);
  if (const Result<Rules> rules = load_rules(*folder))
    for (Problem& problem : check_change_examples(rules->change))
      problems.push_back(std::move(problem));
  for (Problem& problem : check_privacy(*folder)) problems.push_back(std::move(problem));
  for (const Problem& problem : problems) tell(arguments, problem);
  if (!problems.empty()) return exit_failed;
  return print("The rules are in order, and all examples come out as they say.\n") ? exit_done
                                                                                   : exit_failed;
}

std::string with_line_breaks(const std::string& comment) {
  std::string out;
  for (std::size_t at = 0; at < comment.size(); ++at) {
    const bool breaks = comment.compare(at, 2, "\\n") == 0;
    out += breaks ? '\n' : comment[at];
    at += breaks;
  }
  return out;
}

bool print_reading(const ChangeRules& rules, const std::string& given) {
  const std::string comment = with_line_breaks(given);
  const ChangeReading reading = change_of(rules, comment);
  const auto named = [](const std::optional<Change>& change) {
    return change ? nlohmann::ordered_json(name_of(*change)) : nlohmann::ordered_json(nullptr);
  };
  nlohmann::ordered_json object;
  object["comment"] = comment;
  object["change"] = named(reading.change);
  object["basis"] = name_of(reading.change ? Basis::stated : Basis::none);
  object["suggested_change"] = named(reading.suggested_change);
  object["review"] = reading.review;
  object["rule"] = reading.rule;
  constexpr auto invalid_bytes = nlohmann::ordered_json::error_handler_t::replace;
  return print(object.dump(-1, ' ', false, invalid_bytes) + '\n');
}

/// The next line of `in` without its end; nothing after the last one. Reads no more of a line than
/// one byte above longest_line.
std::optional<std::string> next_line(std::istream& in) {
  std::string line;
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    line += static_cast<char>(c);
    if (line.size() > longest_line) return line;
  }
  if (line.empty()) return std::nullopt;
  return line;
}

int try_lines(const Arguments& arguments, const ChangeRules& rules) {
  if (isatty(STDIN_FILENO) == 1) return wrong_usage(arguments, "there are no comments to read");
  while (const auto line = next_line(std::cin)) {
    if (line->size() > longest_line) {
      tell(arguments, {"too_large", Severity::error, {}, "a line is longer than 1 MiB"});
      return exit_failed;
    }
    if (!print_reading(rules, *line)) return exit_failed;
  }
  return exit_done;
}

int try_comments(const Arguments& arguments) {
  Options options = base_options();
  options.hidden.add_options()("comment", po::value<std::vector<std::string>>());
  options.positional.add("comment", -1);
  const auto parsed = options_of(arguments, try_usage, options);
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  const Result<std::string> folder = folder_of(given);
  if (!folder) return tell(arguments, folder.problem()), exit_failed;
  const Result<Rules> rules = load_rules(*folder);
  if (!rules) return tell(arguments, rules.problem()), exit_failed;

  if (given.count("comment") == 0) return try_lines(arguments, rules->change);
  for (const std::string& comment : given["comment"].as<std::vector<std::string>>())
    if (!print_reading(rules->change, comment)) return exit_failed;
  return exit_done;
}

}  // namespace

int run_rules(const Arguments& arguments) {
  const std::string word = arguments.words.empty() ? "" : arguments.words.front();
  if (word == "--help" || word == "-h") return print(help) ? exit_done : exit_failed;
  if (word != "check" && word != "try" && word != "impact")
    return wrong_usage(arguments, word.empty()
                                      ? "say what to do: 'check', 'try' or 'impact'"
                                      : "'" + word + "' is neither 'check', 'try' nor 'impact'" +
                                            did_you_mean(word, {"check", "try", "impact"}));
  const Arguments rest = {arguments.program + " " + word,
                          {arguments.words.begin() + 1, arguments.words.end()}};
  if (word == "impact") return run_rules_impact(rest);
  return word == "check" ? check(rest) : try_comments(rest);
}

}  // namespace lagesbild
