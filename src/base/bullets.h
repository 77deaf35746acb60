// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The signs that list items begin with.
#pragma once

#include <array>
#include <string_view>

namespace lagesbild {

inline constexpr std::array<std::string_view, 10> bullets = {"•", "·", "▪", "●", "○",
                                                             "■", "◦", "‣", "➢", "✓"};

}  // namespace lagesbild
