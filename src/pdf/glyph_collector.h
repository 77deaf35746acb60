// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns Poppler's drawChar calls into glyphs. Everything a font or a matrix tells is worked out
// once and kept until it changes; a glyph itself costs no allocation.
#pragma once

#include <CharTypes.h>
#include <GfxState.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "pdf/font_style.h"

namespace lagesbild {

inline constexpr std::size_t recent_slots = 4096;  // starts of words a page; more share slots

class GlyphCollector {
 public:
  GlyphCollector(Page& page, std::size_t max_glyphs, std::size_t max_text)
      : page_(page), max_glyphs_(max_glyphs), max_text_(max_text) {}

  /// To be called when the matrix, the font or another text parameter may have changed.
  void style_changed() { style_known_ = false; }
  void color_changed() { color_known_ = false; }

  void draw(GfxState* state, double x, double y, double dx, double dy, double origin_x,
            double origin_y, int bytes, CharCode code, const Unicode* u, int u_size);

  /// Between these two, glyphs stand for `text`, a PDF text string.
  void begin_actual_text(const std::string& pdf_string);
  void end_actual_text();

  std::size_t unmapped() const { return unmapped_; }
  bool glyphs_full() const { return glyphs_full_; }
  bool text_full() const { return text_full_; }

 private:
  struct Style {
    const GfxFont* font = nullptr;
    FontStyle of_font;
    double up = 0, down = 0;            ///< points from the baseline to the box's two sides
    bool along_x = true;                ///< the baseline is horizontal as displayed
    double space_dx = 0, space_dy = 0;  ///< character spacing, device
    double word_dx = 0, word_dy = 0;    ///< word spacing, device
    Glyph glyph;                        ///< what all glyphs in this style share
  };

  FontStyle known_style(const std::shared_ptr<GfxFont>& font);
  void learn_style(GfxState* state);
  void learn_color(GfxState* state);
  bool place(GfxState* state, Glyph& glyph, double x, double y, double dx, double dy) const;
  void append_text(Glyph& glyph, const Unicode* u, int u_size);
  std::size_t double_of(const Glyph& glyph);
  std::size_t near_double(const Glyph& glyph);
  bool doubles(const Glyph& first, const Glyph& second) const;
  void merge_double(std::size_t first, const Glyph& second);

  Page& page_;
  std::size_t max_glyphs_;
  std::size_t max_text_;
  std::vector<std::pair<std::shared_ptr<GfxFont>, FontStyle>> fonts_;
  Style style_;
  bool style_known_ = false;
  bool color_known_ = false;
  bool glyphs_full_ = false;
  bool text_full_ = false;
  std::size_t unmapped_ = 0;
  std::size_t last_double_ = none;  ///< the glyph that the last one drawn was a double of
  Box last_box_;
  std::array<std::uint32_t, recent_slots>
      recent_{};  ///< by place: index + 1 of the last start there
  std::size_t actual_begin_ = none;
  std::string actual_text_;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

}  // namespace lagesbild
