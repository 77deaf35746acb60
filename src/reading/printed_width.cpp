// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/printed_width.h"

#include <array>

#include "base/utf8.h"

namespace lagesbild {
namespace {

// U+0020 to U+007E, in thousandths of an em.
constexpr std::array<int, 95> ascii_widths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int letter_width = 556;   // å, ä, ö, é and most others
constexpr int capital_width = 667;  // Å, Ä; Ö is a little wider

int width_of(char32_t letter) {
  if (letter >= U' ' && letter <= U'~') return ascii_widths[letter - U' '];
  return letter >= U'\u00C0' && letter <= U'\u00DE' ? capital_width : letter_width;
}

}  // namespace

double printed_width(std::string_view utf8) {
  int thousandths = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint letter = code_point_at(utf8, at);
    thousandths += width_of(letter.value);
    at += letter.size;
  }
  return thousandths / 1000.0;
}

}  // namespace lagesbild
