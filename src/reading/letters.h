// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How sure it is that recognised letters are the printed ones.
#pragma once

#include <vector>

#include "model/layout.h"
#include "reading/draft.h"

namespace lagesbild {

/// Whether some of the area's words were recognised so unsurely that its title, comment or change
/// may be another. Never for words that were not read from a picture.
bool letters_are_unsure(const std::vector<Word>& words, const Draft& draft);

/// Mean over the letters of the area's words, 0 to 1: that they are the printed ones. 1 for words
/// that were not read from a picture.
double sureness_of_letters(const std::vector<Word>& words, const Draft& draft);

}  // namespace lagesbild
