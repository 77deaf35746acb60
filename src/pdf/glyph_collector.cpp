// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/glyph_collector.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "pdf/color.h"
#include "pdf/symbols.h"
#include "pdf/text_string.h"

namespace lagesbild {
namespace {

constexpr double far_away = 1e6;     // points; nothing on a page lies there
constexpr double least_shown = 0.1;  // share of a glyph's box inside the clip for it to be seen
constexpr int longest_text = 16;     // code points one glyph may stand for
constexpr double slant = 0.12;       // sideways by height; made-up italics lean 0.2 to 0.35

/// The nearest multiple of 90 degrees, clockwise as displayed. Text that runs askew by more than
/// 15 degrees, such as a watermark, counts as vertical, so that it stays out of the lines.
std::int16_t rotation_of(double along_x, double along_y) {
  constexpr double tangent_of_15_degrees = 0.268;
  if (std::abs(along_y) <= std::abs(along_x) * tangent_of_15_degrees) return along_x >= 0 ? 0 : 180;
  return along_y > 0 ? 90 : 270;
}

bool sane(double v) { return v > -far_away && v < far_away; }  // false for NaN

bool private_use(Unicode c) {
  return (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && c <= 0x10ffff);
}

bool says_nothing(Unicode c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd || c > 0x10ffff ||
         (c >= 0xd800 && c < 0xe000) || private_use(c) || (c & 0xfffe) == 0xfffe;
}

}  // namespace

FontStyle GlyphCollector::known_style(const std::shared_ptr<GfxFont>& font) {
  constexpr std::size_t most_fonts =
      64;  // of one page, held alive so that none takes another's place
  if (font == nullptr) return {};
  const auto known =
      std::ranges::find(fonts_, font, &std::pair<std::shared_ptr<GfxFont>, FontStyle>::first);
  if (known != fonts_.end()) return known->second;
  if (fonts_.size() >= most_fonts) fonts_.erase(fonts_.begin());
  return fonts_.emplace_back(font, style_of(*font)).second;
}

void GlyphCollector::learn_style(GfxState* state) {
  const GfxFont* font = state->getFont().get();
  if (font != style_.font) {
    style_.font = font;
    style_.of_font = known_style(state->getFont());
  }
  double along_x = 0, along_y = 0, up_x = 0, up_y = 0;
  state->getFontTransMat(&along_x, &along_y, &up_x, &up_y);
  const FontStyle& of_font = style_.of_font;
  Glyph& glyph = style_.glyph;
  glyph = {};
  glyph.rotation =
      of_font.vertical ? rotation_of(up_x * -1, up_y * -1) : rotation_of(along_x, along_y);
  style_.along_x = glyph.rotation == 0 || glyph.rotation == 180;
  const double up = style_.along_x ? up_y : up_x;
  const double length = std::hypot(along_x, along_y);
  const double height =
      length > 0 ? std::abs(along_x * up_y - along_y * up_x) / length : std::hypot(up_x, up_y);
  const double lean = length > 0 ? std::abs(along_x * up_x + along_y * up_y) / length : 0;
  const double size = height * of_font.em;
  glyph.size = static_cast<float>(sane(size) ? size : 0);
  style_.up = up * of_font.em * (of_font.vertical ? 0.5 : of_font.ascent);
  style_.down = up * of_font.em * (of_font.vertical ? -0.5 : of_font.descent);
  if (of_font.vertical) style_.up = size / 2, style_.down = -size / 2;
  const int render = state->getRender();
  glyph.bold = of_font.bold || (render & 3) == 2;
  glyph.italic = of_font.italic || lean > height * slant;
  glyph.invisible = (render & 3) == 3 || state->getFillOpacity() < 0.02;
  const double scaling = state->getHorizScaling();
  const auto spacing = [&](double space, double& dx, double& dy) {
    double text_dx = 0, text_dy = 0;
    state->textTransformDelta(of_font.vertical ? 0 : space * scaling, of_font.vertical ? space : 0,
                              &text_dx, &text_dy);
    state->transformDelta(text_dx, text_dy, &dx, &dy);
  };
  spacing(state->getCharSpace(), style_.space_dx, style_.space_dy);
  spacing(state->getWordSpace(), style_.word_dx, style_.word_dy);
  style_known_ = true;
  color_known_ = false;
}

void GlyphCollector::learn_color(GfxState* state) {
  GfxRGB rgb;
  if ((state->getRender() & 3) == 1)
    state->getStrokeRGB(&rgb);
  else
    state->getFillRGB(&rgb);
  style_.glyph.color = color_of(rgb);
  color_known_ = true;
}

/// False when the glyph lies outside the page or at no sane place.
bool GlyphCollector::place(GfxState* state, Glyph& glyph, double x, double y, double dx,
                           double dy) const {
  double x0 = 0, y0 = 0, w = 0, h = 0;
  state->transform(x, y, &x0, &y0);
  state->transformDelta(dx, dy, &w, &h);
  w -= style_.space_dx;
  h -= style_.space_dy;
  if (!sane(x0) || !sane(y0) || !sane(w) || !sane(h)) return false;
  Box& box = glyph.box;
  if (style_.along_x)
    box = {x0, y0 + style_.up, x0 + w, y0 + style_.down};
  else
    box = {x0 + style_.up, y0, x0 + style_.down, y0 + h};
  if (box.x0 > box.x1) std::swap(box.x0, box.x1);
  if (box.y0 > box.y1) std::swap(box.y0, box.y1);
  if (!sane(box.x0) || !sane(box.x1) || !sane(box.y0) || !sane(box.y1)) return false;
  if (box.middle_x() < 0 || box.middle_x() > page_.width || box.middle_y() < 0 ||
      box.middle_y() > page_.height)
    return false;
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  if (shared(box.x0, box.x1, clip.x0, clip.x1) < least_shown * box.width() ||
      shared(box.y0, box.y1, clip.y0, clip.y1) < least_shown * box.height())
    glyph.invisible = true;
  return true;
}

void GlyphCollector::append_text(Glyph& glyph, const Unicode* u, int u_size) {
  glyph.text_begin = static_cast<std::uint32_t>(page_.text.size());
  if (u_size == 1 && u[0] >= 0x20 && u[0] < 0x7f) {  // most letters
    page_.text += static_cast<char>(u[0]);
    glyph.text_size = 1;
    return;
  }
  glyph.text_size = 0;
  u_size = std::min(u_size, longest_text);
  bool known = u_size > 0;
  for (int i = 0; i < u_size && known; ++i) {
    Unicode c = u[i];
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    if (style_.of_font.symbols && private_use(c)) c = symbol_of(c, *style_.font);
    known = !says_nothing(c);
    if (c < 0x80)
      page_.text += static_cast<char>(c);
    else
      append_utf8(page_.text, c);
  }
  if (!known) {
    page_.text.resize(glyph.text_begin);
    return;
  }
  glyph.text_size = static_cast<std::uint16_t>(page_.text.size() - glyph.text_begin);
}

void GlyphCollector::draw(GfxState* state, double x, double y, double dx, double dy,
                          double origin_x, double origin_y, int bytes, CharCode code,
                          const Unicode* u, int u_size) {
  if (!style_known_) learn_style(state);
  if (!color_known_) learn_color(state);
  glyphs_full_ = glyphs_full_ || page_.glyphs.size() >= max_glyphs_;
  text_full_ = text_full_ || page_.text.size() >= max_text_;
  if (glyphs_full_ || text_full_) return;
  Glyph glyph = style_.glyph;
  if (style_.of_font.vertical) {
    x -= origin_x;
    y -= origin_y;
  }
  if (!place(state, glyph, x, y, dx, dy)) return;
  if (bytes == 1 && code == ' ') {
    if (style_.along_x)
      glyph.box.x1 = std::max(glyph.box.x0, glyph.box.x1 - std::abs(style_.word_dx));
    else
      glyph.box.y1 = std::max(glyph.box.y0, glyph.box.y1 - std::abs(style_.word_dy));
  }
  append_text(glyph, u, u_size);
  const std::size_t first = double_of(glyph);
  if (first != none) {
    page_.text.resize(glyph.text_begin);
    merge_double(first, glyph);
    return;
  }
  if (glyph.text_size == 0 && !glyph.invisible) ++unmapped_;
  last_box_ = glyph.box;
  last_double_ = none;
  page_.glyphs.push_back(glyph);
}

}  // namespace lagesbild
