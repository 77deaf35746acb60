// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/document.h"

namespace lagesbild {

/// The page with rulings in place of the signs that draw a table in text:
///
///     +----+---------+        | 1 | Torg | Oförändrat |
///     | 1  | Torg    |        | 2 | Park | Bättre     |
///     +----+---------+
///
/// Where no lines of signs part the rows, each line whose first cell is not blank begins one.
/// Nothing where no upright signs stand below each other.
std::optional<Page> with_typed_rulings(const Page& page);

}  // namespace lagesbild
