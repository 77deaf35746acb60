// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/boxes.h"

#include <algorithm>
#include <set>

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

bool is_sign_of_box(const FormRules& form, std::string_view word) {
  return is_box_text(form, word) || word == "_" || word == "__";
}

bool is_between(const FormRules& form, std::string_view word) {
  return word == "/" || word == "|" || word == "," ||
         std::ranges::find(form.joining, word) != form.joining.end();
}

struct Option {
  Change change;
  std::size_t words;
};

struct Sign {
  std::size_t behind;  ///< how many options
  bool ticked;
};

/// The text behind "Förändring sedan förra året:" and the like, where a box follows.
std::string_view without_prompt(const FormRules& form, std::string_view text) {
  constexpr std::size_t longest = 60;  // bytes
  const std::size_t colon = text.find(':');
  if (colon > longest) return text;
  std::string_view rest = text.substr(colon + 1);
  const std::string_view behind = rest;
  return leading_sign(form, next_word(rest)).empty() ? text : behind;
}

/// The change that the first words state, and how many they are.
std::optional<Option> option_at(const Rules& rules, std::span<const std::string_view> words) {
  constexpr std::size_t longest_label = 3;
  const auto stated = [&](std::string_view label) {
    while (label.ends_with(',') || label.ends_with('/')) label.remove_suffix(1);
    return change_of_cell(rules.change, label).change;
  };
  std::string label;
  std::set<Change> by_word;  // words that state one each are as many options
  std::optional<Option> option;
  for (std::size_t w = 0; w < std::min(longest_label, words.size()); ++w) {
    if (is_sign_of_box(rules.form, words[w]) || is_between(rules.form, words[w])) break;
    if (const auto change = stated(words[w])) by_word.insert(*change);
    if (by_word.size() > 1) break;
    label += (label.empty() ? "" : " ") + std::string(words[w]);
    if (const auto change = stated(label)) option = {*change, w + 1};
    if (label.ends_with(',') || label.ends_with('/')) break;
  }
  return option;
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

std::optional<BoxLine> box_line(const Rules& rules, std::string_view prompted) {
  const std::string_view text = without_prompt(rules.form, prompted);
  auto choice = choice_in(rules, text);
  if (choice && choice->boxes > 1) return choice;
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

std::optional<BoxLine> choice_in(const Rules& rules, std::string_view text) {
  constexpr std::size_t most_words = 20;
  std::string whole(text);
  for (const auto& [open, closed] : {std::pair{"[ ]", "[]"}, {"( )", "()"}})
    for (std::size_t at; (at = whole.find(open)) != std::string::npos;)
      whole.replace(at, 3, closed);
  const std::vector<std::string_view> words = words_of_text(whole);
  if (words.size() < 2 || words.size() > most_words) return std::nullopt;
  std::vector<Option> options;
  std::vector<Sign> signs;
  for (std::size_t w = 0; w < words.size();) {
    if (is_sign_of_box(rules.form, words[w]))
      signs.push_back({options.size(), is_ticked(rules.form, words[w])});
    if (is_sign_of_box(rules.form, words[w]) || is_between(rules.form, words[w])) {
      ++w;
      continue;
    }
    const std::optional<Option> option = option_at(rules, std::span(words).subspan(w));
    if (!option) return std::nullopt;
    options.push_back(*option);
    w += option->words;
  }
  std::set<Change> changes;
  for (const Option& option : options) changes.insert(option.change);
  if (changes.size() < 2) return std::nullopt;
  BoxLine line{.boxes = signs.size()};
  if (signs.empty()) return line;
  // One sign among several options tells which it belongs to only at their beginning or end.
  const bool lead = signs.front().behind == 0, trail = signs.back().behind == options.size();
  if (lead == trail || (signs.size() > 1 && signs.size() != options.size())) return BoxLine{};
  // Signs in a row of their own belong to the options above them, one by one.
  const bool apart = signs.size() > 1 && signs.front().behind == signs.back().behind;
  for (std::size_t s = 0; s < signs.size(); ++s)
    if (signs[s].ticked) line.ticked.push_back(options[apart ? s : signs[s].behind - trail].change);
  return line;
}

std::size_t lines_of_boxes(const Rules& rules, std::span<const TextLine> lines) {
  constexpr std::size_t most_boxes = 5;
  const auto holds_box = [&](const TextLine& line) {
    std::string_view text = line.text;
    for (auto word = next_word(text); !word.empty(); word = next_word(text))
      if (is_drawn_sign(word) && !leading_sign(rules.form, word).empty()) return true;
    return false;
  };
  const auto above_boxes = [&](std::size_t l) {
    return l + 1 < lines.size() && is_box_text(rules.form, lines[l + 1].text) &&
           holds_box(lines[l + 1]);
  };
  std::size_t count = 0;
  while (count < std::min(most_boxes, lines.size()) &&
         (holds_box(lines[count]) || above_boxes(count)))
    ++count;
  for (; count > 0; --count)
    if (box_line(rules, joined_text(lines.first(count)))) return count;
  return 0;
}

}  // namespace lagesbild
