// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/boxes.h"

#include <algorithm>

#include "reading/change.h"

namespace lagesbild {
namespace {

/// Takes the first word off `text`; empty where there is none.
std::string_view next_word(std::string_view& text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n'; };
  const auto begin = std::ranges::find_if_not(text, blank);
  const auto end = std::find_if(begin, text.end(), blank);
  const std::string_view word(begin, end);
  text = {end, text.end()};
  return word;
}

std::vector<std::string_view> words_of_text(std::string_view text) {
  std::vector<std::string_view> words;
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) words.push_back(word);
  return words;
}

bool among(const std::vector<std::string>& signs, std::string_view word) {
  return std::ranges::find(signs, word) != signs.end();
}

/// A sign that is only ever a box, where "X" and "-" may be words.
bool is_drawn_sign(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0x80;
}

/// The sign a word begins with, such as "☒" of "☒Positiv"; empty where it is none.
std::string_view leading_sign(const FormRules& form, std::string_view word) {
  for (const auto* signs : {&form.ticked, &form.unticked})
    for (const std::string& sign : *signs)
      if (word == sign || (is_drawn_sign(sign) && word.starts_with(sign)))
        return word.substr(0, sign.size());
  return {};
}

}  // namespace

bool is_drawn_box(const FormRules& form, std::string_view word) {
  return is_drawn_sign(word) && (among(form.ticked, word) || among(form.unticked, word));
}

bool is_box_text(const FormRules& form, std::string_view text) {
  std::string_view word = next_word(text);
  if (word.empty()) return false;
  for (; !word.empty(); word = next_word(text))
    if (!among(form.ticked, word) && !among(form.unticked, word)) return false;
  return true;
}

bool is_ticked(const FormRules& form, std::string_view text) {
  return std::ranges::any_of(words_of_text(text),
                             [&](std::string_view word) { return among(form.ticked, word); });
}

std::optional<BoxLine> box_line(const Rules& rules, std::string_view text) {
  struct Piece {
    bool ticked;
    std::string label;
  };
  std::vector<Piece> pieces;
  for (std::string_view word : words_of_text(text)) {
    const std::string_view sign = leading_sign(rules.form, word);
    if (!sign.empty()) {
      pieces.push_back({among(rules.form.ticked, sign), {}});
      word.remove_prefix(sign.size());
    }
    if (word.empty()) continue;
    if (pieces.empty()) return std::nullopt;
    std::string& label = pieces.back().label;
    if (!label.empty()) label += ' ';
    label += word;
  }
  BoxLine line;
  for (const Piece& piece : pieces) {
    const auto change = change_of_cell(rules.change, piece.label).change;
    if (!change) return std::nullopt;
    ++line.boxes;
    if (piece.ticked) line.ticked.push_back(*change);
  }
  if (line.boxes < 2) return std::nullopt;
  return line;
}

std::size_t lines_of_boxes(const Rules& rules, std::span<const TextLine> lines) {
  constexpr std::size_t most_boxes = 5;
  const auto opens_with_box = [&](const TextLine& line) {
    std::string_view text = line.text;
    return !leading_sign(rules.form, next_word(text)).empty();
  };
  std::size_t count = 0;
  while (count < std::min(most_boxes, lines.size()) && opens_with_box(lines[count])) ++count;
  for (; count > 0; --count)
    if (box_line(rules, joined_text(lines.first(count)))) return count;
  return 0;
}

}  // namespace lagesbild
