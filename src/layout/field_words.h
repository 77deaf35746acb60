// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace lagesbild {

/// Adds the words of a field's value where a viewer would show them: from the top of `box` (the
/// field's, upright, points) in lines that it has room for, in the middle where it has room for
/// one. A ticked box is the word "☒", another "☐".
void add_field_words(const Field& field, const Box& box, std::size_t page_index,
                     std::vector<Word>& words);

}  // namespace lagesbild
