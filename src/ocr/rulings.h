// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of tables in a picture. Private to ocr/.
#pragma once

#include <vector>

#include "ocr/pix.h"

namespace lagesbild {

struct Rulings {
  std::vector<PixelArea> horizontal, vertical;  ///< around each
  PixPtr bits;                                  ///< their pixels
};

/// Long, thin, straight runs of pixels that are darker than `paper_from`.
Rulings rulings_in(const PixPtr& grey, int paper_from, double pixels_a_point);

}  // namespace lagesbild
