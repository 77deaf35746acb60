// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "ingest/descriptor.h"

namespace lagesbild {

/// Names of files, one after the other: those of a list, then lines as they come from a descriptor.
class Names {
 public:
  explicit Names(std::vector<std::string> names)
      : ready_(std::make_move_iterator(names.begin()), std::make_move_iterator(names.end())) {}
  Names(std::vector<std::string> names, Descriptor lines) : Names(std::move(names)) {
    lines_ = std::move(lines);
  }

  /// Never waits; nothing where there is none now.
  std::optional<std::string> next();
  /// Nothing more will come.
  bool ended() const { return ready_.empty() && !lines_; }
  /// Where to wait for more; -1 when there is no need to.
  int waits_on() const { return ready_.empty() ? lines_.get() : -1; }

 private:
  void read_lines();
  std::deque<std::string> ready_;
  Descriptor lines_;
  std::string begun_;  // a line whose end has not come
};

}  // namespace lagesbild
