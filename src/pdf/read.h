// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door to PDF: Poppler is included in this room and nowhere else.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/read_limits.h"

namespace lagesbild {

/// What the PDF in `bytes` shows, page by page, as it is displayed. `name` goes into every problem.
/// Fails with `empty`, `not_pdf`, `password`, `damaged` or `no_pages`; all lesser damage is read
/// past and listed in Document::problems. Calls `page_read`, if there, after each page.
Result<Document> read_pdf(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits = {},
                          const std::function<void()>& page_read = {});

/// Loads what Poppler needs from disk. To be called before a sandbox closes; further calls do
/// nothing, and the other functions of this room call it themselves.
void prepare_poppler();

}  // namespace lagesbild
