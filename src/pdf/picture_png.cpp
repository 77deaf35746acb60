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
  image.flags = PNG_IMAGE_FLAG_FAST;  // print on white paper packs as well without filters
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);  // asking for its size would pack it twice
  std::string png(size, '\0');
  if (!png_image_write_to_memory(&image, png.data(), &size, 0, picture.rgb.data(),
                                 picture.width * 3, nullptr))
    return {};
  png.resize(size);
  return png;
}

}  // namespace lagesbild
