// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/single_signs.h"

namespace lagesbild {

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
    case 0xF020:
      return U" ";
    default:
      return {};
  }
}

char32_t shown_by_symbol_font(char32_t c) {
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
    case 0xF0DF:
      return U'←';
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
      return 0;
  }
}

char32_t swapped_letter(char32_t c) {
  const char32_t high = c >> 8;
  const bool letter = (high >= U'a' && high <= U'z') || (high >= U'A' && high <= U'Z');
  return letter && (c & 0xFF) == 0 ? high : 0;
}

}  // namespace lagesbild
