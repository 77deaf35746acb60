// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may divide cells: lines drawn as rulings, and the borders of shadings.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace lagesbild {

/// A straight stretch: at x or y `at`, from `from` to `to` along the other axis. Points.
struct Edge {
  double at = 0, from = 0, to = 0;
};

struct Edges {
  std::vector<Edge> horizontal, vertical;
};

/// Two edges this near are one: wider than a double border, narrower than a line of small print.
inline constexpr double snap = 3.0;  // points

/// Marks words that a ruling goes through, no longer than a line of text.
void mark_struck(std::vector<Word>& words, const Edges& edges);

/// The page's rulings, upright, without underlines; collinear stretches merged, those nearer than
/// `snap` one.
Edges ruled_edges(const Page& page, const PageFrame& frame, const std::vector<Word>& words);

/// The page's shadings that may be cells or rows: none as large as the page, none that hug a run of
/// words.
std::vector<Box> shaded_areas(const Page& page, const PageFrame& frame,
                              const std::vector<Word>& words);

/// Edges that lie within `snap` of each other and meet become one; sorted by `at`, then `from`.
std::vector<Edge> merged(std::vector<Edge> edges);

}  // namespace lagesbild
