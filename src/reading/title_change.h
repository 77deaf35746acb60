// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A change that stands with an area's title: "Oförändrat" on a line below it, "(positiv
// förändring)" or "– oförändrat" behind it.
#pragma once

#include <string_view>
#include <vector>

#include "model/layout.h"
#include "reading/entries.h"
#include "rules/rules.h"

namespace lagesbild {

/// The title, its words parted by one blank, without the bracket or sign and the change behind it.
std::string_view without_change(const ChangeRules& rules, std::string_view title);

/// Whether most lines with a title the rules know have a change behind it and nothing else: the
/// form has it there.
bool changes_stand_with_titles(const std::vector<TextLine>& lines, const ChangeRules& rules,
                               const KnownTitles& known);

/// Takes the lines, or the part of the last lines, that state a change and no more off the entry;
/// its title is then without them. Empty where there are none.
std::vector<TextLine> take_change_of_title(const std::vector<Word>& words, const ChangeRules& rules,
                                           Entry& entry);

}  // namespace lagesbild
