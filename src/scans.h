// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose letters must be recognised from their picture: scans, and print whose fonts do not
// tell which letters they show.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/grey_image.h"

namespace lagesbild {

enum class OcrMode {
  never,      ///< pages are read from their text alone
  automatic,  ///< pages that have no usable text are recognised
  always,     ///< all pages are
};

/// How this program recognises letters.
struct Ocr {
  OcrMode mode = OcrMode::never;
  std::function<Page(const GreyImage&)> read;  ///< empty where it cannot
  std::optional<Problem> unavailable;          ///< why it cannot, where it was meant to
};

/// Replaces the pages of a PDF that ask for it by what `ocr` reads in their pictures, and sets
/// Document::from. Returns how many pages ask for it and could not be read for want of `ocr.read`;
/// `ocr.unavailable` goes into the document's problems then.
std::size_t recognise_scans(Document& document, std::string_view bytes, const Ocr& ocr);

}  // namespace lagesbild
