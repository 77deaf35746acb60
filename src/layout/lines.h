// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/layout.h"

namespace lagesbild {

/// The chosen words as lines: those that share a baseline, left to right; lines top to bottom.
/// Turned words, as they would stand with their letters upright, behind the others.
std::vector<Line> lines_of(const std::vector<Word>& words, std::vector<std::size_t> chosen);

}  // namespace lagesbild
