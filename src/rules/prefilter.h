// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Most patterns hold a word without which they match nothing. One look at a text's letters, three
// at a time, tells which of many patterns are worth a try.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

/// What is known of every text that a pattern matches.
struct Needed {
  std::vector<std::string> strings;  ///< it holds one of them; empty where none such are known
  std::size_t longest = static_cast<std::size_t>(-1);  ///< bytes it may have
};

/// `pattern` in RE2's syntax.
Needed needed_by(std::string_view pattern);

class Prefilter {
 public:
  static constexpr std::size_t most = 256;  ///< patterns; those behind them are always possible
  using Possible = std::bitset<most>;

  /// Takes in pattern number `index`.
  void add(std::size_t index, std::string_view pattern);
  /// To be called once, when all patterns are in.
  void finish();

  /// Patterns that may match `text`: all that do, and few others.
  Possible possible(std::string_view text) const;

 private:
  struct Entry {
    std::uint32_t letters = 0;  ///< three bytes of the string
    std::uint16_t at = 0;       ///< where in the string they stand
    std::uint16_t index = 0;    ///< of the pattern
    std::string string;
  };

  void look_up(std::string_view text, std::size_t at, std::uint32_t letters, Possible& found) const;

  Possible always_;
  std::vector<std::size_t> longest_;  ///< bytes of a text, by pattern
  std::size_t longest_of_all_ = 0;
  std::vector<Entry> entries_;       ///< sorted by letters
  std::vector<Entry> short_ones_;    ///< strings of less than three bytes
  std::bitset<4096> letters_there_;  ///< of entries_, hashed
};

}  // namespace lagesbild
