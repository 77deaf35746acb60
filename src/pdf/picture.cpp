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

constexpr double most_pixels = 40e6;  // 120 MB
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

double bounded_dpi(double dpi, const Size& page) {
  const double square_inches = page.width * page.height / (72 * 72);
  return std::clamp(dpi, least_dpi, std::min(most_dpi, std::sqrt(most_pixels / square_inches)));
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
  for (int y = top; y < top + picture.height; ++y) {
    const auto* row = bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    picture.rgb.insert(picture.rgb.end(), row + left * 3, row + (left + picture.width) * 3);
  }
  return picture;
}

}  // namespace

Result<Picture> picture_of(std::string_view bytes, const std::string& name, int page, double dpi,
                           std::optional<Box> region) {
  const Messages messages;
  const Result<Opened> file = opened(bytes, name);
  if (!file) return file.problem();
  if (page < 1) return refusal(name, page, "no_page", "pages are counted from 1");
  const PageList list = pages_of(*file->pdf, static_cast<std::size_t>(page));
  if (list.pages.size() < static_cast<std::size_t>(page))
    return refusal(name, page, "no_page", "this PDF has no such page");
  const PageParts& parts = list.pages.back();
  const Size size = displayed_size(parts);
  const double dots = bounded_dpi(dpi, size);
  SplashColor paper = {0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 4, false, paper);
  device.startDoc(file->pdf.get());
  {
    const auto gfx = content_of(*file->pdf, parts, page, dots, device, nullptr, nullptr);
    draw_annotations(*file->pdf, parts, *gfx);
  }
  const SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr || bitmap->getWidth() < 1)
    return refusal(name, page, "no_page", "this page cannot be drawn");
  return cut_out(*bitmap, within_page(region, size), dots / 72);
}

}  // namespace lagesbild
