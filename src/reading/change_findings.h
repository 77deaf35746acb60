// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the rules find in a comment, sentence by sentence, before anything is decided.
#pragma once

#include <string_view>
#include <vector>

#include "rules/change_rules.h"

namespace lagesbild {

/// How a finding is meant, by the scopes it stands in.
enum class Standing {
  stated,
  denied,   ///< "no improvement"
  quoted,   ///< between quotation marks
  unreal,   ///< expected, conditional, asked, feared or past
  ignored,  ///< a purpose or an instruction: plainly no report
};

struct Finding {
  const ChangeRule* rule = nullptr;
  Standing standing = Standing::stated;
  Span where;                ///< bytes of the folded comment
  std::size_t sentence = 0;  ///< from 0, sentences without words not counted
  bool opening = false;      ///< in the comment's first sentence, headings not counted
  bool leads = false;        ///< begins its sentence, or follows a heading word and a colon
  bool alone = false;        ///< is the whole of its sentence, and without a verb
  bool partial = false;      ///< speaks of a part: "X: label", "label for X"
  bool weak = false;         ///< carries a review code or stands beside a word of doubt
};

/// In the order they stand in. `folded` is normal and folded; `capitals` tells for each of its
/// bytes whether it was a capital letter.
std::vector<Finding> findings_of(const ChangeRules& rules, std::string_view folded,
                                 const std::vector<ChangeWord>& words,
                                 const std::vector<bool>& capitals, bool cell);

}  // namespace lagesbild
