// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/symbols.h"

#include <algorithm>
#include <span>
#include <string>

namespace lagesbild {
namespace {

struct Sign {
  Unicode code;
  Unicode shown;
};

constexpr Sign symbol_signs[] = {
    {0xf020, ' '},    {0xf02d, 0x2212}, {0xf02e, '.'},    {0xf0a3, 0x2264}, {0xf0ac, 0x2190},
    {0xf0ad, 0x2191}, {0xf0ae, 0x2192}, {0xf0af, 0x2193}, {0xf0b0, 0x00b0}, {0xf0b1, 0x00b1},
    {0xf0b3, 0x2265}, {0xf0b7, 0x2022}, {0xf0be, 0x2014}, {0xf0de, 0x21d2},
};

constexpr Sign wingdings_signs[] = {
    {0xf020, ' '},    {0xf06c, 0x25cf}, {0xf06d, 0x274d}, {0xf06e, 0x25a0}, {0xf06f, 0x25a1},
    {0xf070, 0x25a1}, {0xf071, 0x2751}, {0xf074, 0x2b27}, {0xf075, 0x25c6}, {0xf076, 0x2756},
    {0xf09e, 0x00b7}, {0xf09f, 0x2022}, {0xf0a7, 0x25aa}, {0xf0a8, 0x25fb}, {0xf0d8, 0x27a2},
    {0xf0df, 0x2190}, {0xf0e0, 0x2192}, {0xf0e1, 0x2191}, {0xf0e2, 0x2193}, {0xf0e7, 0x2190},
    {0xf0e8, 0x2794}, {0xf0fb, 0x2717}, {0xf0fc, 0x2713}, {0xf0fd, 0x2612}, {0xf0fe, 0x2611},
};

}  // namespace

Unicode symbol_of(Unicode code, const GfxFont& font) {
  const bool symbol = font.getName().value_or("").find("Symbol") != std::string::npos;
  const std::span<const Sign> signs =
      symbol ? std::span<const Sign>(symbol_signs) : std::span<const Sign>(wingdings_signs);
  const auto found = std::ranges::find(signs, code, &Sign::code);
  return found != signs.end() ? found->shown : code;
}

}  // namespace lagesbild
