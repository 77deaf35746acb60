// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the form that stand among the lines of a comment: "Bedömning: Positiv förändring" above
// or below what is said in prose.
#pragma once

#include <vector>

#include "model/layout.h"
#include "model/reading.h"
#include "reading/draft.h"
#include "rules/rules.h"

namespace lagesbild {

/// Where most headings have a change at the end of their line, or most comments begin or end with a
/// line that names the change and says no more, those lines become the drafts' change; the words
/// that head them, and then the comments, get their role. One writer's habit in some comments stays
/// as it was written.
void take_change_fields(std::vector<Draft>& drafts, const std::vector<Word>& words,
                        const Rules& rules, std::vector<Role>& roles);

}  // namespace lagesbild
