// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Program_options as every command uses it: same help, same errors.
#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "base/problem.h"
#include "command/command.h"

namespace lagesbild {

/// What a command's --help prints around its options.
struct Usage {
  std::string_view line;      ///< after the program's name: "[options] FILE..."
  std::string_view about;     ///< a few lines, wrapped by hand
  std::string_view examples;  ///< whole lines
};

/// What a command takes.
struct Options {
  boost::program_options::options_description listed{"Options"};  ///< --help is added
  boost::program_options::options_description hidden;  ///< accepted, but not listed by --help
  boost::program_options::positional_options_description positional;  ///< names of hidden ones
};

/// The options as given; or the exit code to end with, as --help was printed or an error told.
std::variant<boost::program_options::variables_map, ExitCode> options_of(const Arguments& arguments,
                                                                         const Usage& usage,
                                                                         Options& options);

/// Tells on standard error what is wrong with the command line, and where help is.
ExitCode wrong_usage(const Arguments& arguments, const std::string& what);

/// Tells a problem on standard error, harmless for a terminal.
void tell(const Arguments& arguments, const Problem& problem);

/// Tells a problem that keeps a command from starting; code "usage" is the command line's fault.
ExitCode unusable(const Arguments& arguments, const Problem& problem);

/// ", did you mean 'extract'?" where one of `known` is near to `word`, else "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace lagesbild
