// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One worker process, seen from its parent.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ingest/descriptor.h"

namespace lagesbild {

/// What a process runs: a program, by its path and words, or a function whose result is the exit
/// code, in a copy of this process. The copy spares loading the libraries and the rules once more.
using Work = std::variant<std::vector<std::string>, std::function<int()>>;

/// Runs until the object goes out of scope, which kills it.
class Child {
 public:
  /// Its standard input is the other end of socket(), its standard output nothing, its standard
  /// error what log() gives. This process must have no second thread. Problem: "worker".
  static Result<Child> started(const Work& work);

  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) noexcept;
  ~Child();

  pid_t id() const { return id_; }  ///< -1 once it has ended
  int socket() const { return socket_.get(); }
  /// What it has written to standard error since the last call, at most 64 KiB.
  std::string log();
  /// Processor time it has used; 0 where it has ended.
  std::chrono::nanoseconds cpu_time() const;
  /// Bytes of memory it holds; 0 where it has ended.
  std::uint64_t memory() const;
  /// Kills it if it still runs, and says how it ended: "signal 11 (Segmentation fault)" or "exit
  /// 1".
  std::string end();
  /// Which signal ended it; 0 for none, or while it runs.
  int signal() const { return signal_; }

 private:
  Child() = default;
  pid_t id_ = -1;
  int signal_ = 0;
  Descriptor socket_;
  Descriptor log_;
};

}  // namespace lagesbild
