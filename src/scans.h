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

inline constexpr std::size_t most_recognised_pages = 100;  ///< of a file, at some seconds each

/// Replaces the pages of a PDF that ask for it by what `ocr` reads in their pictures, and sets
/// Document::from. Returns how many pages ask for it and could not be read for want of `ocr.read`.
/// Pages that were left as they are for this or another reason are a problem of the document:
/// `ocr.unavailable`, "no_text" (mode never) or "limit".
std::size_t recognise_scans(Document& document, std::string_view bytes, const Ocr& ocr);

}  // namespace lagesbild
