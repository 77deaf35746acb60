// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/reading.h"
#include "reading/text_line.h"

namespace lagesbild {

/// Moves a number that stands left of two lines, halfway between them, before the first: it is the
/// number of what begins there.
void lift_numbers(std::vector<TextLine>& lines);

/// Takes the bullets and numbers of lists out that stand apart from their items, as dumps in the
/// order of printing have them: lines that are one bullet, and numbers below everything else. They
/// get the role `furniture`.
void take_stray_markers(std::vector<TextLine>& lines, std::vector<Role>& roles);

}  // namespace lagesbild
