// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/tick_boxes.h"

#include <algorithm>
#include <cmath>

namespace lagesbild {
namespace {

constexpr double smallest = 5.5, largest = 22;  // points
constexpr double squareness = 0.82;             // of the longer side
constexpr double band = 0.16;    // of the side: how far from the edge its line may lie
constexpr double drawn = 0.93;   // of a side must be there; letters' sides are round
constexpr double inside = 0.24;  // of the side is line and the white next to it
constexpr double still_empty = 0.04, surely_ticked = 0.09;  // share of ink inside

/// The share of an edge's length along which the band next to it holds ink.
double side_drawn(const PixPtr& ink, const PixelArea& edge, bool level) {
  const PixPtr part = clipped(ink, edge);
  const int length = level ? edge.width : edge.height, depth = level ? edge.height : edge.width;
  int marked = 0;
  for (int i = 0; i < length; ++i) {
    for (int d = 0; d < depth; ++d) {
      l_uint32 bit = 0;
      pixGetPixel(part.get(), level ? i : d, level ? d : i, &bit);
      if (bit == 0) continue;
      ++marked;
      break;
    }
  }
  return static_cast<double>(marked) / length;
}

bool is_square(const PixPtr& ink, const PixelArea& a) {
  const int deep = std::max(1, static_cast<int>(std::lround(band * std::min(a.width, a.height))));
  const PixelArea sides[] = {{a.x, a.y, a.width, deep},
                             {a.x, a.bottom() - deep, a.width, deep},
                             {a.x, a.y, deep, a.height},
                             {a.right() - deep, a.y, deep, a.height}};
  return std::ranges::all_of(sides, [&](const PixelArea& side) {
    return side_drawn(ink, side, side.width > side.height) >= drawn;
  });
}

TickBox::State state_of(const PixPtr& ink, const PixelArea& a) {
  const int dx = static_cast<int>(std::lround(inside * a.width));
  const int dy = static_cast<int>(std::lround(inside * a.height));
  const double share = ink_share(ink, {a.x + dx, a.y + dy, a.width - 2 * dx, a.height - 2 * dy});
  if (share <= still_empty) return TickBox::State::empty;
  return share >= surely_ticked ? TickBox::State::ticked : TickBox::State::unclear;
}

}  // namespace

std::vector<TickBox> tick_boxes_in(const PixPtr& ink, const std::vector<PixelArea>& parts,
                                   double pixels_a_point) {
  std::vector<TickBox> boxes;
  for (const PixelArea& part : parts) {
    const int longer = std::max(part.width, part.height);
    const int shorter = std::min(part.width, part.height);
    if (shorter < smallest * pixels_a_point || longer > largest * pixels_a_point) continue;
    if (shorter < squareness * longer || !is_square(ink, part)) continue;
    boxes.push_back({part, state_of(ink, part)});
  }
  return boxes;
}

}  // namespace lagesbild
