// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole chain in order: the only place that names all of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/layout.h"
#include "model/read_limits.h"
#include "model/reading.h"
#include "model/report.h"
#include "rules/rules.h"
#include "scans.h"

namespace lagesbild {

/// Every noun on the way from bytes to report.
struct Chain {
  Document document;
  Layout layout;
  Reading reading;
  Report report;
  std::size_t unread_scans = 0;  ///< pages that ask for OCR, where there was none
};

/// Reads a PDF or a text dump. `path` is the file's name as the user gave it; it is told, not
/// opened. Never throws on any bytes short of std::bad_alloc: what cannot be read is a rejected
/// report that says why. Calls `page_read`, if there, after each page of a PDF.
Chain chain_of(std::string_view bytes, const std::string& path, const Rules& rules,
               const Ocr& ocr = {}, const ReadLimits& limits = {},
               const std::function<void()>& page_read = {});

/// The last noun alone.
Report report_of(std::string_view bytes, const std::string& path, const Rules& rules,
                 const Ocr& ocr = {}, const ReadLimits& limits = {});

/// The chain in words and, if wanted, as a PNG of each page with what was found drawn on it.
struct Explanation {
  std::string text;                                           ///< UTF-8
  std::vector<std::pair<std::string, std::string>> pictures;  ///< file name, PNG bytes
  std::size_t unread_scans = 0;                               ///< as Chain's
};
Explanation explanation_of(std::string_view bytes, const std::string& path, const Rules& rules,
                           bool pictures, const Ocr& ocr = {}, const ReadLimits& limits = {});

}  // namespace lagesbild
