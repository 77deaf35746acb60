// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report's own signs for a change, and what it says they mean: "+ positiv förändring,
// = oförändrat", "Grön = positiv förändring".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "rules/rules.h"

namespace lagesbild {

/// Folded signs with what they mean.
using Legend = std::map<std::string, Change>;

/// What a line, as folded() gives it, says of signs. One that explains several changes is a legend;
/// one that explains a single sign and says no more may be a part of one.
Legend legend_in(const Rules& rules, std::string_view folded_text);

/// What a column's head of signs alone says of them: "+/-".
Legend legend_of_head(std::string_view text);

/// Adds entries; false, and nothing added, where a sign is known to mean something else.
bool extend(Legend& legend, const Legend& more);

/// What a text that is a sign alone means; nothing for others.
std::optional<Change> meaning(const Legend& legend, std::string_view text);

/// Whether a text is a sign alone: neither letters nor digits, three code points at most.
bool is_sign(std::string_view text);

}  // namespace lagesbild
