// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/boxes.h"

#include <algorithm>

#include "reading/change.h"

namespace lagesbild {
namespace {

std::vector<std::string_view> words_of_text(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \n", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
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

bool is_box_text(const FormRules& form, std::string_view text) {
  const auto words = words_of_text(text);
  return !words.empty() && std::ranges::all_of(words, [&](std::string_view word) {
    return among(form.ticked, word) || among(form.unticked, word);
  });
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

}  // namespace lagesbild
