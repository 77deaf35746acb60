// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to tick: signs such as ☒ ☐ ✓ X, with or without the change written beside them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

/// Whether the word is a sign drawn as a box, such as ☐, and no letter or dash that may stand for
/// one.
bool is_drawn_box(const FormRules& form, std::string_view word);

/// Whether the text is nothing but signs of ticked and empty boxes.
bool is_box_text(const FormRules& form, std::string_view text);

/// Whether a box among the text is ticked.
bool is_ticked(const FormRules& form, std::string_view text);

/// Boxes with their changes beside them, such as "☒ Positiv ☐ Oförändrat ☐ Negativ".
struct BoxLine {
  std::vector<Change> ticked;
  std::size_t boxes = 0;  ///< boxes with a change beside them
};

/// Nothing where the text is not made of boxes with changes alone.
std::optional<BoxLine> box_line(const Rules& rules, std::string_view text);

/// A cell that offers several changes and nothing else: "Positiv [x] / Negativ [ ]", signs before
/// or behind them, or none: then a box of 0 tells that the choice was made in another way.
std::optional<BoxLine> choice_in(const Rules& rules, std::string_view text);

/// How many of the first lines are together a BoxLine: one, or a few with a box each. 0 where none
/// are.
std::size_t lines_of_boxes(const Rules& rules, std::span<const TextLine> lines);

}  // namespace lagesbild
