// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Areas of a picture that are neither paper nor print. Private to ocr/.
#pragma once

#include <vector>

#include "ocr/pix.h"

namespace lagesbild {

struct Shade {
  PixelArea area;
  int grey = 255;     ///< 0 is black
  bool dark = false;  ///< print on it must be light
};

std::vector<Shade> shades_in(const PixPtr& grey);

/// Turns the shades of `grey` into white paper with black print.
void lighten(const PixPtr& grey, const std::vector<Shade>& shades);

}  // namespace lagesbild
