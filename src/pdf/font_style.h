// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GfxFont.h>

#include <string_view>

namespace lagesbild {

/// What a font says about every letter set in it. Lengths are in ems.
struct FontStyle {
  double ascent = 0.95;
  double descent = -0.35;  ///< below the baseline: negative
  double em = 1.0;         ///< the real em; some Type 3 fonts have one other than 1
  bool bold = false;
  bool italic = false;
  bool vertical = false;
  bool symbols = false;  ///< Symbol or Wingdings: private-use codes have known signs
};

FontStyle style_of(const GfxFont& font);

/// "Arial-BoldMT", "Carlito,BoldItalic", "CMBX10": whether the name of a font promises bold
/// letters.
bool bold_name(std::string_view name);
bool italic_name(std::string_view name);

}  // namespace lagesbild
