// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a pattern as RE2 would, but only as far as letters go: in a row of parts each run of plain
// letters is needed, of alternatives one of each. What it does not know it takes for anything.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "rules/prefilter.h"

namespace lagesbild {
namespace {

using Strings = std::vector<std::string>;

constexpr int deepest = 100;               // brackets within one another
constexpr std::size_t most_strings = 256;  // of one pattern; more tell too little

constexpr std::size_t endless = Needed().longest;

/// What is known of a part of a pattern.
struct Part {
  Strings needed;
  std::size_t longest = 0;  ///< bytes
  bool whole = false;       ///< it reaches from a text's begin to its end
};

std::size_t sum(std::size_t a, std::size_t b) { return a > endless - b ? endless : a + b; }

std::size_t product(std::size_t a, std::size_t b) {
  return a != 0 && b > endless / a ? endless : a * b;
}

std::size_t shortest(const Strings& strings) {
  return std::ranges::min(strings, {}, &std::string::size).size();
}

/// The more telling one: longer strings first, then fewer of them.
void keep_better(Strings& best, Strings other) {
  if (other.empty() || other.size() > most_strings) return;
  const std::size_t a = best.empty() ? 0 : shortest(best), b = shortest(other);
  if (b > a || (b == a && other.size() < best.size())) best = std::move(other);
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  /// Nothing where the pattern holds what this reader does not know.
  std::optional<Needed> read() {
    Part all = alternatives(0);
    if (unsure_ || at_ < pattern_.size()) return std::nullopt;
    return Needed{std::move(all.needed), all.whole ? all.longest : endless};
  }

 private:
  char peek() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }
  bool take(std::string_view text) {
    if (!pattern_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  void give_up() {
    unsure_ = true;
    at_ = pattern_.size();
  }

  Part alternatives(int depth) {
    Part any = row(depth);
    bool all_need = !any.needed.empty();
    while (take("|")) {
      Part next = row(depth);
      all_need = all_need && !next.needed.empty();
      any.needed.insert(any.needed.end(), std::make_move_iterator(next.needed.begin()),
                        std::make_move_iterator(next.needed.end()));
      any.longest = std::max(any.longest, next.longest);
      any.whole = any.whole && next.whole;
    }
    if (!all_need || any.needed.size() > most_strings) any.needed.clear();
    return any;
  }

  Part row(int depth) {
    Part all;
    std::string run;  // of letters, each exactly once
    const auto end_run = [&] {
      if (!run.empty()) keep_better(all.needed, {run});
      run.clear();
    };
    const bool from_begin = take("^");
    bool to_end = false;
    while (at_ < pattern_.size() && peek() != '|' && peek() != ')') {
      const std::size_t from = at_;
      to_end = take("$");
      if (to_end || take("^") || take("\\b")) continue;
      Part part;
      const std::string letter = plain_letter();
      if (letter.empty())
        part = other_part(depth);
      else
        part.longest = letter.size();
      const auto [least, most] = repeats();
      all.longest = sum(all.longest, product(part.longest, most));
      if (!letter.empty() && least > 0) run += letter;
      if (letter.empty() || least != 1 || most != 1) end_run();
      if (least > 0) keep_better(all.needed, std::move(part.needed));
      if (at_ == from) give_up();
    }
    end_run();
    all.whole = from_begin && to_end;
    return all;
  }

  /// A letter or an escaped sign that stands for itself; empty for all else.
  std::string plain_letter() {
    const char c = peek();
    if (c == '\\') {
      const char sign = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
      constexpr std::string_view signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
      if (signs.find(sign) == std::string_view::npos) return {};
      at_ += 2;
      return std::string(1, sign);
    }
    if (std::string_view(".[]({}*+?").find(c) != std::string_view::npos) return {};
    const std::size_t size = code_point_at(pattern_, at_).size;
    at_ += size;
    return std::string(pattern_.substr(at_ - size, size));
  }

  Part other_part(int depth) {
    constexpr std::size_t code_point = 4;  // bytes at most
    Part any_letter{{}, code_point, false};
    if (take("(")) return group(depth);
    if (take(".")) return any_letter;
    if (take("[")) {
      skip_set();
      return any_letter;
    }
    for (const char* known : {"\\d", "\\w", "\\s", "\\D", "\\W", "\\S"})
      if (take(known)) return any_letter;
    give_up();
    return {};
  }

  Part group(int depth) {
    if (depth == deepest) give_up();
    if (take("?P<"))
      at_ = std::min(pattern_.find('>', at_), pattern_.size() - 1) + 1;
    else if (peek() == '?' && !take("?:"))
      give_up();  // flags
    Part inside = alternatives(depth + 1);
    if (!take(")")) give_up();
    return inside;
  }

  /// To the bracket that closes what "[" has opened.
  void skip_set() {
    take("^");
    take("]");
    while (at_ < pattern_.size() && peek() != ']') {
      if (pattern_.substr(at_).starts_with("[:"))  // "[:alpha:]"
        at_ = std::min(pattern_.find(":]", at_), pattern_.size() - 1) + 1;
      at_ = std::min(at_ + (peek() == '\\' ? 2 : 1), pattern_.size());
    }
    if (!take("]")) give_up();
  }

  struct Repeats {
    std::size_t least = 1, most = 1;
  };

  Repeats repeats() {
    Repeats found;
    while (true) {
      if (take("*"))
        found = {0, endless};
      else if (take("+"))
        found.most = endless;
      else if (take("?"))
        found.least = 0;
      else if (peek() == '{')
        found = counted();
      else
        return found;
    }
  }

  /// "{2}", "{2,}" or "{2,3}".
  Repeats counted() {
    take("{");
    Repeats found;
    found.least = found.most = number();
    if (take(",")) found.most = peek() == '}' ? endless : number();
    if (!take("}")) give_up();
    return found;
  }

  std::size_t number() {
    const std::size_t begin = at_;
    std::size_t value = 0;
    for (; peek() >= '0' && peek() <= '9' && value < endless / 20; ++at_)
      value = 10 * value + static_cast<std::size_t>(peek() - '0');
    if (at_ == begin) give_up();  // RE2 takes such brackets for letters
    return value;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool unsure_ = false;
};

}  // namespace

Needed needed_by(std::string_view pattern) { return Reader(pattern).read().value_or(Needed()); }

}  // namespace lagesbild
