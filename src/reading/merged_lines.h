// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// Parts lines that hold both an area's heading and the start of its comment, as dumps have them
/// where the two stood side by side: "5 Arbetet mot våldsbejakande Oförändrat. Inget nytt." and
/// "extremism" become the heading's two lines, then the comment's. Titles no rule knows
/// are parted where several lines of the text are made so.
void part_merged_lines(std::vector<TextLine>& lines, const std::vector<Word>& words,
                       const Rules& rules, const KnownTitles& known);

}  // namespace lagesbild
