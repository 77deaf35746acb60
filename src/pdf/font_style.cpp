// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/font_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace lagesbild {
namespace {

// As displayed, letters reach no further; some fonts claim their tallest accent or more.
constexpr double highest_ascent = 1.05;
constexpr double lowest_descent = -0.4;

std::string lower(std::string_view name) {
  std::string text(name);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

template <std::size_t N>
bool has_any(const std::string& text, const std::array<std::string_view, N>& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

/// The abbreviated weight after the family: "HelveticaNeue-Bd", "Frutiger-Bd".
bool ends_in_style(const std::string& name, std::string_view style) {
  const std::size_t at = name.rfind(style);
  return at != std::string::npos && at > 0 && at + style.size() == name.size() &&
         (name[at - 1] == '-' || name[at - 1] == ',' || name[at - 1] == '_');
}

/// Type 3 fonts have a matrix of their own; its box tells how tall an em is.
void measure_type3(const GfxFont& font, FontStyle& style) {
  const double* matrix = font.getFontMatrix();
  const double* box = font.getFontBBox();
  const double top = std::max(box[1] * matrix[3], box[3] * matrix[3]);
  const double bottom = std::min(box[1] * matrix[3], box[3] * matrix[3]);
  const double height = top - bottom;
  style.ascent = 0.75;
  style.descent = -0.25;
  if (!std::isfinite(height) || height <= 0) return;
  const bool usual = height > 0.5 && height < 3;
  if (!usual) style.em = height;
  style.ascent = std::clamp(top / style.em, 0.5, highest_ascent);
  style.descent = std::clamp(bottom / style.em, lowest_descent, -0.1);
}

}  // namespace

bool bold_name(std::string_view name) {
  const std::string text = lower(name);
  constexpr std::array<std::string_view, 5> marks = {"bold", "black", "heavy", "cmbx", "sfbx"};
  return has_any(text, marks) || ends_in_style(text, "bd") || ends_in_style(text, "fet");
}

bool italic_name(std::string_view name) {
  const std::string text = lower(name);
  constexpr std::array<std::string_view, 5> marks = {"italic", "oblique", "kursiv", "cmti",
                                                     "cmbxti"};
  return has_any(text, marks) || ends_in_style(text, "it");
}

FontStyle style_of(const GfxFont& font) {
  FontStyle style;
  if (font.getType() == fontType3) {
    measure_type3(font, style);
  } else {
    const double ascent = font.getAscent();
    const double descent = font.getDescent();
    if (std::isfinite(ascent) && ascent > 0) style.ascent = std::min(ascent, highest_ascent);
    if (std::isfinite(descent) && descent < 0) style.descent = std::max(descent, lowest_descent);
  }
  const std::string name = font.getName().value_or("");
  const auto weight = font.getWeight();
  style.bold =
      font.isBold() || bold_name(name) || (weight >= GfxFont::W600 && weight <= GfxFont::W900);
  style.italic = font.isItalic() || italic_name(name);
  style.vertical = font.getWMode() != 0;
  style.symbols = has_any(lower(name), std::array<std::string_view, 2>{"symbol", "wingdings"});
  return style;
}

}  // namespace lagesbild
