// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that exist, found by walking the tree: its counts may lie.
#pragma once

#include <Object.h>
#include <PDFDoc.h>
#include <Page.h>

#include <vector>

namespace lagesbild {

/// A page's dictionary with what it inherits.
struct PageParts {
  Object dict;
  Object resources;
  PDFRectangle crop;  ///< crop box within the media box, in user space
  int rotate = 0;     ///< 0, 90, 180 or 270
};

struct PageList {
  std::vector<PageParts> pages;
  bool more = false;      ///< there are more than asked for
  bool gathered = false;  ///< the tree is broken; pages were found by looking at every object
};

/// At most `max_pages` pages in reading order. Loops and nonsense in the tree are left out.
PageList pages_of(PDFDoc& document, std::size_t max_pages);

}  // namespace lagesbild
