// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a mapping doubtful. Each doubt becomes a review code of the drafts it is about.
#pragma once

#include <vector>

#include "model/layout.h"
#include "reading/draft.h"

namespace lagesbild {

/// What stands beside an area in a column that nothing tells the meaning of may be its change.
/// `lines` of a row whose drafts are those from `first_draft` on.
void doubt_unread(std::vector<Draft>& drafts, const std::vector<TextLine>& lines,
                  std::size_t first_draft);

/// A comment beside the heading after its own may be that one's: columns nobody saw.
void doubt_shifted(std::vector<Draft>& drafts);

/// A comment's line that begins with the very number that is missing behind its area may be an area
/// nobody saw.
void doubt_gaps(std::vector<Draft>& drafts);

/// No form lists an area twice: one of the two is something else.
void doubt_doubles(std::vector<Draft>& drafts);

/// Print over print: rows too low for their text run into each other, and whose words stand where
/// cannot be told, nor how far they reach.
void doubt_overprinted(std::vector<Draft>& drafts, const std::vector<Word>& words);

/// A line through words may mean that they are deleted; what stands there then cannot be told.
void doubt_struck(std::vector<Draft>& drafts, const std::vector<Word>& words);

}  // namespace lagesbild
