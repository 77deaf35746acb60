// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans.h"

#include <algorithm>

#include "legibility.h"
#include "pdf/picture.h"

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

/// Pages that stay as they are; nothing to say where there are none.
std::optional<Problem> problem_of(const std::vector<int>& pages, const Ocr& ocr) {
  if (pages.empty()) return std::nullopt;
  const auto about = [&](const char* code, const std::string& why) {
    const std::string count = std::to_string(pages.size());
    const std::string what =
        pages.size() == 1 ? " page without usable text: " : " pages without usable text: ";
    return Problem{code, Severity::warning, {{}, pages.front(), 0}, count + what + why};
  };
  if (ocr.mode == OcrMode::never) return about("no_text", "--ocr auto reads it from its picture");
  if (ocr.unavailable) return about("ocr_unavailable", ocr.unavailable->what);
  if (!ocr.read) return std::nullopt;  // others will read it
  return about("limit", "no more than " + std::to_string(most_recognised_pages) +
                            " pages of a file are recognised; split the file");
}

/// A page's picture, read. The document's problems say where it could not be drawn.
bool recognise(Page& page, TextLayer layer, Document& document, std::string_view bytes,
               const Ocr& ocr) {
  const Result<GreyImage> image = grey_image_of(bytes, document.name, page.number, dots_per_inch);
  if (!image) {
    document.problems.push_back(image.problem());
    return false;
  }
  Page seen = ocr.read(*image);
  if (layer == TextLayer::recognised) seen = compared(page, std::move(seen));
  page = replaced(std::move(page), std::move(seen));
  return true;
}

}  // namespace

std::size_t recognise_scans(Document& document, std::string_view bytes, const Ocr& ocr) {
  if (document.from == Document::From::text) return 0;
  std::vector<int> left;
  std::size_t asked = 0;
  for (Page& page : document.pages) {
    const TextLayer layer = text_layer_of(page);
    if (layer == TextLayer::recognised) document.from = Document::From::ocr;
    if (!asks(page, layer, ocr.mode)) continue;
    ++asked;
    if (ocr.mode != OcrMode::never && ocr.read && asked <= most_recognised_pages) {
      if (recognise(page, layer, document, bytes, ocr)) document.from = Document::From::ocr;
    } else if (layer != TextLayer::recognised) {
      left.push_back(page.number);
    }
  }
  if (auto problem = problem_of(left, ocr)) document.problems.push_back(*std::move(problem));
  return ocr.mode == OcrMode::never || ocr.read ? 0 : asked;
}

}  // namespace lagesbild
