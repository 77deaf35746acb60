// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lagesbild {

/// Bytes [begin, end) of some UTF-8 text. Offsets, not views: they stay true when the text moves.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool operator==(const Span&) const = default;
};

/// The bytes of `text` that `span` names.
inline std::string_view within(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace lagesbild
