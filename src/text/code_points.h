// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 taken apart and put together, each code point with the byte it came from. Private to text/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/mapped.h"

namespace lagesbild {

struct Mark {
  char32_t c = 0;
  std::uint32_t origin = 0;  ///< byte of the source
};

using Marks = std::vector<Mark>;

/// Invalid bytes become U+FFFD, one each.
Marks marks_of(std::string_view utf8);

/// The way back to UTF-8; `end` is the source's size.
MappedText text_of(const Marks& marks, std::uint32_t end);

}  // namespace lagesbild
