// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns over words instead of letters: "not degree* changed" instead of "(inte|ej) ...". Each
// tag is one character, so RE2 can match them: a sentence is the text of its words' characters.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/change_words.h"

namespace lagesbild {

/// Tags are ASCII characters, one byte each; there are no more of them. NUL and the line feed,
/// which RE2's '.' leaves out, are none.
inline constexpr std::size_t most_tags = 125;

char tag_character(Tag tag);

/// One character a word.
std::string tag_text(const std::vector<ChangeWord>& words);

/// Names that patterns may use besides tags.
struct PatternNames {
  std::map<std::string, std::vector<std::string>, std::less<>> sets;  ///< of tags and sets
  std::map<std::string, std::string, std::less<>> parts;              ///< of patterns
};

/// `pattern` in RE2's syntax. Names of tags, sets and parts stand for what they name; [a b] is any
/// of them, [^a b] any other word; a number in braces repeats; everything else is RE2's own.
/// Puts the first name it does not know into `unknown`.
std::string re2_source(std::string_view pattern, const Lexicon& lexicon, const PatternNames& names,
                       std::string& unknown);

}  // namespace lagesbild
