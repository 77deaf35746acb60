// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a command line leaves open, the environment and a file in the folder may say. An option that
// takes a value is there under the same name: --max-size, LAGESBILD_MAX_SIZE, `max-size: 64`.
#pragma once

#include "command/options.h"

namespace lagesbild {

inline constexpr const char* settings_file = "lagesbild.yaml";

/// options_of(); then, for options not given, the environment; then `lagesbild.yaml` in the folder
/// that the option `folder` names, where that is not empty. Folders in the file are relative to it.
std::variant<boost::program_options::variables_map, ExitCode> layered_options_of(
    const Arguments& arguments, const Usage& usage, Options& options, const std::string& folder);

}  // namespace lagesbild
