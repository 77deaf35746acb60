// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/signs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr std::size_t shortest_run = 3;  // private-use letters; fewer may be symbols side by side

bool is_control(char32_t c) { return (c < 0x20 || (c >= 0x7F && c < 0xA0)) && !is_space(c); }

/// Format characters and variation selectors: they shape text and are none.
bool is_unseen(char32_t c) {
  if (c < 0xAD) return false;
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x34F) return true;
  return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
}

/// Bullets, ticks and boxes of Symbol and the Wingdings, which symbol fonts put at U+F000 and up.
char32_t symbol(char32_t c) {
  switch (c) {
    case 0xF0B7:
    case 0xF0A7:
    case 0xF076:
    case 0xF0D8:
      return U'•';
    case 0xF0FC:
    case 0xF050:
      return U'✓';
    case 0xF0FB:
      return U'✗';
    case 0xF0FE:
    case 0xF052:
      return U'☑';
    case 0xF0FD:
    case 0xF053:
    case 0xF078:
      return U'☒';
    case 0xF0A8:
    case 0xF06F:
    case 0xF0A3:
      return U'☐';
    case 0xF0E0:
      return U'→';
    case 0xF0E1:
      return U'↑';
    case 0xF0E2:
      return U'↓';
    case 0xF0E4:
      return U'↗';
    case 0xF0E6:
      return U'↘';
    default:
      return c;
  }
}

std::u32string_view spelt_out(char32_t c) {
  switch (c) {
    case 0xFB00:
      return U"ff";
    case 0xFB01:
      return U"fi";
    case 0xFB02:
      return U"fl";
    case 0xFB03:
      return U"ffi";
    case 0xFB04:
      return U"ffl";
    case 0xFB05:
    case 0xFB06:
      return U"st";
    case 0x2010:
    case 0x2011:
      return U"-";
    default:
      return {};
  }
}

bool in_symbol_font(char32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

/// The end of the run of private-use letters that begins at `i`; `i` where they are too few.
std::size_t end_of_symbol_text(const Marks& marks, std::size_t i) {
  std::size_t end = i;
  while (end < marks.size() && in_symbol_font(marks[end].c) && is_letter(marks[end].c - 0xF000))
    ++end;
  return end - i >= shortest_run ? end : i;
}

bool stands_for_letter(const Marks& marks, std::size_t i) {
  const bool after_letter = i > 0 && is_letter(marks[i - 1].c);
  const bool begins = i == 0 || is_space(marks[i - 1].c);
  const char32_t next = i + 1 < marks.size() ? marks[i + 1].c : 0;
  return is_letter(next) && (after_letter || (begins && u_islower(static_cast<UChar32>(next))));
}

/// U+6600 for 'f': UTF-16 read with its bytes the wrong way round, as some distillers write the
/// letters of a ligature.
char32_t with_bytes_in_order(char32_t c) {
  const char32_t high = c >> 8;
  const bool letter = (high >= 'a' && high <= 'z') || (high >= 'A' && high <= 'Z');
  return (c & 0xFF) == 0 && letter ? high : c;
}

bool ends_line(const Marks& marks, std::size_t i) {
  for (std::size_t k = i + 1; k < marks.size(); ++k) {
    if (is_line_feed(marks[k].c)) return true;
    if (!is_space(marks[k].c) && !is_unseen(marks[k].c)) return false;
  }
  return true;
}

}  // namespace

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x9 && c <= 0xD) ||
         (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

bool is_line_feed(char32_t c) { return c == '\n' || c == 0x2028 || c == 0x2029; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }

Marks with_plain_signs(const Marks& marks) {
  Marks plain;
  plain.reserve(marks.size());
  std::size_t symbol_text = 0;  // the end of the run we are in
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const char32_t c = with_bytes_in_order(marks[i].c);
    const std::uint32_t origin = marks[i].origin;
    if (i >= symbol_text && in_symbol_font(c)) symbol_text = end_of_symbol_text(marks, i);
    if (i < symbol_text) {
      plain.push_back({c - 0xF000, origin});
    } else if (c == soft_hyphen) {
      if (ends_line(marks, i)) plain.push_back({'-', origin});
    } else if (is_control(c)) {
      if (stands_for_letter(marks, i)) plain.push_back({replacement_character, origin});
    } else if (const auto letters = spelt_out(c); !letters.empty()) {
      for (const char32_t letter : letters) plain.push_back({letter, origin});
    } else if (!is_unseen(c)) {
      plain.push_back({symbol(c), origin});
    }
  }
  return plain;
}

}  // namespace lagesbild
