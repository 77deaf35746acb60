// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fourth step of migrations(): the store knows where its files lie.
#pragma once

#include <string_view>

namespace lagesbild {

inline constexpr std::string_view schema_4 = R"sql(
-- The folder that was read, from the dataset's own; bytes of a path. NULL: an earlier version.
ALTER TABLE runs ADD COLUMN folder TEXT;
)sql";

}  // namespace lagesbild
