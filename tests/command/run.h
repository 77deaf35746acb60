// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a shell would start it.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace lagesbild {

struct Ran {
  int code = -1;  ///< exit code; 128 + signal where one ended it
  std::string out, err;

  std::vector<std::string> lines() const;  ///< of `out`
};

/// Runs `lagesbild WORDS...` with `in` on standard input, and waits for its end.
Ran run(const std::vector<std::string>& words, const std::string& in = "");

/// A program that still runs, its input held open.
class Running {
 public:
  explicit Running(const std::vector<std::string>& words);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running();

  pid_t id() const { return id_; }
  void say(const std::string& text) const;  ///< to its standard input
  std::string line();                       ///< its next line, without the line feed; waits for it
  void hang_up();                           ///< closes its standard output's other end
  int end();                                ///< closes its input, waits; exit code as in Ran

 private:
  pid_t id_ = -1;
  int in_ = -1;
  int out_ = -1;
};

/// The processes that `parent` has started.
std::vector<pid_t> children_of(pid_t parent);

}  // namespace lagesbild
