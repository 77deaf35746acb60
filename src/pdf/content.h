// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Gfx.h>
#include <OutputDev.h>
#include <PDFDoc.h>

#include <memory>

#include "pdf/page_fonts.h"
#include "pdf/page_tree.h"

namespace lagesbild {

/// Shows a page's content to `device`, which takes `dots_per_inch`. Comes back with the state of
/// the page, so that annotations can follow; it must not outlive the others. `stop` is asked with
/// `stop_data` between operators and may be null. Of the content's own bytes, unpacked, no more
/// than `bytes_left` are read; what is left of them stands there after. `fonts`, where there
/// are any, are taken from there instead of being made anew, and kept there.
std::unique_ptr<Gfx> content_of(PDFDoc& document, const PageParts& parts, int number,
                                double dots_per_inch, OutputDev& device, bool (*stop)(void*),
                                void* stop_data, std::size_t& bytes_left,
                                PageFonts* fonts = nullptr);

}  // namespace lagesbild
