// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/field_words.h"

#include <algorithm>
#include <string_view>

namespace lagesbild {
namespace {

// What forms are set in. Where a value needs more room, viewers take smaller print.
constexpr double usual_size = 10, smallest_size = 4;  // points
constexpr double leading = 1.2;                       // of the size
constexpr double letter = 0.5;                        // of the size: an average letter's width

struct Placed {
  std::string_view text;
  std::size_t line = 0;  ///< from 0
  double from = 0;       ///< letters from the line's start
  bool begins_line = false, begins_paragraph = false;
};

double letters_in(std::string_view utf8) {
  return static_cast<double>(std::ranges::count_if(
      utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The value's words on lines of at most `room` letters; each line feed begins a paragraph.
std::vector<Placed> wrapped(std::string_view value, double room) {
  std::vector<Placed> words;
  std::size_t line = 0;
  double at = 0;
  bool begins_line = true, begins_paragraph = false;
  for (std::size_t i = 0; i < value.size();) {
    if (value[i] == '\n') {
      ++line, ++i;
      at = 0;
      begins_line = begins_paragraph = true;
      continue;
    }
    if (value[i] == ' ' || value[i] == '\t' || value[i] == '\r') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(value.find_first_of(" \t\r\n", i), value.size());
    const std::string_view text = value.substr(i, end - i);
    const double width = letters_in(text);
    if (!begins_line && at + width > room) {
      ++line;
      at = 0;
      begins_line = true;
    }
    words.push_back({text, line, at, begins_line, begins_paragraph});
    at += width + 1;
    begins_line = begins_paragraph = false;
    i = end;
  }
  return words;
}

}  // namespace

void add_field_words(const Field& field, const Box& box, std::size_t page_index,
                     std::vector<Word>& words) {
  if (field.kind == Field::Kind::check_box || field.kind == Field::Kind::radio) {
    words.push_back(
        {.text = field.checked ? "☒" : "☐", .box = box, .size = box.height(), .page = page_index});
    return;
  }
  double size = std::clamp(box.height() / leading, smallest_size, usual_size);
  std::vector<Placed> placed;
  for (;; size *= 0.9) {
    placed = wrapped(field.value, box.width() / (letter * size));
    if (placed.empty()) return;
    const double lines = static_cast<double>(placed.back().line + 1);
    if (lines * leading * size <= box.height() || size <= smallest_size) break;
  }
  const double pitch = leading * size;
  const bool one_line = box.height() < 2 * pitch && placed.back().line == 0;
  const double top = box.y0 + (one_line ? (box.height() - size) / 2 : pitch - size);
  for (const Placed& word : placed) {
    const double x0 = std::min(box.x0 + letter * size * word.from, box.x1);
    const double y0 = std::min(top + pitch * static_cast<double>(word.line), box.y1 - size / 2);
    words.push_back({.text = std::string(word.text),
                     .box = {x0, y0, std::min(x0 + letter * size * letters_in(word.text), box.x1),
                             std::min(y0 + size, box.y1)},
                     .size = size,
                     .page = page_index,
                     .new_paragraph = word.begins_paragraph,
                     .wrapped = word.begins_line && !word.begins_paragraph && word.line > 0});
  }
}

}  // namespace lagesbild
