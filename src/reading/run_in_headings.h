// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// Parts lines that begin with a heading in bold and go on with its comment, where several known
/// titles are printed so: "**Skolan som brottsplats** Oförändrat. Inget nytt." becomes two lines.
void part_run_in_headings(std::vector<TextLine>& lines, const std::vector<Word>& words,
                          const Rules& rules, const KnownTitles& known);

}  // namespace lagesbild
