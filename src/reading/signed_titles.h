// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// Parts lines that open with a title and a sign behind it, in the comment's own type: "• Skolan
/// som brottsplats: Oförändrat. Inget nytt." Nothing happens unless several titles the rules know
/// are set so; then others are too that stand behind such a bullet, or before a statement of the
/// change. The titles become lines that stand out.
void part_signed_titles(std::vector<TextLine>& lines, const std::vector<Word>& words,
                        const Rules& rules, const KnownTitles& known);

}  // namespace lagesbild
