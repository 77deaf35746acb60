// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Form fields and annotations, read from the page's dictionaries. Poppler's own form and annotation
// classes are not used: they follow loops in hostile forms and look for fonts on the system.
#pragma once

#include <Gfx.h>
#include <PDFDoc.h>

#include <optional>

#include "model/document.h"
#include "pdf/page_tree.h"
#include "pdf/read.h"

namespace lagesbild {

/// Draws the visible annotations of a page that have an appearance, and writes down as fields the
/// form fields and those free texts that have none. The bound it reached, if it did.
std::optional<LimitMember> collect_annotations(PDFDoc& document, const PageParts& parts, Gfx& gfx,
                                               Page& page, const ReadLimits& limits);

/// Draws all visible annotations that have an appearance, form fields too.
void draw_annotations(PDFDoc& document, const PageParts& parts, Gfx& gfx);

}  // namespace lagesbild
