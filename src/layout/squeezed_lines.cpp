// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/squeezed_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace lagesbild {
namespace {

constexpr double reach = 2.5;      // em from a gutter: four signs of a typewriter's grid
constexpr double label_reach = 5;  // the same, to a number, which is surer than a capital

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "5", "5.", "2.1"; no year.
bool is_number(std::string_view text) {
  constexpr std::size_t longest = 5, digits = 2;  // "10.2."
  return !text.empty() && text.size() <= longest && is_digit(text.front()) &&
         std::min(text.find_first_not_of("0123456789"), text.size()) <= digits &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == ')'; });
}

bool is_capital(std::string_view text) {
  if (text.empty()) return false;
  return (text.front() >= 'A' && text.front() <= 'Z') || text.starts_with("Å") ||
         text.starts_with("Ä") || text.starts_with("Ö");
}

/// Whether several lines have a number right behind the gutter: the labels stand there.
bool labels_behind(const std::vector<Word>& words, const std::vector<Line>& lines,
                   const Columns& columns, double gutter) {
  constexpr std::ptrdiff_t several = 3;
  const auto labelled = [&](const Line& line) {
    const auto first =
        std::ranges::find_if(line.words, [&](std::size_t w) { return words[w].box.x0 >= gutter; });
    return first != line.words.end() && is_number(words[*first].text) &&
           words[*first].box.x0 - gutter <= label_reach * words[*first].size;
  };
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(columns.first),
             end = lines.begin() + static_cast<std::ptrdiff_t>(columns.last) + 1;
  return std::count_if(first, end, labelled) >= several;
}

/// The place among the line's words where the column behind the gutter begins: at a capital behind
/// a numbered label, or at a number where `labels` stand behind it.
std::optional<std::size_t> first_behind(const std::vector<Word>& words, const Line& line,
                                        double gutter, bool labels) {
  constexpr std::size_t label_words = 2;  // its number and one more
  if (!labels && !is_number(words[line.words.front()].text)) return std::nullopt;
  std::optional<std::size_t> nearest;
  const auto distance = [&](std::size_t i) {
    return std::abs(words[line.words[i]].box.x0 - gutter);
  };
  for (std::size_t i = label_words; i < line.words.size(); ++i) {
    const Word& word = words[line.words[i]];
    const bool begins = labels ? is_number(word.text) && i + 1 < line.words.size() &&
                                     is_capital(words[line.words[i + 1]].text)
                               : is_capital(word.text);
    if (distance(i) > (labels ? label_reach : reach) * word.size || !begins) continue;
    if (!nearest || distance(i) < distance(*nearest)) nearest = i;
  }
  return nearest;
}

void part_at(std::vector<Word>& words, Line& line, std::size_t behind, double gutter) {
  const Box first = words[line.words[behind]].box;
  const double label_end = gutter - words[line.words[behind]].size;
  const double shift = std::max(0.0, gutter + 1 - first.x0);
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    Box& box = words[line.words[i]].box;
    if (i < behind) {
      box.x1 = std::min(box.x1, label_end);
      box.x0 = std::min(box.x0, box.x1);
    } else {
      box.x0 += shift;
      box.x1 += shift;
    }
    line.box = i == 0 ? box : united(line.box, box);
  }
}

/// The words of the line from the one that begins at x on; false where none does.
bool shift_from(std::vector<Word>& words, Line& line, double x, double shift) {
  constexpr double same = 0.5;  // points
  const auto first = std::ranges::find_if(
      line.words, [&](std::size_t w) { return std::abs(words[w].box.x0 - x) < same; });
  if (first == line.words.end()) return false;
  for (auto word = first; word != line.words.end(); ++word) {
    words[*word].box.x0 += shift;
    words[*word].box.x1 += shift;
  }
  line.box = words[line.words.front()].box;
  for (const std::size_t word : line.words) line.box = united(line.box, words[word].box);
  return true;
}

}  // namespace

void realign_squeezed(std::vector<Word>& words, std::vector<Line>& lines, const Columns& columns) {
  for (const double gutter : columns.gutters) {
    const bool labels = labels_behind(words, lines, columns, gutter);
    for (std::size_t l = columns.first; l <= columns.last; ++l) {
      if (!crosses(words, lines[l], gutter)) continue;
      const auto behind = first_behind(words, lines[l], gutter, labels);
      if (!behind) continue;
      const std::size_t first = lines[l].words[*behind];
      const double x = words[first].box.x0;
      part_at(words, lines[l], *behind, gutter);
      // The next lines of what stands behind the gutter begin where the first one did.
      const double shift = words[first].box.x0 - x;
      for (std::size_t next = l + 1; shift > 0 && next <= columns.last; ++next)
        if (!shift_from(words, lines[next], x, shift)) break;
    }
  }
}

}  // namespace lagesbild
