// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lagesbild::fuzz {

/// Any bytes as a row of decisions. When they are used up, every choice is the first.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : left_(bytes) {}

  bool any_left() const { return !left_.empty(); }

  /// 0 to `count` - 1.
  std::size_t one_of(std::size_t count) {
    std::size_t number = byte();
    if (count > 256) number = number << 8 | byte();
    return number % count;
  }

  bool yes() { return one_of(2) == 1; }

  /// One of 65,536 steps between the two.
  double between(double least, double most) {
    const double share = static_cast<double>(byte() << 8 | byte()) / 65'535.0;
    return least + share * (most - least);
  }

  /// At most `most` bytes.
  std::string_view bytes(std::size_t most) {
    const std::size_t wanted = one_of(most + 1);  // which takes from what is left
    const std::size_t size = std::min(wanted, left_.size());
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }

 private:
  std::size_t byte() {
    if (left_.empty()) return 0;
    const auto first = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return first;
  }

  std::string_view left_;
};

}  // namespace lagesbild::fuzz
