// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include "pdf/picture.h"

namespace lagesbild {

std::string png_of(const Picture& picture) {
  if (picture.rgb.empty()) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  const int row = picture.width * 3;
  if (!png_image_write_to_memory(&image, nullptr, &size, 0, picture.rgb.data(), row, nullptr))
    return {};
  std::string png(size, '\0');
  if (!png_image_write_to_memory(&image, png.data(), &size, 0, picture.rgb.data(), row, nullptr))
    return {};
  png.resize(size);
  return png;
}

}  // namespace lagesbild
