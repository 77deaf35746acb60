// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "pdf/picture.h"
#include "pdf/small_letters.h"

namespace lagesbild {
namespace {

constexpr double far_away = 1e6;  // pixels; nothing is drawn there

/// Page points to pixels.
double pixel_x(const Picture& picture, double x) { return (x - picture.region.x0) * picture.scale; }
double pixel_y(const Picture& picture, double y) { return (y - picture.region.y0) * picture.scale; }

int bounded(double v, int most) {
  if (!(v > 0)) return 0;
  return v < most ? static_cast<int>(v) : most;
}

/// Pixels [x0, x1) by [y0, y1), as far as inside the picture.
void blend(Picture& picture, double x0, double y0, double x1, double y1, std::uint32_t color,
           double opacity) {
  const double parts[] = {static_cast<double>(color >> 16 & 0xff),
                          static_cast<double>(color >> 8 & 0xff),
                          static_cast<double>(color & 0xff)};
  const int left = bounded(x0, picture.width), right = bounded(x1, picture.width);
  const int top = bounded(y0, picture.height), bottom = bounded(y1, picture.height);
  opacity = std::clamp(opacity, 0.0, 1.0);
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) {
      const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                       static_cast<std::size_t>(x)) *
                      3;
      for (std::size_t i = 0; i < 3; ++i) {
        std::uint8_t& byte = picture.rgb[at + i];
        byte = static_cast<std::uint8_t>(std::lround(byte * (1 - opacity) + parts[i] * opacity));
      }
    }
}

}  // namespace

Picture part_of(const Picture& picture, const Box& region) {
  const int left = bounded(pixel_x(picture, region.x0), picture.width);
  const int top = bounded(pixel_y(picture, region.y0), picture.height);
  const int right = bounded(std::ceil(pixel_x(picture, region.x1)), picture.width);
  const int bottom = bounded(std::ceil(pixel_y(picture, region.y1)), picture.height);
  Picture part;
  if (right <= left || bottom <= top) return part;
  part.width = right - left;
  part.height = bottom - top;
  part.scale = picture.scale;
  part.region.x0 = picture.region.x0 + left / picture.scale;
  part.region.y0 = picture.region.y0 + top / picture.scale;
  part.region.x1 = part.region.x0 + part.width / picture.scale;
  part.region.y1 = part.region.y0 + part.height / picture.scale;
  constexpr std::ptrdiff_t bytes = 3;  // a pixel
  part.rgb.reserve(static_cast<std::size_t>(part.width * part.height * bytes));
  for (int y = top; y < bottom; ++y) {
    const auto first = picture.rgb.begin() + (std::ptrdiff_t{y} * picture.width + left) * bytes;
    part.rgb.insert(part.rgb.end(), first, first + part.width * bytes);
  }
  return part;
}

void fill_box(Picture& picture, const Box& box, std::uint32_t color, double opacity) {
  blend(picture, std::floor(pixel_x(picture, box.x0)), std::floor(pixel_y(picture, box.y0)),
        std::ceil(pixel_x(picture, box.x1)), std::ceil(pixel_y(picture, box.y1)), color, opacity);
}

void outline_box(Picture& picture, const Box& box, std::uint32_t color, int pixels) {
  const double x0 = std::floor(pixel_x(picture, box.x0)), x1 = std::ceil(pixel_x(picture, box.x1));
  const double y0 = std::floor(pixel_y(picture, box.y0)), y1 = std::ceil(pixel_y(picture, box.y1));
  blend(picture, x0, y0, x1, y0 + pixels, color, 1);
  blend(picture, x0, y1 - pixels, x1, y1, color, 1);
  blend(picture, x0, y0, x0 + pixels, y1, color, 1);
  blend(picture, x1 - pixels, y0, x1, y1, color, 1);
}

void draw_line(Picture& picture, double x0, double y0, double x1, double y1, std::uint32_t color,
               int pixels) {
  const double from_x = pixel_x(picture, x0), from_y = pixel_y(picture, y0);
  const double to_x = pixel_x(picture, x1), to_y = pixel_y(picture, y1);
  const double length = std::max(std::abs(to_x - from_x), std::abs(to_y - from_y));
  if (!(length < far_away)) return;
  const int steps = std::max(static_cast<int>(std::ceil(length)), 1);
  const double half = (pixels - 1) / 2.0;
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const double x = std::floor(from_x + share * (to_x - from_x) - half);
    const double y = std::floor(from_y + share * (to_y - from_y) - half);
    if (x > -pixels && y > -pixels) blend(picture, x, y, x + pixels, y + pixels, color, 1);
  }
}

void draw_arrow(Picture& picture, double x0, double y0, double x1, double y1, std::uint32_t color,
                int pixels) {
  constexpr double head_angle = 0.45;                    // radians to either side
  const double head = (4 + 3 * pixels) / picture.scale;  // points
  const double back = std::atan2(y0 - y1, x0 - x1);
  draw_line(picture, x0, y0, x1, y1, color, pixels);
  for (const double angle : {back - head_angle, back + head_angle})
    draw_line(picture, x1, y1, x1 + head * std::cos(angle), y1 + head * std::sin(angle), color,
              pixels);
}

void draw_text(Picture& picture, double x, double y, std::string_view text, std::uint32_t color,
               int zoom) {
  double left = std::floor(pixel_x(picture, x));
  const double top = std::floor(pixel_y(picture, y));
  for (const char c : text) {
    const SmallLetter& letter = small_letter(c);
    for (int row = 0; row < 7; ++row)
      for (int column = 0; column < 5; ++column)
        if (letter[static_cast<std::size_t>(row)] >> (4 - column) & 1)
          blend(picture, left + column * zoom, top + row * zoom, left + (column + 1) * zoom,
                top + (row + 1) * zoom, color, 1);
    left += 6 * zoom;
  }
}

}  // namespace lagesbild
