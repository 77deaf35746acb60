// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of src/web/files/, which the build puts into the program.
#pragma once

#include <string_view>

namespace lagesbild {

/// Empty where there is no such file.
std::string_view web_file(std::string_view name);

}  // namespace lagesbild
