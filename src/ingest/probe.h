// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a worker's walls hold on this machine: tried, not believed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/pool.h"
#include "ingest/sandbox.h"

namespace lagesbild {

/// Something no worker may get done.
struct Probe {
  std::string_view name;  ///< "open a file"
  bool (*works)();        ///< errno says why it did not
};

std::span<const Probe> probes();

/// In a worker: tries one and says what became of it: "done", or "refused: ..." with the reason.
/// One that ends the process says nothing more.
std::string tried(std::string_view name);

struct Probed {
  std::string_view name;
  bool stopped = false;
  std::string how;  ///< "refused: Operation not permitted", "ended by signal 31 (Bad system call)"
};

/// What a worker stands behind, as it says itself. Problem: none starts, as read_all() says.
Result<Walls> walls_of(const PoolSettings& settings);

/// Starts a worker for each probe and has it tried. Problem as above.
Result<std::vector<Probed>> probed(const PoolSettings& settings);

}  // namespace lagesbild
