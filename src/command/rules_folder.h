// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace lagesbild {

/// The folder of rule files: `given`, else $LAGESBILD_RULES, else beside the installed program,
/// else the one of the source tree it was built in. A Problem where that is no folder.
Result<std::string> rules_folder(const std::optional<std::string>& given);

}  // namespace lagesbild
