// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/rules_folder.h"

#include <cstdlib>
#include <filesystem>

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Result<std::string> folder_or_problem(const std::string& folder, const std::string& from) {
  std::error_code none;
  if (fs::is_directory(folder, none)) return folder;
  return Problem{"no_rules", Severity::error, Place{folder, 0, 0},
                 "there is no such folder of rule files (" + from + ")"};
}

}  // namespace

Result<std::string> rules_folder(const std::optional<std::string>& given) {
  if (given) return folder_or_problem(*given, "given with --rules");
  const char* set = std::getenv("LAGESBILD_RULES");
  if (set && *set) return folder_or_problem(set, "named by LAGESBILD_RULES");

  std::error_code none;
  const fs::path program = fs::read_symlink("/proc/self/exe", none);
  const fs::path installed = (program.parent_path() / LAGESBILD_RULES_FROM_BIN).lexically_normal();
  if (!program.empty() && fs::is_directory(installed, none)) return installed.string();
  return folder_or_problem(LAGESBILD_SOURCE_RULES, "use --rules DIR to name one");
}

}  // namespace lagesbild
