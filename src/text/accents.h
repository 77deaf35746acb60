// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Accents that were printed over their letter but stand beside it in the text. Private to text/.
#pragma once

#include "text/code_points.h"

namespace lagesbild {

/// Spacing accents (¨ ˚ ° ´ `), and combining ones that stand before or one space away from their
/// letter, become one with it where that makes a letter of a word: "Tja ¨nst", "f¨or", "p° a".
/// "20 °C" and "30´s" stay. Expects single spaces, and leaves none double.
Marks with_accents_joined(Marks marks);

}  // namespace lagesbild
