// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines become the paragraphs somebody wrote. A new paragraph shows by a wider gap, a bullet, an
// indent, or a line that ends although the next word would have fitted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/text_line.h"
#include "text/join.h"

namespace lagesbild {

/// What the lines of one column have in common, measured over the whole document.
struct Measure {
  std::map<std::size_t, double> right;  ///< x that a lane's longest line reaches, points
  double leading = 0;   ///< usual distance between baselines, points; 0 where no two lines tell
  double spare = 0.35;  ///< em that must be left over before a line's end counts as wanted
  double printed = 0;   ///< the longest line's printed_width(), em; 0 where x is to be trusted
};

/// The measure of a column's lines (of any number of pages, each page's top to bottom).
Measure measure_of(const std::vector<TextLine>& lines);

/// The same for lines of a dump.
Measure dump_measure_of(const std::vector<TextLine>& lines);

/// The text without the bullet or dash it begins with.
std::string_view without_bullet(std::string_view text);

/// Where lines like this one end at the latest, points.
double right_of(const Measure& measure, const TextLine& line);

/// True where `next` begins a paragraph after `line`, its predecessor in the same comment.
bool begins_paragraph(const std::vector<Word>& words, const TextLine& line, const TextLine& next,
                      const Measure& measure);

/// The comment's text: lines joined to paragraphs, paragraphs separated by '\n'.
std::string comment_text(const std::vector<Word>& words, const std::vector<TextLine>& lines,
                         const Measure& measure, const WordsSeen& seen);

}  // namespace lagesbild
