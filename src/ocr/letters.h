// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tesseract itself. Private to ocr/.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/pix.h"

namespace lagesbild {

/// A word as recognised, in pixels.
struct ReadWord {
  std::string text;  ///< UTF-8
  Area area;         ///< around its ink
  double baseline = 0;
  double letter_height = 0;  ///< of an x, as its line has it
  double confidence = 0;     ///< 0 to 100
};

class Letters {
 public:
  /// Loads the language data from `folder`, or where Tesseract looks by itself if empty. Problem:
  /// "ocr_unavailable".
  static Result<Letters> opened(const std::string& folder);

  /// The words in each of `regions`, in their order.
  std::vector<ReadWord> words_in(const PixPtr& grey, const std::vector<Area>& regions, int dpi);

 private:
  struct Engine;
  explicit Letters(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {}
  std::shared_ptr<Engine> engine_;
};

}  // namespace lagesbild
