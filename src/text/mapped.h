// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace lagesbild {

/// A text made from another one, and the way back.
struct MappedText {
  std::string text;  ///< UTF-8
  /// For every byte of `text`, and once for its end: the byte of the source it came from.
  std::vector<std::uint32_t> origin;

  /// The bytes of the source that `span` of `text` was made from: whole characters, even where
  /// `span` ends inside what one of them became ("f" of a ligature).
  Span source(Span span) const {
    std::size_t end = span.end;
    while (!span.empty() && end + 1 < origin.size() && origin[end] == origin[span.end - 1]) ++end;
    return {origin[span.begin], origin[end]};
  }
};

}  // namespace lagesbild
