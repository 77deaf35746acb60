// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"

namespace lagesbild {

/// What reads scans: a worker of its own, so that all others are spared Tesseract and what it
/// loads.
struct OcrProgram {
  std::string path;  ///< of the program
  std::string data;  ///< of Tesseract's data for Swedish
};

/// Both are looked for, not tried. Problem: "ocr_unavailable", with what to install.
Result<OcrProgram> ocr_program();

}  // namespace lagesbild
