// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/page_device.h"

#include <Stream.h>
#include <goo/GooString.h>

#include "pdf/color.h"

namespace lagesbild {
namespace {

constexpr std::uint32_t some_pattern = 0xC0C0C0;  // what patterns of unknown colour count as
constexpr std::size_t operators_a_check = 10;     // Poppler asks about that often

/// Inline images lie within the operators; their bytes must be read to get past them.
void skip(Stream* stream, long long bytes) {
  stream->reset();
  while (bytes-- > 0 && stream->getChar() != EOF) {
  }
  stream->close();
}

}  // namespace

PageDevice::PageDevice(Page& page, const ReadLimits& limits)
    : page_(page),
      limits_(limits),
      glyphs_(page, limits.page_glyphs, limits.page_text),
      paths_(page, limits.page_rulings, limits.page_shadings) {}

std::vector<LimitMember> PageDevice::limits_reached() const {
  std::vector<LimitMember> reached;
  const auto note = [&](bool is, LimitMember which) {
    if (is) reached.push_back(which);
  };
  note(glyphs_.glyphs_full(), &ReadLimits::page_glyphs);
  note(glyphs_.text_full(), &ReadLimits::page_text);
  note(paths_.rulings_full(), &ReadLimits::page_rulings);
  note(paths_.shadings_full(), &ReadLimits::page_shadings);
  note(images_full_, &ReadLimits::page_images);
  note(exhausted_, &ReadLimits::page_operators);
  return reached;
}

bool PageDevice::stop() {
  exhausted_ = exhausted_ || ++checks_ > limits_.page_operators / operators_a_check;
  return exhausted_ || glyphs_.glyphs_full() || glyphs_.text_full();
}

void PageDevice::all_changed() {
  glyphs_.style_changed();
  glyphs_.color_changed();
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                          double origin_x, double origin_y, CharCode code, int bytes,
                          const Unicode* u, int u_size) {
  if (!in_mask()) glyphs_.draw(state, x, y, dx, dy, origin_x, origin_y, bytes, code, u, u_size);
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  if (!in_mask()) glyphs_.begin_actual_text(text->toStr());
}

void PageDevice::endActualText(GfxState*) {
  if (!in_mask()) glyphs_.end_actual_text();
}

void PageDevice::stroke(GfxState* state) {
  if (!in_mask()) paths_.stroke(state);
}

void PageDevice::fill(GfxState* state) {
  if (!in_mask()) paths_.fill(state);
}

bool PageDevice::fill_pattern(GfxState* state, GfxColorSpace* space, const GfxColor& color) {
  GfxRGB rgb;
  space->getRGB(&color, &rgb);
  if (!in_mask()) paths_.fill_clip(state, color_of(rgb));
  return true;
}

bool PageDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*,
                                   const double*, int, int, int, int, double, double) {
  if (!in_mask()) paths_.fill_clip(state, some_pattern);
  return true;
}

bool PageDevice::functionShadedFill(GfxState* state, GfxFunctionShading* shading) {
  double x0 = 0, y0 = 0, x1 = 1, y1 = 1;
  shading->getDomain(&x0, &y0, &x1, &y1);
  GfxColor color;
  shading->getColor((x0 + x1) / 2, (y0 + y1) / 2, &color);
  return fill_pattern(state, shading->getColorSpace(), color);
}

bool PageDevice::axialShadedFill(GfxState* state, GfxAxialShading* shading, double, double) {
  GfxColor color;
  shading->getColor((shading->getDomain0() + shading->getDomain1()) / 2, &color);
  return fill_pattern(state, shading->getColorSpace(), color);
}

bool PageDevice::radialShadedFill(GfxState* state, GfxRadialShading* shading, double, double) {
  GfxColor color;
  shading->getColor((shading->getDomain0() + shading->getDomain1()) / 2, &color);
  return fill_pattern(state, shading->getColorSpace(), color);
}

bool PageDevice::gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) {
  if (!in_mask()) paths_.fill_clip(state, some_pattern);
  return true;
}

bool PageDevice::patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) {
  if (!in_mask()) paths_.fill_clip(state, some_pattern);
  return true;
}

void PageDevice::add_image(GfxState* state) {
  if (in_mask()) return;
  const Box box = paths_.image_box(state);
  if (box.width() <= 0 || box.height() <= 0) return;
  if (page_.images.size() < limits_.page_images)
    page_.images.push_back({box});
  else
    images_full_ = true;
}

void PageDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                               bool, bool, bool in_line) {
  if (in_line) skip(stream, (static_cast<long long>(width) + 7) / 8 * height);
  add_image(state);
}

void PageDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap* colors, bool, const int*, bool in_line) {
  if (in_line) {
    const long long bits =
        static_cast<long long>(width) * colors->getNumPixelComps() * colors->getBits();
    skip(stream, (bits + 7) / 8 * height);
  }
  add_image(state);
}

void PageDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                 bool, Stream*, int, int, bool, bool) {
  add_image(state);
}

void PageDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                     bool, Stream*, int, int, GfxImageColorMap*, bool) {
  add_image(state);
}

void PageDevice::setSoftMaskFromImageMask(GfxState*, Object*, Stream* stream, int width, int height,
                                          bool, bool in_line, double*) {
  if (in_line) skip(stream, (static_cast<long long>(width) + 7) / 8 * height);
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                        bool for_mask) {
  groups_.push_back(for_mask);
  if (for_mask) ++masks_;
  all_changed();
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  if (groups_.back()) --masks_;
  groups_.pop_back();
  all_changed();
}

}  // namespace lagesbild
