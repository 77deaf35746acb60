// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans.h"

#include <algorithm>

#include "pdf/picture.h"
#include "legibility.h"

namespace lagesbild {
namespace {

constexpr double dots_per_inch = 300;  // what Tesseract was trained for

/// A page's own text gives way to its picture; lines that were drawn are surer than lines seen.
Page replaced(Page printed, Page seen) {
  seen.number = printed.number;
  seen.rotation = printed.rotation;
  if (!printed.rulings.empty() && seen.skew == 0) {
    seen.rulings = std::move(printed.rulings);
    seen.shadings = std::move(printed.shadings);
  }
  seen.images = std::move(printed.images);
  seen.fields = std::move(printed.fields);
  return seen;
}

bool asks(const Page& page, TextLayer layer, OcrMode mode) {
  if (mode == OcrMode::always) return !page.glyphs.empty() || layer != TextLayer::nothing;
  return layer == TextLayer::missing || layer == TextLayer::unusable ||
         layer == TextLayer::recognised;
}

}  // namespace

std::size_t recognise_scans(Document& document, std::string_view bytes, const Ocr& ocr) {
  std::size_t unread = 0;
  if (document.from == Document::From::text) return unread;
  for (Page& page : document.pages) {
    const TextLayer layer = text_layer_of(page);
    if (layer == TextLayer::recognised) document.from = Document::From::ocr;
    if (ocr.mode == OcrMode::never || !asks(page, layer, ocr.mode)) continue;
    if (!ocr.read) {
      ++unread;
      continue;
    }
    const Result<GreyImage> image = grey_image_of(bytes, document.name, page.number, dots_per_inch);
    if (!image) {
      document.problems.push_back(image.problem());
      continue;
    }
    Page seen = ocr.read(*image);
    if (layer == TextLayer::recognised) seen = compared(page, std::move(seen));
    page = replaced(std::move(page), std::move(seen));
    document.from = Document::From::ocr;
  }
  if (unread > 0 && ocr.unavailable) document.problems.push_back(*ocr.unavailable);
  return unread;
}

}  // namespace lagesbild
