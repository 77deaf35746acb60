// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One worker's place in the pool: which process sits there, and which file it has in hand.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ingest/child.h"
#include "ingest/file_queue.h"
#include "ingest/input.h"
#include "ingest/messages.h"
#include "ingest/pool.h"

namespace lagesbild {

/// A file on its way.
struct Job {
  std::size_t index = 0;  ///< place among the names
  std::string path;
  Input input;
  std::vector<Passage> passages;
  std::optional<Problem> failed_by = std::nullopt;  ///< why, where a worker has failed on it before
  std::size_t pages = 0;                            ///< only so many are to be tried again; 0: all
};

/// A job that came to its end, one that is to be tried again alone, or a Problem that ends the
/// whole run.
struct Finished {
  Job job;
  Result<Answer> answer;
};
struct Again {
  Job job;
};
using Step = std::variant<std::monostate, Finished, Again, Problem>;

class Slot {
 public:
  explicit Slot(const PoolSettings& settings) : settings_(settings) {}

  bool free() const { return !job_; }
  int socket() const { return child_ ? child_->socket() : -1; }
  /// When step() must be called even if the socket stays silent.
  Clock::time_point deadline() const { return deadline_; }

  /// Has a file in hand that must be alone.
  bool busy_alone() const { return job_ && job_->failed_by; }

  /// Gives a free slot a file, and a process if it has none; one that has failed a fresh process.
  Step take(Job job);
  /// Reads what the worker says and looks at the clock.
  Step step();

 private:
  Step start();
  Step heard(const Frame& frame);
  std::optional<Step> heard_of_scans(FrameKind kind);
  void heard_of_page();
  Step answered(Result<Answer> answer);
  Step lost(Problem why, bool again);
  Step lost_by_itself();
  Step overdue();
  Step out_of_time(bool again);
  Step not_started(const std::string& why);

  const PoolSettings& settings_;
  std::optional<Child> child_;
  FrameReader frames_;
  std::optional<Job> job_;
  bool ready_ = false;           // has said hello
  bool recognises_ = false;      // from the first scan on, processes here can read scans
  std::size_t pages_ = 0;        // of the job that took time of their own
  std::size_t early_pages_ = 0;  // of the job that were read in the first half of its time
  int files_ = 0;                // that this process has read
  int starts_ = 0;               // processes that sat here
  int failed_starts_ = 0;        // in a row
  Clock::time_point first_failed_start_{};
  Clock::time_point deadline_ = Clock::time_point::max();
  std::chrono::nanoseconds cpu_before_{};
};

}  // namespace lagesbild
