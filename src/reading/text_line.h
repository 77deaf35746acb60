// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the page as the reader sees it: normal and folded text beside the words it came from.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/reading.h"

namespace lagesbild {

struct TextLine {
  Line line;
  std::string text;      ///< normal()ised, words separated by one space
  std::string folded;    ///< folded(text)
  double size = 0;       ///< largest font size in it, points
  bool bold = false;     ///< most of its letters are
  bool guessed = false;  ///< where it was parted from the text behind it is a guess
  std::size_t lane = 0;  ///< lines of one lane are set to the same width; 0 where there is but one
};

TextLine text_line(const std::vector<Word>& words, const Line& line);
std::vector<TextLine> text_lines(const std::vector<Word>& words, const std::vector<Line>& lines);

/// The line's words `from` up to `to`, exclusive, of which there is one at least.
TextLine part_of(const std::vector<Word>& words, const Line& line, std::size_t from,
                 std::size_t to);

/// The lines as running text, words broken at a line end joined.
std::string joined_text(std::span<const TextLine> lines);
std::string joined_text_folded(std::span<const TextLine> lines);

/// Whether every word of the line is bold, a bullet before them aside.
bool all_bold(const std::vector<Word>& words, const Line& line);

/// Whether the line begins with a lower-case letter.
bool starts_low(const TextLine& line);

/// Gives all words of the line the role.
void mark(std::vector<Role>& roles, const Line& line, Role role);

}  // namespace lagesbild
