// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many files through a few worker processes. A file that crashes, hangs or fills its worker costs
// nothing but itself: it is tried once more, alone in a fresh worker and within tighter bounds,
// then named.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ingest/child.h"
#include "ingest/file_queue.h"
#include "ingest/messages.h"
#include "ingest/names.h"

namespace lagesbild {

struct PoolSettings {
  Work work;                             ///< a worker's
  std::vector<std::string> ocr_command;  ///< of a worker that recognises letters; empty: none
  TaskKind kind = TaskKind::report;
  unsigned jobs = 1;                 ///< workers at once, at most
  std::chrono::seconds timeout{30};  ///< for a file, and again for each page to be recognised
  std::uint64_t memory = 0;          ///< bytes a worker may take; only named in messages
  std::uint64_t input_limit = 0;     ///< bytes of a file
};

/// What became of one file.
struct Outcome {
  std::string path;
  std::uint64_t bytes = 0;  ///< 0 where it could not be opened
  std::string sha256;       ///< only where the answer is a Problem; "" where it could not be read
  Result<Answer> answer;    ///< Problem codes: those of opened(), "worker_died", "time_limit",
                            ///< "memory_limit", "limit"
};

/// Takes one outcome; false to go no further.
using Sink = std::function<bool(const Outcome&)>;

enum class PoolEnd {
  done,
  stopped,  ///< by a signal; what was begun has been delivered
  refused,  ///< by the sink
};

/// Reads every file of `queue` and hands its outcome to `sink`, in their order, as soon as it and
/// all before it are there. Holds a bounded number of outcomes. Problem: workers cannot run at all,
/// because of the rules (as load_rules() says) or the system ("worker", "sandbox").
Result<PoolEnd> read_all(const PoolSettings& settings, FileQueue& queue, const Sink& sink);
/// The same for files by name.
Result<PoolEnd> read_all(const PoolSettings& settings, Names& names, const Sink& sink);

/// A rejected report of a file that no worker gave one for; `outcome.answer` must be a Problem.
Report rejected(const Outcome& outcome);

}  // namespace lagesbild
