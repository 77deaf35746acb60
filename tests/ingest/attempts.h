// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker must not get done, whoever speaks through it.
#pragma once

#include <vector>

namespace lagesbild {

struct Attempt {
  const char* says;
  bool (*works)();
};

/// Reading, writing and changing files, and learning of them.
std::vector<Attempt> attempts_on_files();
/// Talking to others, starting and steering processes.
std::vector<Attempt> attempts_on_others();
/// Powers, code of its own, and parts of the kernel that nobody needs for reading.
std::vector<Attempt> attempts_on_the_system();
/// More of the machine than it was given.
std::vector<Attempt> attempts_on_limits();

}  // namespace lagesbild
