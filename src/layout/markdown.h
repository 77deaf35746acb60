// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace lagesbild {

struct MarkedText {
  std::string text;
  std::vector<Span> bold;  ///< headings and what is marked as strong, in order
};

/// The text of a Markdown file without the signs that mark headings, emphasis and quotations, line
/// by line as it was; nothing where the text has no such headings.
std::optional<MarkedText> without_markdown(std::string_view utf8);

}  // namespace lagesbild
