// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lines.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

constexpr double same_baseline = 0.4;  // of the smaller size; superscripts still join their line

/// Where the word's line lies, and where the word in it, as if its letters ran to the right.
double across(const Word& word) {
  switch (word.turn) {
    case 90:
      return -word.box.x0;
    case 180:
      return -word.box.y0;
    case 270:
      return word.box.x1;
    default:
      return word.box.y1;
  }
}

double along(const Word& word) {
  switch (word.turn) {
    case 90:
      return word.box.y0;
    case 180:
      return -word.box.x1;
    case 270:
      return -word.box.y1;
    default:
      return word.box.x0;
  }
}

bool shares_line(const Word& a, const Word& b) {
  const double size = std::max(1.0, std::min(a.size, b.size));
  return a.turn == b.turn && std::abs(across(a) - across(b)) < same_baseline * size;
}

}  // namespace

std::vector<Line> lines_of(const std::vector<Word>& words, std::vector<std::size_t> chosen) {
  std::ranges::stable_sort(chosen, [&](std::size_t a, std::size_t b) {
    if (words[a].page != words[b].page) return words[a].page < words[b].page;
    if (words[a].turn != words[b].turn) return words[a].turn < words[b].turn;
    return across(words[a]) < across(words[b]);
  });
  std::vector<Line> lines;
  for (const std::size_t i : chosen) {
    const Word& word = words[i];
    if (lines.empty() || lines.back().page != word.page ||
        !shares_line(words[lines.back().words.front()], word))
      lines.push_back({word.page, word.box, {}});
    lines.back().words.push_back(i);
    lines.back().box = united(lines.back().box, word.box);
  }
  for (Line& line : lines)
    std::ranges::stable_sort(line.words, {}, [&](std::size_t i) { return along(words[i]); });
  return lines;
}

}  // namespace lagesbild
