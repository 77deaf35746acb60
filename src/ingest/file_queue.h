// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "ingest/input.h"
#include "ingest/messages.h"

namespace lagesbild {

using Clock = std::chrono::steady_clock;

/// A file to be read, open, or why it is not.
struct QueuedFile {
  std::string path;  ///< as told to people; never opened by this name again
  Result<Input> input;
  std::vector<Passage> passages;  ///< wanted of it, for TaskKind::passages
};

/// Files to be read, one after the other, as they come.
class FileQueue {
 public:
  FileQueue() = default;
  FileQueue(const FileQueue&) = delete;
  FileQueue& operator=(const FileQueue&) = delete;
  virtual ~FileQueue() = default;

  /// Never waits; nothing where there is none now.
  virtual std::optional<QueuedFile> next() = 0;
  /// Nothing more will come.
  virtual bool ended() const = 0;
  /// Where to wait for more; -1 when there is no need to.
  virtual int waits_on() const = 0;
  /// When to ask again even if nothing came.
  virtual Clock::time_point deadline() const { return Clock::time_point::max(); }
};

}  // namespace lagesbild
