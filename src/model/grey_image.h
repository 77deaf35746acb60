// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace lagesbild {

/// A page as a picture in grey: what pdf/ draws and ocr/ reads.
struct GreyImage {
  int width = 0;  ///< pixels
  int height = 0;
  double scale = 1;                  ///< pixels a point
  std::vector<std::uint8_t> pixels;  ///< rows from the top; 0 is black
};

}  // namespace lagesbild
