// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages from rows of "x baseline text", set as a typewriter would: 10 points high, 6 points a
// letter.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "model/document.h"
#include "model/layout.h"

namespace lagesbild {

inline constexpr double letter_width = 6, letter_height = 10;  // points

/// Adds `text` to the page, one glyph a code point; '_' is a gap of one letter without a glyph.
inline void add_text(Page& page, double x, double bottom, std::string_view text,
                     const Glyph& like = {.size = 10}) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    Glyph glyph = like;
    const double scale = like.size / 10.0;
    glyph.box = {x, bottom - letter_height * scale, x + letter_width * scale, bottom};
    glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
    glyph.text_size = static_cast<std::uint16_t>(point.size);
    if (point.value != U'_') {
      page.text += text.substr(at, point.size);
      page.glyphs.push_back(glyph);
    }
    x += letter_width * scale;
    at += point.size;
  }
}

/// An A4 page of rows "x baseline text".
inline Page page_of(const std::string& rows) {
  Page page{.number = 1, .width = 595, .height = 842};
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream row(line);
    double x = 0, bottom = 0;
    row >> x >> bottom >> std::ws;
    std::string text;
    std::getline(row, text);
    add_text(page, x, bottom, text);
  }
  return page;
}

/// Words from rows "x baseline text", a word between blanks where the typewriter would set it.
inline std::vector<Word> words_in(const std::string& rows, std::size_t page = 0) {
  std::vector<Word> words;
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream row(line);
    double x = 0, bottom = 0;
    row >> x >> bottom;
    row.get();
    std::string text;
    while (std::getline(row, text, ' ')) {
      double width = 0;
      for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size)
        width += letter_width;
      if (!text.empty())
        words.push_back({.text = text,
                         .box = {x, bottom - letter_height, x + width, bottom},
                         .size = 10,
                         .page = page});
      x += width + letter_width;
    }
  }
  return words;
}

/// All of `words`, by index.
inline std::vector<std::size_t> all_of(const std::vector<Word>& words) {
  std::vector<std::size_t> chosen(words.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = i;
  return chosen;
}

inline std::string dump(const std::vector<Word>& words, const Line& line) {
  std::string text;
  for (const std::size_t i : line.words) text += (text.empty() ? "" : " ") + words[i].text;
  return text;
}

/// One line of text a line.
inline std::string dump(const std::vector<Word>& words, const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += dump(words, line) + "\n";
  return text;
}

/// Cells as "rows/columns: text|text", those of one row and column by their number: "0/0-1:
/// Rubrik".
inline std::string dump(const std::vector<Word>& words, const Table& table) {
  const auto range = [](std::size_t first, std::size_t last) {
    return std::to_string(first) + (first == last ? "" : "-" + std::to_string(last));
  };
  std::string text;
  for (const Cell& cell : table.cells) {
    text += range(cell.first_row, cell.last_row) + "/" +
            range(cell.first_column, cell.last_column) + ":";
    for (std::size_t i = 0; i < cell.lines.size(); ++i)
      text += (i == 0 ? " " : "|") + dump(words, cell.lines[i]);
    text += "\n";
  }
  return text;
}

}  // namespace lagesbild
