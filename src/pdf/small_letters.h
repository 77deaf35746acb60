// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace lagesbild {

/// Seven rows from the top, five pixels each: bit 4 is the leftmost.
using SmallLetter = std::array<std::uint8_t, 7>;

/// The shape of a capital, digit or mark; a box when there is none.
const SmallLetter& small_letter(char letter);

}  // namespace lagesbild
