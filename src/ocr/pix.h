// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Leptonica's pictures as values that free themselves. Private to ocr/. One bit a pixel: 1 is ink;
// eight bits: 0 is black.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>
#include <new>

#include "model/grey_image.h"

namespace lagesbild {

struct PixDeleter {
  void operator()(::Pix* pix) const { pixDestroy(&pix); }
  void operator()(::Boxa* boxes) const { boxaDestroy(&boxes); }
  void operator()(::Pixa* parts) const { pixaDestroy(&parts); }
};

using PixPtr = std::unique_ptr<::Pix, PixDeleter>;
using BoxesPtr = std::unique_ptr<::Boxa, PixDeleter>;

/// Leptonica gives null where memory ran out; its other failures come from wrong arguments.
inline PixPtr made(::Pix* pix) {
  if (pix == nullptr) throw std::bad_alloc();
  return PixPtr(pix);
}

/// A rectangle of pixels.
struct PixelArea {
  int x = 0, y = 0, width = 0, height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
};

/// The rectangles around the connected parts of a picture of one bit.
std::vector<PixelArea> parts_of(const PixPtr& bits);

/// Which share of `area` is ink; 0 for an area without pixels.
double ink_share(const PixPtr& bits, const PixelArea& area);

/// The part of a picture; `area` must have pixels of it.
PixPtr clipped(const PixPtr& pix, const PixelArea& area);

PixPtr pix_of(const GreyImage& image);

}  // namespace lagesbild
