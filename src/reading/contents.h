// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of contents.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/reading.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// How often each heading that a table of contents may list stands in a document, by its key.
using HeadingCounts = std::map<std::string, std::size_t>;

/// Counts the line, its number, its leaders and its page number aside.
void count_heading(HeadingCounts& counts, const TextLine& line);

/// Whether the line is the heading of a table of contents.
bool heads_contents(const FormRules& form, const TextLine& line);

/// Takes what a table of contents among `lines` lists out of them, its own heading left: the lines
/// up to the last one that stands elsewhere in the document again. They get the role `repeated`.
void take_contents(std::vector<TextLine>& lines, const FormRules& form, const HeadingCounts& counts,
                   std::vector<Role>& roles);

}  // namespace lagesbild
