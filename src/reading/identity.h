// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which district, period and area a printed text names. Near misses are told from exact ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.h"

namespace lagesbild {

struct DistrictMatch {
  const DistrictRule* district = nullptr;
  Span where;         ///< bytes of the text: the name, and its office where it follows
  bool exact = true;  ///< false: one letter off, or by an abbreviation
};

/// The district `text` (a line or a cell, normal()ised) names, in any accepted spelling: alone, or
/// beside words that rules/districts.yaml allows, or set apart with its office ("..., Farsta
/// stadsdelsförvaltning"). Only names of two parts or more may be one letter off. Nothing where it
/// names none or two different ones.
std::optional<DistrictMatch> district_in(const Districts& districts, std::string_view text);

/// "YYYY" or "YYYY-MM" of a title line such as "Lägesbild december 2022"; nothing where `text` is
/// no title of this form, or names no year or two.
std::optional<std::string> period_in_title(const FormRules& form, std::string_view text);

/// "YYYY-MM" of a line that is a date and nothing else; nothing where it is none.
std::optional<std::string> period_of_date(const FormRules& form, std::string_view text);

struct AreaMatch {
  const Area* area = nullptr;
  double likeness = 0;  ///< 1: the title is known as it stands, or all of it and more behind it
};

/// The known area a printed title names: exact by key, else the single best one that is near
/// enough; area is null where none is. `scope` and `year` narrow the choice where known.
AreaMatch area_named(const std::vector<Area>& areas, std::string_view title,
                     std::optional<Scope> scope, std::optional<int> year);

/// The id of a local area that the rules do not know, such as "farsta-hokarangens-centrum". Mail
/// addresses and numbers as long as a telephone's are no part of it.
std::string own_area_id(std::string_view district_id, std::string_view title);

}  // namespace lagesbild
