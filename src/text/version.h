// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lagesbild {

/// The version of ICU that is running: "72.1".
std::string icu_version();

}  // namespace lagesbild
