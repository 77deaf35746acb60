// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a page that are read one at a time, so that lines of neighbouring columns stay apart.
// Private to ocr/.
#pragma once

#include <vector>

#include "ocr/pix.h"

namespace lagesbild {

/// `ink` is the page's print, and `fences` what no part may cross. First the regions that fences
/// close in, then each cut where white runs through it: down between columns, across between
/// paragraphs. Each is as large as its ink.
std::vector<PixelArea> regions_of(const PixPtr& ink, const PixPtr& fences, double pixels_a_point);

}  // namespace lagesbild
