// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a form whose comments stood left of the areas: each comment comes before its heading.
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/headings.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// Whether a section of the form begins with a comment, before any area is named.
bool comments_come_first(const std::vector<TextLine>& lines, const Rules& rules,
                         const KnownTitles& known);

/// Parts lines of such a text that end with an area's number and title from the comment before
/// them: "… ungefär lika många händelser. 6 Skolan som brottsplats".
void part_titles_at_ends(std::vector<TextLine>& lines, const std::vector<Word>& words,
                         const KnownTitles& known);

/// Moves every heading above the comment before it. False, and nothing moved, where some section
/// does not begin with a comment or does not end with a heading.
bool put_headings_first(std::vector<TextLine>& lines, std::vector<Heading>& headings,
                        const Rules& rules);

}  // namespace lagesbild
