// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Areas that a report names twice: in a table of contents or an overview, and where it is about
// them.
#pragma once

#include <vector>

#include "model/reading.h"
#include "reading/draft.h"

namespace lagesbild {

/// Where several areas stand twice with the same number and title, once with a comment and once
/// without, the latter go; what they say of the change the others take over unless they have it
/// themselves. Page numbers are no comment. One area that stands twice by itself is left for a
/// person to see.
void merge_doubles(std::vector<Draft>& drafts, std::vector<Role>& roles);

}  // namespace lagesbild
