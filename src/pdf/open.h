// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PDFDoc.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lagesbild {

struct Opened {
  std::unique_ptr<std::string> rescued;  ///< the bytes with a new trailer, where that was needed
  std::unique_ptr<PDFDoc> pdf;
  /// Its table of objects was damaged and made anew; may turn true while pages are read.
  std::shared_ptr<bool> repaired = std::make_shared<bool>(false);
};

/// The document in `bytes`, which must outlive it. The empty password is tried, no other.
Result<Opened> opened(std::string_view bytes, const std::string& name);

}  // namespace lagesbild
