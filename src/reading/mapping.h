// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which comment lines belong to which of several areas, where no cell says so: by height on the
// page, or by order and content alone.
#pragma once

#include <vector>

#include "reading/align.h"
#include "reading/draft.h"
#include "reading/paragraphs.h"
#include "rules/rules.h"

namespace lagesbild {

/// Beside each other on a page: a comment begins, is centred or ends at the height of its area,
/// whichever of the three suits all of them best. With `carried`, areas.front() is one from the
/// page before whose comment may go on at the top of this one.
std::vector<Run> mapped_by_position(const std::vector<Word>& words, const Rules& rules,
                                    const std::vector<Box>& areas,
                                    const std::vector<TextLine>& lines, bool carried);

/// No geometry: areas in their order, comments in theirs. Labels, references, short lines and
/// likeness to the title tell where a comment begins.
std::vector<Run> mapped_by_order(const std::vector<Word>& words, const Rules& rules,
                                 const std::vector<Entry>& areas,
                                 const std::vector<TextLine>& lines);

/// Whether the line opens with a statement of the change.
bool opens_with_label(const Rules& rules, const TextLine& line);
/// Whether the line sends the reader to another area and says little else.
bool opens_with_reference(const Rules& rules, const TextLine& line);

}  // namespace lagesbild
