// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far a long command has come, for a person at standard error: a bar where that is a terminal,
// else a line now and then.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace lagesbild {

/// What has become of the files so far.
struct Tally {
  std::size_t total = 0;
  std::size_t done = 0;
  std::size_t failed = 0;  ///< rejected ones too
  std::size_t review = 0;
};

/// One line of at most `columns` columns; the rate counts the `done - before` files of the last
/// `seconds`.
std::string bar_of(const Tally& tally, std::size_t before, double seconds, std::size_t columns);

/// The same as a line for a log.
std::string line_of(const Tally& tally);

class Progress {
 public:
  enum class Style { none, lines, bar };
  /// What standard error bears: none where `quiet`, a bar on a terminal that can move its cursor.
  static Style style_here(bool quiet);

  Progress(Style style, std::string program);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  ///< takes the bar away

  /// Shows `tally`, if it is time to.
  void show(const Tally& tally);
  /// A line that stays, above the bar; made harmless. Not where quiet.
  void say(std::string_view line);

 private:
  void clear();
  void draw();

  Style style_;
  std::string program_;
  Tally tally_;
  std::size_t before_ = 0;  // done at the first show(): these took no time
  std::chrono::steady_clock::time_point begun_, shown_;
  bool drawn_ = false;
  bool begun_showing_ = false;
};

}  // namespace lagesbild
