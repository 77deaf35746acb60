// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door to pictures of text: Tesseract and Leptonica are included in this room and nowhere else.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "model/document.h"
#include "model/grey_image.h"

namespace lagesbild {

class Recogniser {
 public:
  /// Loads the data for Swedish from `file`, Tesseract's swe.traineddata; no file is opened later.
  /// Problem: "ocr_unavailable", which says what to install.
  static Result<Recogniser> opened(const std::string& file);

  /// What a page's picture shows: a glyph for each word and box to tick, rulings, shadings. Places
  /// are those on the page turned by Page::skew. Throws std::bad_alloc alone.
  Page page_of(const GreyImage& image) const;

 private:
  struct Parts;
  explicit Recogniser(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<Parts> parts_;
};

}  // namespace lagesbild
