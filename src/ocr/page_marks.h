// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From pixels of the upright picture to points of the page. Private to ocr/.
#pragma once

#include <vector>

#include "model/document.h"
#include "ocr/letters.h"
#include "ocr/rulings.h"
#include "ocr/shades.h"
#include "ocr/tick_boxes.h"

namespace lagesbild {

/// What was found in the upright picture.
struct PageMarks {
  std::vector<Shade> shades;
  Rulings rulings;
  std::vector<TickBox> boxes;
  std::vector<ReadWord> words;
};

/// The page the picture was made of.
struct ScannedSheet {
  double width = 0, height = 0;  ///< points, as displayed
  double scale = 1;              ///< pixels a point
  int turn = 0;                  ///< Upright::turn
  double skew = 0;               ///< Upright::skew
};

Page page_with(const PageMarks& marks, const ScannedSheet& sheet);

}  // namespace lagesbild
