// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include <algorithm>
#include <array>

#include "pdf/picture.h"

namespace lagesbild {
namespace {

/// A picture of few colours: print on paper is shades of one, and packs three times as fast so.
struct Palette {
  std::vector<std::uint8_t> rgb;     ///< three bytes a colour
  std::vector<std::uint8_t> pixels;  ///< one byte each, its place in `rgb`
};

constexpr std::uint32_t most_colors = 256;

/// The places of colours in a palette, by their hash; open addressing.
class Colors {
 public:
  /// Nothing where a 257th colour is asked for.
  std::optional<std::uint8_t> place(std::uint32_t color) {
    std::size_t at = (color * 0x9E3779B1U) >> 22;  // ten bits, mixed
    for (; slots_[at].used; at = (at + 1) % slots_.size())
      if (slots_[at].color == color) return slots_[at].place;
    if (count_ == most_colors) return std::nullopt;
    slots_[at] = {color, static_cast<std::uint8_t>(count_++), true};
    return slots_[at].place;
  }
  std::uint32_t count() const { return count_; }

 private:
  struct Slot {
    std::uint32_t color = 0;
    std::uint8_t place = 0;
    bool used = false;
  };
  std::array<Slot, 1024> slots_{};  // four times as many as are used, so that runs stay short
  std::uint32_t count_ = 0;
};

/// Nothing where it has more than 256 colours, as photographs have.
std::optional<Palette> palette_of(const std::vector<std::uint8_t>& rgb) {
  Palette palette;
  palette.pixels.reserve(rgb.size() / 3);
  Colors colors;
  for (std::size_t at = 0; at + 2 < rgb.size(); at += 3) {
    const std::uint32_t color =
        std::uint32_t{rgb[at]} << 16 | std::uint32_t{rgb[at + 1]} << 8 | std::uint32_t{rgb[at + 2]};
    const auto place = colors.place(color);
    if (!place) return std::nullopt;
    palette.pixels.push_back(*place);
    if (colors.count() * 3 > palette.rgb.size())
      palette.rgb.insert(palette.rgb.end(), {rgb[at], rgb[at + 1], rgb[at + 2]});
  }
  return palette;
}

std::string packed(png_image& image, const std::uint8_t* pixels, int row_bytes,
                   const std::uint8_t* colors) {
  image.flags = PNG_IMAGE_FLAG_FAST;  // print on white paper packs as well without filters
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);  // asking for its size would pack it twice
  std::string png(size, '\0');
  if (!png_image_write_to_memory(&image, png.data(), &size, 0, pixels, row_bytes, colors))
    return {};
  png.resize(size);
  return png;
}

}  // namespace

std::string png_of(const Picture& picture) {
  if (picture.rgb.empty()) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  if (const auto palette = palette_of(picture.rgb)) {
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(palette->rgb.size() / 3);
    return packed(image, palette->pixels.data(), picture.width, palette->rgb.data());
  }
  image.format = PNG_FORMAT_RGB;
  return packed(image, picture.rgb.data(), picture.width * 3, nullptr);
}

}  // namespace lagesbild
