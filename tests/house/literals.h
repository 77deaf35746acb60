// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// C++ source taken apart just so far that strings, comments and code can be told from each other.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::house {

struct Literal {
  int line = 0;  ///< from 1
  std::string text;
};

/// Source without comments, and its string literals as written between their quotes.
struct Parted {
  std::string code;
  std::vector<Literal> literals;
};

class Parter {
 public:
  explicit Parter(std::string_view source) : source_(source) {}

  Parted parted() && {
    while (at_ < source_.size()) {
      if (source_.substr(at_, 2) == "//")
        skip_to("\n", 0);
      else if (source_.substr(at_, 2) == "/*")
        skip_to("*/", 2);
      else if (source_.substr(at_, 2) == "R\"")
        take_raw();
      else if (source_[at_] == '"')
        take_string();
      else if (source_[at_] == '\'' && !in_number())
        take_character();
      else
        take(1);
    }
    return std::move(made_);
  }

 private:
  void take(std::size_t size) {
    for (const char c : source_.substr(at_, size)) line_ += c == '\n';
    made_.code += source_.substr(at_, size);
    at_ = std::min(source_.size(), at_ + size);
  }

  void skip_to(std::string_view end, std::size_t extra) {
    const std::size_t found = source_.find(end, at_);
    const std::size_t stop = found == std::string_view::npos ? source_.size() : found + extra;
    for (const char c : source_.substr(at_, stop - at_)) line_ += c == '\n';
    at_ = stop;
  }

  /// 1'000'000
  bool in_number() const {
    const std::string_view digits = "0123456789";
    return at_ > 0 && digits.find(source_[at_ - 1]) != std::string_view::npos;
  }

  std::size_t end_of(char quote) const {
    std::size_t end = at_ + 1;
    while (end < source_.size() && source_[end] != quote) end += source_[end] == '\\' ? 2u : 1u;
    return std::min(end, source_.size());
  }

  void take_string() {
    const std::size_t end = end_of('"');
    made_.literals.push_back({line_, std::string(source_.substr(at_ + 1, end - at_ - 1))});
    take(end + 1 - at_);
  }

  void take_character() { take(end_of('\'') + 1 - at_); }

  void take_raw() {
    const std::size_t open = source_.find('(', at_);
    const std::string close = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t end = std::min(source_.find(close, open), source_.size());
    made_.literals.push_back({line_, std::string(source_.substr(open + 1, end - open - 1))});
    take(end + close.size() - at_);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  int line_ = 1;
  Parted made_;
};

inline Parted parted(std::string_view source) { return Parter(source).parted(); }

}  // namespace lagesbild::house
