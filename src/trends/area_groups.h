// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which assessments speak of the same area. What the rules know is told by its id. What is a
// district's own has another id in each district and wording: those are one where their titles have
// the same words, an ending or a misspelling aside.
#pragma once

#include "trends/load.h"

namespace lagesbild {

struct AreaGroups {
  std::vector<TrendArea> areas;  ///< in order: see Trends::areas
  std::vector<std::size_t> of;   ///< for each of Loaded::said
};

AreaGroups area_groups_of(const Loaded& loaded);

/// True for "Trygghet i Farsta centrum" and "Farsta centrum: tryggheten i"; false for titles that
/// differ in a word, a letter of its own or a number, such as "Norra parken" and "Södra parken".
bool alike_titles(std::string_view a, std::string_view b);

}  // namespace lagesbild
