// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reading/entries.h"
#include "reading/text_line.h"

namespace lagesbild {

/// Moves the later lines of known titles up to the first, where a dump, line by line, has lines of
/// the comment between them: "4. Avhopparverksamhet för", "Oförändrat.", "kriminella".
/// What a numbered title that breaks off ("Torget och") goes on with is a guess.
void gather_parted_titles(std::vector<TextLine>& lines, const KnownTitles& known);

}  // namespace lagesbild
