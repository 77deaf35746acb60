// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker can still do once it has seen bytes of a stranger: compute, read the folders named
// here, and talk over the descriptors it has. Everything else fails, or ends it.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace lagesbild {

enum class Sandbox {
  off,        ///< for measuring only
  automatic,  ///< as much as this kernel can do
  required,   ///< a Problem where a part cannot be had
};

/// What stands between the worker and the machine.
struct Walls {
  bool seccomp = false;
  bool landlock = false;
};

/// Folders that Poppler reads from: its own data, and with `fonts` what fontconfig needs for
/// pictures.
std::vector<std::string> readable_folders(bool fonts);

/// Puts this process behind the walls, for good. Files can be opened for reading beneath `readable`
/// only. The Problem (code "sandbox") says which wall `required` asked for and did not get.
Result<Walls> enter_sandbox(Sandbox mode, const std::vector<std::string>& readable);

}  // namespace lagesbild
