// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a comment says of the change since last year, by the rules alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/report.h"
#include "rules/change_rules.h"

namespace lagesbild {

struct ChangeReading {
  std::optional<Change> change;            ///< stated, and nothing else
  std::optional<Change> suggested_change;  ///< where change is empty: what softer rules say
  std::vector<std::string> review;         ///< codes, see README.md
  std::string rule;                        ///< id of the deciding rule, empty if none
  bool repeatable = false;                 ///< all it asks is whether others are worded like it
  std::vector<Span> decided_by;            ///< the deciding words, bytes of the comment
  bool operator==(const ChangeReading&) const = default;
};

/// What the comments of one report state, in view of each other: "Positivt." is its way of stating
/// a change where several comments begin so, for better and for worse, and asks for nothing then.
void settle_repeated(std::vector<ChangeReading>& readings);

/// Reads a whole comment (as printed, normal()ised or not; '\n' between paragraphs).
ChangeReading change_of(const ChangeRules& rules, std::string_view comment);

/// Reads a cell that holds nothing but the change, such as "Positiv" or "Ingen förändring".
ChangeReading change_of_cell(const ChangeRules& rules, std::string_view cell);

}  // namespace lagesbild
