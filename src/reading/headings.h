// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Areas as headings over their comments, or as a list of their own: which lines of running text
// they are.
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

enum class Heading { no, begins, continues };

/// For each line whether it begins an area's heading, goes on with one, or neither. Where the
/// headings the rules know stand out in print (bold, larger), every heading does; else numbers in
/// sequence and known titles tell.
std::vector<Heading> headings_of(const std::vector<TextLine>& lines, const Rules& rules,
                                 const KnownTitles& known);

/// Whether the areas stand in a list and their comments after it, rather than each below its own
/// heading.
bool listed_first(const std::vector<Heading>& headings, const std::vector<bool>& is_aside);

}  // namespace lagesbild
