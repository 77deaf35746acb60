// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page as pixels, to look at and to draw on. All places are points of the page as displayed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/geometry.h"
#include "model/grey_image.h"
#include "model/read_limits.h"

namespace lagesbild {

struct Picture {
  int width = 0;  ///< pixels
  int height = 0;
  Box region;                     ///< the part of the page shown
  double scale = 1;               ///< pixels a point
  std::vector<std::uint8_t> rgb;  ///< three bytes a pixel, rows from the top
};

/// Page `page` (from 1) of the PDF in `bytes`, or `region` of it, at `dpi` pixels an inch or as
/// many as keep it within `limits`. Fails as read_pdf does, and with `no_page`.
Result<Picture> picture_of(std::string_view bytes, const std::string& name, int page, double dpi,
                           std::optional<Box> region = {}, const ReadLimits& limits = {});

/// The same page in grey, all of it. Fails as picture_of does.
Result<GreyImage> grey_image_of(std::string_view bytes, const std::string& name, int page,
                                double dpi, const ReadLimits& limits = {});

/// What `region` shows of it; no pixels where that lies beside it.
Picture part_of(const Picture& picture, const Box& region);

/// The picture as a PNG file; empty when it has no pixels.
std::string png_of(const Picture& picture);

/// Lays colour 0xRRGGBB over a box; opacity 0 leaves it as it was, 1 covers it.
void fill_box(Picture& picture, const Box& box, std::uint32_t color, double opacity);

/// Draws the sides of a box, some pixels thick.
void outline_box(Picture& picture, const Box& box, std::uint32_t color, int pixels = 1);

void draw_line(Picture& picture, double x0, double y0, double x1, double y1, std::uint32_t color,
               int pixels = 1);

/// A line with a head at its end (x1, y1).
void draw_arrow(Picture& picture, double x0, double y0, double x1, double y1, std::uint32_t color,
                int pixels = 1);

/// Writes ASCII in letters of 5 by 7 pixels, times `zoom`; (x, y) is the top left. Small letters
/// are shown as capitals, unknown signs as a box.
void draw_text(Picture& picture, double x, double y, std::string_view text, std::uint32_t color,
               int zoom = 1);

}  // namespace lagesbild
