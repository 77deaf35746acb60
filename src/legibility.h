// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the text of a PDF's page is worth.
#pragma once

#include "model/document.h"

namespace lagesbild {

enum class TextLayer {
  nothing,     ///< a page without anything to read
  printed,     ///< text as it should be
  missing,     ///< a picture, or letters drawn as outlines, and next to no text
  unusable,    ///< letters whose fonts do not tell which they are, or tell wrong
  recognised,  ///< invisible words over a picture: somebody else's OCR
};

TextLayer text_layer_of(const Page& page);

/// `seen` (recognised from the picture of `page`) with each word held against the invisible words
/// of `page`: what both read is sure, where they differ neither is.
Page compared(const Page& page, Page seen);

}  // namespace lagesbild
