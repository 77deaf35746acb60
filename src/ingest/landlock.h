// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lagesbild {

/// From now on this process reads files beneath `readable` only, and writes, makes or connects to
/// none, as far as the kernel's Landlock reaches. Its version (ABI), or 0 where it has none.
int landlock(const std::vector<std::string>& readable);

}  // namespace lagesbild
