// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tesseract itself. Private to ocr/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/pix.h"

namespace lagesbild {

/// A word as recognised, in pixels.
struct ReadWord {
  std::string text;  ///< UTF-8
  PixelArea area;    ///< around its ink
  double baseline = 0;
  double letter_height = 0;  ///< of an x, as its line has it
  double confidence = 0;     ///< 0 to 100
};

class Letters {
 public:
  /// Loads the language data from `file`. Problem: "ocr_unavailable".
  static Result<Letters> opened(const std::string& file);

  /// The picture that words_in() reads from now on; Tesseract takes a copy.
  void look_at(const PixPtr& grey, int dpi);
  /// The words of one region.
  std::vector<ReadWord> words_in(const PixelArea& region);
  /// The number that stands in `area`, such as "2.1"; nothing where there is none to be sure of.
  std::optional<ReadWord> number_in(const PixelArea& area);

 private:
  struct Engine;
  explicit Letters(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {}
  std::shared_ptr<Engine> engine_;
};

}  // namespace lagesbild
