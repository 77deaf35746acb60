// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/picture.h"

#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>

#include "pdf/annotations.h"
#include "pdf/content.h"
#include "pdf/messages.h"
#include "pdf/open.h"
#include "pdf/page_tree.h"

namespace lagesbild {
namespace {

constexpr double least_dpi = 1;
constexpr double most_dpi = 1200;

Problem refusal(const std::string& name, int page, std::string code, std::string what) {
  return {std::move(code), Severity::error, {name, page, 0}, std::move(what)};
}

struct Size {
  double width;
  double height;
};

Size displayed_size(const PageParts& parts) {
  const Size size{parts.crop.x2 - parts.crop.x1, parts.crop.y2 - parts.crop.y1};
  return parts.rotate % 180 == 0 ? size : Size{size.height, size.width};
}

double bounded_dpi(double dpi, const Size& page, std::size_t pixels) {
  const double square_inches = page.width * page.height / (72 * 72);
  const double most = std::min(most_dpi, std::sqrt(static_cast<double>(pixels) / square_inches));
  return std::clamp(dpi, least_dpi, std::max(most, least_dpi));
}

Box within_page(const std::optional<Box>& region, const Size& page) {
  const Box all{0, 0, page.width, page.height};
  if (!region) return all;
  const Box part{std::max(region->x0, 0.0), std::max(region->y0, 0.0),
                 std::min(region->x1, page.width), std::min(region->y1, page.height)};
  return part.width() > 0 && part.height() > 0 ? part : all;
}

Picture cut_out(const SplashBitmap& bitmap, const Box& region, double scale) {
  const int left = std::clamp(static_cast<int>(region.x0 * scale), 0, bitmap.getWidth() - 1);
  const int top = std::clamp(static_cast<int>(region.y0 * scale), 0, bitmap.getHeight() - 1);
  const int right = std::min(static_cast<int>(std::ceil(region.x1 * scale)), bitmap.getWidth());
  const int bottom = std::min(static_cast<int>(std::ceil(region.y1 * scale)), bitmap.getHeight());
  Picture picture;
  picture.width = std::max(right - left, 1);
  picture.height = std::max(bottom - top, 1);
  picture.scale = scale;
  picture.region = {left / scale, top / scale, right / scale, bottom / scale};
  constexpr std::ptrdiff_t bytes = 3;  // a pixel
  picture.rgb.reserve(static_cast<std::size_t>(picture.width * picture.height * bytes));
  for (int y = top; y < top + picture.height; ++y) {
    const auto* row = bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    const auto* first = row + left * bytes;
    picture.rgb.insert(picture.rgb.end(), first, first + picture.width * bytes);
  }
  return picture;
}

/// A page as drawn, still in Poppler's hands.
struct Drawn {
  Opened file;
  std::unique_ptr<SplashOutputDev> device;
  Size size{};      ///< of the page, points
  double dots = 0;  ///< an inch

  const SplashBitmap& bitmap() const { return *device->getBitmap(); }
};

Result<Drawn> drawn(std::string_view bytes, const std::string& name, int page, double dpi,
                    SplashColorMode mode, const ReadLimits& limits) {
  const PopplerMessages messages;
  Result<Opened> file = opened(bytes, name);
  if (!file) return file.problem();
  if (page < 1) return refusal(name, page, "no_page", "pages are counted from 1");
  const PageList list = pages_of(*file->pdf, static_cast<std::size_t>(page));
  if (list.pages.size() < static_cast<std::size_t>(page))
    return refusal(name, page, "no_page", "this PDF has no such page");
  const PageParts& parts = list.pages.back();
  Drawn result{.file = *std::move(file)};
  result.size = displayed_size(parts);
  result.dots = bounded_dpi(dpi, result.size, limits.picture_pixels);
  SplashColor paper = {0xFF, 0xFF, 0xFF};
  result.device = std::make_unique<SplashOutputDev>(mode, 4, false, paper);
  result.device->startDoc(result.file.pdf.get());
  {
    std::size_t bytes_left = limits.page_content;
    const auto gfx = content_of(*result.file.pdf, parts, page, result.dots, *result.device, nullptr,
                                nullptr, bytes_left);
    draw_annotations(*result.file.pdf, parts, *gfx);
  }
  const SplashBitmap* bitmap = result.device->getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr || bitmap->getWidth() < 1)
    return refusal(name, page, "no_page", "this page cannot be drawn");
  return result;
}

}  // namespace

Result<Picture> picture_of(std::string_view bytes, const std::string& name, int page, double dpi,
                           std::optional<Box> region, const ReadLimits& limits) {
  const Result<Drawn> page_drawn = drawn(bytes, name, page, dpi, splashModeRGB8, limits);
  if (!page_drawn) return page_drawn.problem();
  return cut_out(page_drawn->bitmap(), within_page(region, page_drawn->size),
                 page_drawn->dots / 72);
}

Result<GreyImage> grey_image_of(std::string_view bytes, const std::string& name, int page,
                                double dpi, const ReadLimits& limits) {
  const Result<Drawn> page_drawn = drawn(bytes, name, page, dpi, splashModeMono8, limits);
  if (!page_drawn) return page_drawn.problem();
  const SplashBitmap& bitmap = page_drawn->bitmap();
  GreyImage image{bitmap.getWidth(), bitmap.getHeight(), page_drawn->dots / 72, {}};
  const auto width = static_cast<std::size_t>(image.width);
  image.pixels.reserve(width * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y) {
    const auto* row = bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    image.pixels.insert(image.pixels.end(), row, row + width);
  }
  return image;
}

}  // namespace lagesbild
