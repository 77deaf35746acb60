// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lagesbild {

inline constexpr char32_t replacement_character = 0xFFFD;
inline constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

struct CodePoint {
  char32_t value = replacement_character;
  std::size_t size = 1;  ///< bytes it takes
  bool valid = false;    ///< false: one byte that belongs to no code point; value is U+FFFD
};

/// The code point at byte `at` of `text`, which must lie inside it. Overlong forms, surrogates and
/// values past U+10FFFF are invalid.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Adds `value` to `text`; surrogates and values past U+10FFFF as U+FFFD.
void append_utf8(std::string& text, char32_t value);

/// Every byte belongs to a code point.
bool is_utf8(std::string_view text);

}  // namespace lagesbild
