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
  bool no_new_privileges = false;
  bool no_capabilities = false;  ///< not even those of root
  bool seccomp = false;
  int landlock = 0;  ///< version of the kernel's, 0 for none

  bool operator==(const Walls&) const = default;
};

/// "no_new_privs, no capabilities, seccomp, Landlock 7": those that stand; "none" for none.
std::string words_of(const Walls& walls);

/// Folders that Poppler reads from: its own data, and with `fonts` what fontconfig needs for
/// pictures.
std::vector<std::string> readable_folders(bool fonts);

/// Puts this process behind the walls, for good. Files can be opened for reading beneath `readable`
/// only; none at all where there is no Landlock to tell them apart. The Problem (code "sandbox")
/// says which wall `required` asked for and did not get.
Result<Walls> enter_sandbox(Sandbox mode, const std::vector<std::string>& readable);

}  // namespace lagesbild
