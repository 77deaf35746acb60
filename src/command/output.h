// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lagesbild {

/// Writes all of `bytes` to standard output, at once; false where that cannot be done (told on
/// standard error, unless the reader has just gone away).
bool print(std::string_view bytes);

}  // namespace lagesbild
