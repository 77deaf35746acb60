// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folded comment as words and signs with tags. Words that were torn apart, run together, misspelt
// or misread get the tag of the word that was meant.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "rules/lexicon.h"

namespace lagesbild {

struct ChangeWord {
  Span where;  ///< bytes of the folded text; all of a phrase
  Tag tag = 0;
  bool repaired = false;  ///< misspelt or misread: the tag is what was probably meant
};

/// The words and signs of `text`, left to right; blanks are left out. Misspelt words are repaired
/// only where asked for.
std::vector<ChangeWord> change_words_of(const Lexicon& lexicon, std::string_view text, bool repair);

}  // namespace lagesbild
