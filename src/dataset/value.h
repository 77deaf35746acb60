// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A row on its way from the store to an export.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace lagesbild {

/// Nothing (a missing value), a number, or UTF-8.
using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Value>;

}  // namespace lagesbild
