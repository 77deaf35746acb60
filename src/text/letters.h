// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of character one is, ASCII without a look into ICU's tables. Private to text/.
#pragma once

#include <unicode/uchar.h>

namespace lagesbild {

inline bool is_ascii_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
inline bool is_ascii_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
inline bool is_ascii_letter(char32_t c) { return is_ascii_lower(c) || is_ascii_upper(c); }

inline bool is_lower(char32_t c) {
  return c < 0x80 ? is_ascii_lower(c) : u_islower(static_cast<UChar32>(c)) != 0;
}
inline bool is_upper(char32_t c) {
  return c < 0x80 ? is_ascii_upper(c) : u_isupper(static_cast<UChar32>(c)) != 0;
}
inline bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}
inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= U'0' && c <= U'9' : u_isdigit(static_cast<UChar32>(c)) != 0;
}
inline char32_t lower(char32_t c) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// Line feeds, form feeds and whatever else ends a line or a page.
inline bool is_line_end(char32_t c) {
  return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= U'\t' && c <= U'\r')
                  : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace lagesbild
