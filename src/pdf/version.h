// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lagesbild {

/// The version of Poppler that is running: "22.12.0".
std::string poppler_version();

}  // namespace lagesbild
