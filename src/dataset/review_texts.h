// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the codes ask of a person, in Swedish. README.md has the same lists in English.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lagesbild {

struct CodeText {
  std::string_view code;
  std::string_view text;  ///< one sentence without its full stop
};

/// Of assessments, in README.md's order.
std::span<const CodeText> review_texts();

/// Of reports and files.
std::span<const CodeText> problem_texts();

/// One sentence a line, with its full stop, for each of `codes`, which blanks part.
std::string sentences_of(std::string_view codes);

/// The sentence for a code of either list; the code itself where it has none.
std::string_view text_of(std::string_view code);

}  // namespace lagesbild
