// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GfxState.h>

#include <cstdint>

namespace lagesbild {

/// 0xRRGGBB.
inline std::uint32_t color_of(const GfxRGB& rgb) {
  return static_cast<std::uint32_t>(colToByte(rgb.r)) << 16 |
         static_cast<std::uint32_t>(colToByte(rgb.g)) << 8 |
         static_cast<std::uint32_t>(colToByte(rgb.b));
}

}  // namespace lagesbild
