// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dotted and dashed borders may be painted as a row of small marks; together they are one ruling.
#pragma once

#include <vector>

#include "model/document.h"

namespace lagesbild {

/// Lengthens the last of `rulings` when `mark` goes on with its row of dots or dashes.
/// False when `mark` is something else, to be added by itself.
bool joins_last(std::vector<Ruling>& rulings, const Ruling& mark);

/// Leaves out what is too short to rule anything: single dots, corners of borders.
void drop_specks(std::vector<Ruling>& rulings);

}  // namespace lagesbild
