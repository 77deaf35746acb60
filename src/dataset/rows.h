// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "dataset/sqlite.h"
#include "dataset/value.h"

namespace lagesbild {

/// Hands each row of a query without parameters to `take`, one at a time. A failure sticks to
/// `store` and ends the rows.
void for_each_row(Database& store, std::string_view sql,
                  const std::function<void(const Row&)>& take);

}  // namespace lagesbild
