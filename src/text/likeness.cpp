// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/likeness.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.value;
    at += point.size;
  }
  return points;
}

int edits(std::u32string_view a, std::u32string_view b, int limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  const auto m = static_cast<int>(a.size()), n = static_cast<int>(b.size());
  if (std::abs(m - n) > limit) return limit + 1;
  if (m == 0 || n == 0) return std::max(m, n);
  const auto width = static_cast<std::size_t>(n) + 1;
  std::vector<int> before(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j < width; ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + !same});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[width - 1], limit + 1);
}

std::vector<std::string> words_of(std::string_view text) {
  constexpr std::size_t shortest = 3;  // letters; shorter words are in any sentence
  std::vector<std::string> words(1);
  for (const char c : folded(text)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < shortest; });
  return words;
}

}  // namespace

int edits(std::string_view a, std::string_view b, int limit) {
  return edits(code_points(a), code_points(b), limit);
}

double likeness(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(a), y = code_points(b);
  const std::size_t longer = std::max(x.size(), y.size());
  if (longer == 0) return 1;
  return 1 -
         static_cast<double>(edits(x, y, static_cast<int>(longer))) / static_cast<double>(longer);
}

double containment(std::string_view part, std::string_view whole) {
  const std::vector<std::string> wanted = words_of(part), there = words_of(whole);
  if (wanted.empty()) return 0;
  const auto stands = [&](const std::string& word) {
    constexpr std::size_t letters_an_edit = 6;
    const auto limit = static_cast<int>(word.size() / letters_an_edit);
    return std::ranges::any_of(
        there, [&](const std::string& other) { return edits(word, other, limit) <= limit; });
  };
  const auto found = std::ranges::count_if(wanted, stands);
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

}  // namespace lagesbild
