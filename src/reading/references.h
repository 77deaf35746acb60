// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Se 3.1": comments that send the reader to another area's comment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "rules/rules.h"

namespace lagesbild {

/// Where a reference leads.
struct Target {
  std::optional<std::size_t>
      area;             ///< index into the assessments; nothing where it leads nowhere certain
  bool past = false;    ///< to an earlier year's report
  bool number = false;  ///< by the number of `area`, rather than by words of its title
};

/// The target of a comment that refers and says little else; nothing where it is no reference.
/// `from` is the index of the comment's own area.
std::optional<Target> reference_in(const FormRules& form, std::string_view comment,
                                   const std::vector<Assessment>& areas, std::size_t from);

/// Gives every assessment that only refers its target's stated change, with Basis::reference;
/// chains are followed, circles and targets without a change are marked `reference_unresolved`,
/// but for a target named by number whose comment plainly states none: then neither does this one.
void resolve_references(const FormRules& form, std::vector<Assessment>& assessments);

}  // namespace lagesbild
