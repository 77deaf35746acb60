// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/box_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "reading/boxes.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_words = 12;  // of a line of heads

/// The folded texts of the line's words; none where it is too long for heads.
std::vector<std::string_view> texts_of(const TextLine& line) {
  std::vector<std::string_view> texts;
  if (line.line.words.size() > most_words) return texts;
  const std::string_view folded = line.folded;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    texts.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  if (texts.size() != line.line.words.size()) texts.clear();
  return texts;
}

}  // namespace

std::vector<BoxHead> box_heads(const std::vector<Word>& words, const std::vector<TextLine>& lines,
                               const FormRules& form) {
  std::vector<BoxHead> heads;
  for (const TextLine& line : lines) {
    std::vector<BoxHead> here;
    std::set<ColumnRole> roles;
    const std::vector<std::string_view> texts = texts_of(line);
    for (std::size_t w = 0; w < texts.size(); ++w) {
      const auto role = head_role(form, texts[w]);
      if (!role || !is_box(*role)) continue;
      here.push_back({*role, line.line.page, words[line.line.words[w]].box.middle_x()});
      roles.insert(*role);
    }
    if (roles.size() > 1 && roles.size() == here.size())
      heads.insert(heads.end(), here.begin(), here.end());
  }
  return heads;
}

std::vector<TextLine> take_boxes(const std::vector<Word>& words, const FormRules& form,
                                 std::vector<TextLine>& lines) {
  std::vector<TextLine> boxes;
  for (TextLine& line : lines) {
    Line rest{.page = line.line.page};
    const std::size_t before = boxes.size();
    const auto is_box = [&](std::size_t i) { return is_drawn_box(form, words[i].text); };
    // One sign before words is a bullet.
    const bool bullet = line.line.words.size() > 1 && !is_box(line.line.words[1]);
    for (const std::size_t i : line.line.words) {
      if (is_box(i) && !(bullet && rest.words.empty()))
        boxes.push_back(text_line(words, {line.line.page, words[i].box, {i}}));
      else
        rest.box = rest.words.empty() ? words[i].box : united(rest.box, words[i].box),
        rest.words.push_back(i);
    }
    if (boxes.size() > before) line = text_line(words, rest);
  }
  std::erase_if(lines, [](const TextLine& line) { return line.line.words.empty(); });
  return boxes;
}

std::optional<ColumnRole> head_over(const std::vector<BoxHead>& heads, const TextLine& box) {
  std::vector<BoxHead> near;  // the heads that are in force on the box's page
  for (const BoxHead& head : heads) {
    if (head.page > box.line.page) continue;
    if (!near.empty() && near.front().page != head.page) near.clear();
    near.push_back(head);
  }
  if (near.empty()) return std::nullopt;
  const auto distance = [&](const BoxHead& head) {
    return std::abs(head.x - box.line.box.middle_x());
  };
  const BoxHead& nearest = *std::ranges::min_element(near, {}, distance);
  double apart = std::numeric_limits<double>::max();
  for (const BoxHead& head : near)
    if (head.role != nearest.role) apart = std::min(apart, std::abs(head.x - nearest.x));
  if (distance(nearest) > apart / 2) return std::nullopt;
  return nearest.role;
}

}  // namespace lagesbild
