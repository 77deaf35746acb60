// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a word that the lexicon does not know was meant to be.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/lexicon.h"

namespace lagesbild {

/// The tag of the label word that `word` is a misspelling or misreading of: one edit away (two from
/// ten letters on), all candidates of one tag, and with or without a leading "o" like them. U+FFFD,
/// private-use characters and '?' stand for any letter. Nothing where no or several tags fit.
std::optional<Tag> repaired_tag(const Lexicon& lexicon, std::string_view word);

/// Where the second of two known words that were run together begins: 2 for "ejforandrat", 3 for
/// "ej-forandrat".
std::optional<std::size_t> glued_at(const Lexicon& lexicon, std::string_view word);

/// True for characters that stand in the place of a letter that was lost.
bool is_lost_letter(char32_t c);

}  // namespace lagesbild
