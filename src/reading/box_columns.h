// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to tick that stand beside a title with nothing drawn between them, in columns that only
// their heads tell apart: "Positiv   Oförändrad   Negativ" above "3 Skolan som brottsplats ☐ ☒ ☐".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "reading/columns.h"
#include "reading/text_line.h"

namespace lagesbild {

/// A change that heads a column of boxes.
struct BoxHead {
  ColumnRole role;
  std::size_t page = 0;
  double x = 0;  ///< its middle, points
};

/// The heads in lines that name several changes, one word each, from the first page on.
std::vector<BoxHead> box_heads(const std::vector<Word>& words, const std::vector<TextLine>& lines,
                               const FormRules& form);

/// Takes the drawn boxes off the lines' other words: each a line of its own, as they stand. Lines
/// with nothing else on them are taken whole.
std::vector<TextLine> take_boxes(const std::vector<Word>& words, const FormRules& form,
                                 std::vector<TextLine>& lines);

/// What heads the box: the head of its page, or of the last one before, that it stands below;
/// nothing where it stands between two.
std::optional<ColumnRole> head_over(const std::vector<BoxHead>& heads, const TextLine& box);

}  // namespace lagesbild
