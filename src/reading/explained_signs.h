// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/layout.h"
#include "reading/draft.h"
#include "reading/legend.h"

namespace lagesbild {

/// Takes signs that the report's legend explains off the titles and the comments' ends they stand
/// at, where most areas have one: a dump has no cell for them, or leaves some of them. They become
/// the drafts' change.
void take_explained_signs(std::vector<Draft>& drafts, const std::vector<Word>& words,
                          const Legend& legend);

}  // namespace lagesbild
