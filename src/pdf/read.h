// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door to PDF: Poppler is included in this room and nowhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"

namespace lagesbild {

/// What a file may ask for before reading goes on without the rest; problem code `limit` says so.
struct ReadLimits {
  std::size_t max_pages = 10'000;
  std::size_t max_glyphs = 3'000'000;   ///< on all pages together; about 60 bytes each
  std::size_t max_rulings = 1'000'000;  ///< on all pages together, and as many shadings
  std::size_t max_glyphs_per_page = 1'000'000;
  std::size_t max_rulings_per_page = 100'000;
  std::size_t max_shadings_per_page = 100'000;
  std::size_t max_images_per_page = 10'000;
  std::size_t max_fields_per_page = 10'000;
  std::size_t max_field_bytes = 16'000'000;         ///< of all values together
  std::size_t max_operators_per_page = 10'000'000;  ///< some seconds; a bomb asks for more
};

/// What the PDF in `bytes` shows, page by page, as it is displayed. `name` goes into every problem.
/// Fails with `empty`, `not_pdf`, `password`, `damaged` or `no_pages`; all lesser damage is read
/// past and listed in Document::problems.
Result<Document> read_pdf(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits = {});

/// Loads what Poppler needs from disk. To be called before a sandbox closes; further calls do
/// nothing, and the other functions of this room call it themselves.
void prepare_poppler();

}  // namespace lagesbild
