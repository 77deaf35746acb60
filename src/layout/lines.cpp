// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lines.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

constexpr double same_baseline = 0.4;  // of the smaller size; superscripts still join their line

bool shares_line(const Word& a, const Word& b) {
  const double size = std::max(1.0, std::min(a.size, b.size));
  return std::abs(a.box.y1 - b.box.y1) < same_baseline * size;
}

}  // namespace

std::vector<Line> lines_of(const std::vector<Word>& words, std::vector<std::size_t> chosen) {
  std::ranges::stable_sort(chosen, [&](std::size_t a, std::size_t b) {
    if (words[a].page != words[b].page) return words[a].page < words[b].page;
    return words[a].box.y1 < words[b].box.y1;
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
    std::ranges::stable_sort(line.words, {}, [&](std::size_t i) { return words[i].box.x0; });
  return lines;
}

}  // namespace lagesbild
