// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/pix.h"

#include <algorithm>

namespace lagesbild {

std::vector<PixelArea> parts_of(const PixPtr& bits) {
  const BoxesPtr boxes(pixConnCompBB(bits.get(), 8));
  std::vector<PixelArea> parts;
  const int count = boxes ? boxaGetCount(boxes.get()) : 0;
  for (int i = 0; i < count; ++i) {
    PixelArea part;
    boxaGetBoxGeometry(boxes.get(), i, &part.x, &part.y, &part.width, &part.height);
    parts.push_back(part);
  }
  return parts;
}

double ink_share(const PixPtr& bits, const PixelArea& area) {
  if (area.width < 1 || area.height < 1) return 0;
  int ink = 0;
  pixCountPixels(clipped(bits, area).get(), &ink, nullptr);
  return static_cast<double>(ink) / (static_cast<double>(area.width) * area.height);
}

PixPtr clipped(const PixPtr& pix, const PixelArea& area) {
  const std::unique_ptr<::Box, void (*)(::Box*)> box(
      boxCreate(area.x, area.y, area.width, area.height), [](::Box* b) { boxDestroy(&b); });
  return made(pixClipRectangle(pix.get(), box.get(), nullptr));
}

PixPtr pix_of(const GreyImage& image) {
  PixPtr pix = made(pixCreate(image.width, image.height, 8));
  l_uint32* const words = pixGetData(pix.get());
  const int words_a_row = pixGetWpl(pix.get());
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* const row =
        image.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width);
    l_uint32* const line = words + static_cast<std::ptrdiff_t>(y) * words_a_row;
    for (int x = 0; x < image.width; ++x) SET_DATA_BYTE(line, x, row[x]);
  }
  return pix;
}

}  // namespace lagesbild
