// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/likeness.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

/// The code points of a text; the first 64 without a heap, which words and most titles are.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) {
    std::size_t count = 0;
    if (text.size() > few_.size()) many_.resize(text.size());
    const std::span<char32_t> all = many_.empty() ? std::span<char32_t>(few_) : many_;
    for (std::size_t at = 0; at < text.size(); ++count) {
      const CodePoint point = code_point_at(text, at);
      all[count] = point.value;
      at += point.size;
    }
    view_ = {all.data(), count};
  }
  CodePoints(const CodePoints&) = delete;
  CodePoints& operator=(const CodePoints&) = delete;

  std::u32string_view view() const { return view_; }

 private:
  std::array<char32_t, 64> few_;
  std::vector<char32_t> many_;
  std::u32string_view view_;
};

/// Three rows of the table of edits, `width` cells each; without a heap where they are short.
class Rows {
 public:
  explicit Rows(std::size_t width) {
    if (3 * width > few_.size()) many_.resize(3 * width);
    int* const cells = many_.empty() ? few_.data() : many_.data();
    before = {cells, width};
    last = {cells + width, width};
    row = {cells + 2 * width, width};
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  void turn() {
    std::swap(before, last);
    std::swap(last, row);
  }

  std::span<int> before, last, row;

 private:
  std::array<int, std::size_t{3} * 65> few_;
  std::vector<int> many_;
};

template <class Text>
void strip_what_is_equal(Text& a, Text& b) {
  const auto prefix = std::ranges::mismatch(a, b).in1 - a.begin();
  a.remove_prefix(static_cast<std::size_t>(prefix));
  b.remove_prefix(static_cast<std::size_t>(prefix));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

/// The table of edits row by row, but only the cells within `band` of its diagonal: all others hold
/// more than `band` edits.
template <class Text>
int edits_in_band(Text a, Text b, std::size_t band) {
  const int beyond = static_cast<int>(band) + 1;
  Rows rows(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    rows.last[j] = j <= band ? static_cast<int>(j) : beyond;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > band ? i - band : 1, to = std::min(b.size(), i + band);
    rows.row[from - 1] = i <= band ? static_cast<int>(i) : beyond;
    int least = rows.row[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      const int replaced = rows.last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      int cell = std::min({rows.last[j] + 1, rows.row[j - 1] + 1, replaced, beyond});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cell = std::min(cell, rows.before[j - 2] + 1);
      rows.row[j] = cell;
      least = std::min(least, cell);
    }
    if (to < b.size()) rows.row[to + 1] = beyond;
    if (least == beyond) return beyond;
    rows.turn();
  }
  return rows.last[b.size()];
}

/// How many edits it takes at least: one changes the counts of two letters, by one each.
template <class Text>
int least_edits(Text a, Text b) {
  constexpr std::size_t letters =
      32;  // some share a count, which makes the answer smaller at worst
  std::array<int, letters> surplus{};
  for (const auto c : a) ++surplus[static_cast<std::size_t>(c) % letters];
  for (const auto c : b) --surplus[static_cast<std::size_t>(c) % letters];
  int sum = 0;
  for (const int count : surplus) sum += std::abs(count);
  return (sum + 1) / 2;
}

template <class Text>
int edits_of(Text a, Text b, int limit) {
  constexpr std::size_t long_text = 6;  // letters from which counting them first is worth it
  const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (limit < 0 || longer - shorter > static_cast<std::size_t>(limit)) return limit + 1;
  strip_what_is_equal(a, b);
  const std::size_t left = std::max(a.size(), b.size());
  if (a.empty() || b.empty()) return static_cast<int>(left);
  if (limit == 1) {
    const bool swapped = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
    return left == 1 || swapped ? 1 : 2;
  }
  if (left >= long_text && least_edits(a, b) > limit) return limit + 1;
  return edits_in_band(a, b, std::min(static_cast<std::size_t>(limit), left));
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

/// The folded words of three letters or more; shorter ones are in any sentence.
std::vector<std::string> words_of(std::string_view text, std::size_t most) {
  constexpr std::size_t shortest = 3;
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (word.size() >= shortest && words.size() < most) words.push_back(word);
    word.clear();
  };
  for (const char c : folded(text)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      word += c;
    else
      finish();
  }
  finish();
  return words;
}

}  // namespace

int edits(std::string_view a, std::string_view b, int limit) {
  if (is_ascii(a) && is_ascii(b)) return edits_of(a, b, limit);
  return edits_of(CodePoints(a).view(), CodePoints(b).view(), limit);
}

double likeness(std::string_view a, std::string_view b) {
  constexpr std::size_t most = 1000;  // code points: a page of text, a millisecond
  const CodePoints x(a), y(b);
  const std::size_t longer = std::max(x.view().size(), y.view().size());
  if (longer == 0) return 1;
  const std::u32string_view begin = x.view().substr(0, most), other = y.view().substr(0, most);
  const std::size_t compared = std::min(longer, most);
  const int count = edits_of(begin, other, static_cast<int>(compared));
  return 1 - static_cast<double>(count) / static_cast<double>(compared);
}

double containment(std::string_view part, std::string_view whole) {
  constexpr std::size_t letters_an_edit = 6;
  constexpr std::size_t most_wanted = 100,
                        most_there = 10'000;  // words; more make no title, no comment
  const std::vector<std::string> wanted = words_of(part, most_wanted),
                                 there = words_of(whole, most_there);
  if (wanted.empty()) return 0;
  const auto stands = [&](const std::string& word) {
    const auto limit = static_cast<int>(word.size() / letters_an_edit);
    return std::ranges::any_of(
        there, [&](const std::string& other) { return edits(word, other, limit) <= limit; });
  };
  const auto found = std::ranges::count_if(wanted, stands);
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

}  // namespace lagesbild
