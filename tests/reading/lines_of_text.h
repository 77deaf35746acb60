// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text as the reader sees them, from rows "x baseline text": 10 points high, 5 a letter.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

struct TextColumn {
  std::vector<Word> words;
  std::vector<TextLine> lines;
};

/// A row that begins with '*' is bold, up to a '|' if it has one. Rows "page" begin a new page.
inline TextColumn column_of(const std::string& rows) {
  constexpr double letter = 5, height = 10;  // points
  TextColumn made;
  std::size_t page = 0;
  std::vector<Line> lines;
  std::istringstream stream(rows);
  for (std::string row; std::getline(stream, row);) {
    if (row == "page") {
      ++page;
      continue;
    }
    bool bold = row.starts_with('*');
    std::istringstream parts(bold ? row.substr(1) : row);
    double x = 0, bottom = 0;
    parts >> x >> bottom;
    parts.get();
    Line line{.page = page, .box = {x, bottom - height, x, bottom}};
    for (std::string text; std::getline(parts, text, ' ');) {
      if (text == "|") {
        bold = false;
        continue;
      }
      double end = x;
      for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) end += letter;
      line.words.push_back(made.words.size());
      made.words.push_back({.text = text,
                            .box = {x, bottom - height, end, bottom},
                            .size = height,
                            .page = page,
                            .bold = bold});
      line.box = united(line.box, made.words.back().box);
      x = end + letter;
    }
    lines.push_back(std::move(line));
  }
  made.lines = text_lines(made.words, lines);
  return made;
}

/// The project's own rules, read once for all tests.
inline const Rules& the_rules() {
  static const Rules rules = [] {
    auto loaded = load_rules(PROJECT_ROOT "/rules");
    if (loaded) return *std::move(loaded);
    ADD_FAILURE() << sentence(loaded.problem());
    return Rules();
  }();
  return rules;
}

}  // namespace lagesbild
