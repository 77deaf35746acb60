// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/ocr_program.h"

#include <cstdlib>
#include <filesystem>

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Problem unavailable(const std::string& file, const std::string& why) {
  return {"ocr_unavailable", Severity::warning, Place{file, 0, 0}, why};
}

/// Where Tesseract itself looks.
fs::path data_folder() {
  const char* set = std::getenv("TESSDATA_PREFIX");
  return set && *set ? set : LAGESBILD_TESSERACT_DATA;
}

}  // namespace

Result<OcrProgram> ocr_program() {
  std::error_code none;
  const fs::path self = fs::read_symlink("/proc/self/exe", none);
  const fs::path path = self.parent_path() / "lagesbild-ocr";
  if (!fs::is_regular_file(path, none))
    return unavailable(path.string(),
                       "lagesbild-ocr, which reads scans, is not beside lagesbild; install it");
  const fs::path data = data_folder() / "swe.traineddata";
  if (!fs::is_regular_file(data, none))
    return unavailable(data.string(),
                       "Tesseract's data for Swedish is not there; install tesseract-ocr-swe, or "
                       "name its folder in TESSDATA_PREFIX");
  return OcrProgram{path.string(), data.string()};
}

}  // namespace lagesbild
