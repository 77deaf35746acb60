// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The other end of the pool's socket: reads one file at a time, behind limits and the sandbox.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/sandbox.h"

namespace lagesbild {

/// What the parent tells its worker on the command line.
struct WorkerSettings {
  std::string rules;              ///< folder
  std::uint64_t memory = 0;       ///< bytes of address space
  std::uint64_t input_limit = 0;  ///< bytes
  Sandbox sandbox = Sandbox::automatic;
  bool fonts = false;  ///< pictures will be drawn

  bool operator==(const WorkerSettings&) const = default;
};

/// As words on a command line, and the way back; nothing where they are not made so.
std::vector<std::string> words_of(const WorkerSettings& settings);
std::optional<WorkerSettings> settings_of(const std::vector<std::string>& words);

/// Serves tasks on descriptor 0 until the parent closes it; returns the exit code.
int serve(const WorkerSettings& settings);

}  // namespace lagesbild
