// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns painted paths into rulings and shadings; see model/document.h for what is which.
#pragma once

#include <GfxState.h>

#include <cstddef>
#include <cstdint>

#include "model/document.h"

namespace lagesbild {

class PathCollector {
 public:
  PathCollector(Page& page, std::size_t max_rulings, std::size_t max_shadings)
      : page_(page), max_rulings_(max_rulings), max_shadings_(max_shadings) {}

  void stroke(GfxState* state);
  void fill(GfxState* state);
  /// The clipped area filled with a pattern or gradient that looks about like `color`.
  void fill_clip(GfxState* state, std::uint32_t color);
  /// The unit square under the current matrix: where an image lies.
  Box image_box(GfxState* state) const;

  bool rulings_full() const { return rulings_full_; }
  bool shadings_full() const { return shadings_full_; }

 private:
  bool full() const { return rulings_full_ || shadings_full_; }
  void filled_area(GfxState* state, const Box& box, std::uint32_t color);
  void fill_frame(GfxState* state, const Box& outer, const Box& inner, std::uint32_t color);
  void stroke_segment(GfxState* state, double x0, double y0, double x1, double y1, double cap,
                      const Ruling& like);
  void add(GfxState* state, Ruling ruling);
  Box clip_of(GfxState* state) const;

  Page& page_;
  std::size_t max_rulings_;
  std::size_t max_shadings_;
  bool rulings_full_ = false;
  bool shadings_full_ = false;
};

}  // namespace lagesbild
