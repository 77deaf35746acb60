// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/path_collector.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "pdf/color.h"
#include "pdf/ruling_parts.h"

namespace lagesbild {
namespace {

constexpr double far_away = 1e6;       // points
constexpr double thinnest_area = 3.0;  // points; a filled rectangle thinner than this is a ruling
constexpr double level = 0.5;          // points that an end may lie off the line's other end
constexpr double most_slope = 0.1;     // across by along
constexpr double hidden = 0.02;        // opacity below which nothing is seen

struct Point {
  double x = 0;
  double y = 0;
};

bool sane(const Point& p) {
  return p.x > -far_away && p.x < far_away && p.y > -far_away && p.y < far_away;
}

Point point_of(const GfxState* state, const GfxSubpath* path, int i) {
  Point p;
  state->transform(path->getX(i), path->getY(i), &p.x, &p.y);
  return p;
}

/// Bounds of a subpath without curves.
struct Outline {
  Box box;
  bool sides_straight = true;  ///< every side is horizontal or vertical
  int corners = 0;             ///< sides longer than a rounding error
};

std::optional<Outline> outline_of(const GfxState* state, const GfxSubpath* path) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  Outline outline{{inf, inf, -inf, -inf}};
  const int n = path->getNumPoints();
  Point before = point_of(state, path, n - 1);
  for (int i = 0; i < n; ++i) {
    if (path->getCurve(i)) return std::nullopt;
    const Point p = point_of(state, path, i);
    if (!sane(p)) return std::nullopt;
    outline.box = united(outline.box, {p.x, p.y, p.x, p.y});
    const double dx = std::abs(p.x - before.x);
    const double dy = std::abs(p.y - before.y);
    if (dx > level && dy > level) outline.sides_straight = false;
    if (dx > 0.01 || dy > 0.01) ++outline.corners;
    before = p;
  }
  return outline;
}

bool thin(const Box& box) { return std::min(box.width(), box.height()) < thinnest_area; }

/// A frame drawn as a rectangle with a smaller one cut out of it.
bool is_frame(const Box& outer, const Box& inner) {
  const double margins[] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1,
                            outer.y1 - inner.y1};
  return std::ranges::all_of(margins, [](double m) { return m >= 0 && m < thinnest_area; });
}

bool is_dashed(GfxState* state) {
  double start = 0;
  const std::vector<double>& dash = state->getLineDash(&start);
  return std::ranges::any_of(dash, [](double length) { return length > 0; });
}

}  // namespace

Box PathCollector::clip_of(GfxState* state) const {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return {std::max(clip.x0, 0.0), std::max(clip.y0, 0.0), std::min(clip.x1, page_.width),
          std::min(clip.y1, page_.height)};
}

void PathCollector::add(GfxState* state, Ruling ruling) {
  const Box clip = clip_of(state);
  const double half = ruling.thickness / 2 + 0.1;  // a line on the clip's edge still shows half
  if (ruling.horizontal()) {
    if (ruling.y0 < clip.y0 - half || ruling.y0 > clip.y1 + half) return;
    ruling.x0 = std::max(ruling.x0, clip.x0);
    ruling.x1 = std::min(ruling.x1, clip.x1);
    if (ruling.x0 >= ruling.x1) return;
  } else {
    if (ruling.x0 < clip.x0 - half || ruling.x0 > clip.x1 + half) return;
    ruling.y0 = std::max(ruling.y0, clip.y0);
    ruling.y1 = std::min(ruling.y1, clip.y1);
    if (ruling.y0 >= ruling.y1) return;
  }
  if (!page_.rulings.empty() && page_.rulings.back() == ruling) return;
  if (joins_last(page_.rulings, ruling)) return;
  if (page_.rulings.size() < max_rulings_)
    page_.rulings.push_back(ruling);
  else
    rulings_full_ = true;
}

void PathCollector::filled_area(GfxState* state, const Box& box, std::uint32_t color) {
  if (thin(box)) {
    Ruling ruling;
    ruling.color = color;
    ruling.thickness = std::min(box.width(), box.height());
    if (box.width() >= box.height())
      ruling = {box.x0, box.middle_y(), box.x1, box.middle_y(), ruling.thickness, color};
    else
      ruling = {box.middle_x(), box.y0, box.middle_x(), box.y1, ruling.thickness, color};
    add(state, ruling);
    return;
  }
  const Box clip = clip_of(state);
  const Box seen{std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
                 std::min(box.y1, clip.y1)};
  if (seen.width() <= 0 || seen.height() <= 0) return;
  if (page_.shadings.size() < max_shadings_)
    page_.shadings.push_back({seen, color});
  else
    shadings_full_ = true;
}

void PathCollector::fill(GfxState* state) {
  if (state->getFillOpacity() < hidden) return;
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  const std::uint32_t color = color_of(rgb);
  const GfxPath* path = state->getPath();
  std::optional<Box> outer;  // the area last filled: the next one may be a hole in it
  for (int i = 0; i < path->getNumSubpaths() && !full(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    if (part->getNumPoints() < 2) continue;
    const auto outline = outline_of(state, part);
    if (!outline) {
      ++page_.shapes;
      continue;
    }
    const Box& box = outline->box;
    const bool rectangle = outline->sides_straight && outline->corners <= 4;
    if (!rectangle && !thin(box)) {
      ++page_.shapes;
      continue;
    }
    const std::size_t before = page_.shadings.size();
    if (outer && is_frame(*outer, box)) {
      page_.shadings.pop_back();
      fill_frame(state, *outer, box, color);
      outer.reset();
    } else {
      filled_area(state, box, color);
      outer = page_.shadings.size() > before ? std::optional(box) : std::nullopt;
    }
  }
}

void PathCollector::fill_frame(GfxState* state, const Box& outer, const Box& inner,
                               std::uint32_t color) {
  filled_area(state, {outer.x0, outer.y0, outer.x1, inner.y0}, color);
  filled_area(state, {outer.x0, inner.y1, outer.x1, outer.y1}, color);
  filled_area(state, {outer.x0, outer.y0, inner.x0, outer.y1}, color);
  filled_area(state, {inner.x1, outer.y0, outer.x1, outer.y1}, color);
}

void PathCollector::stroke(GfxState* state) {
  if (state->getStrokeOpacity() < hidden) return;
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  Ruling like;
  like.thickness = state->getTransformedLineWidth();
  like.color = color_of(rgb);
  like.dashed = is_dashed(state);
  if (!(like.thickness >= 0 && like.thickness < far_away)) return;
  const double cap = state->getLineCap() == 2 ? like.thickness / 2 : 0;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    for (int k = 1; k < part->getNumPoints() && !full(); ++k) {
      if (part->getCurve(k) || part->getCurve(k - 1)) continue;
      const Point a = point_of(state, part, k - 1);
      const Point b = point_of(state, part, k);
      if (sane(a) && sane(b)) stroke_segment(state, a.x, a.y, b.x, b.y, cap, like);
    }
  }
}

void PathCollector::stroke_segment(GfxState* state, double x0, double y0, double x1, double y1,
                                   double cap, const Ruling& like) {
  const double dx = std::abs(x0 - x1);
  const double dy = std::abs(y0 - y1);
  if (std::min(dx, dy) > level || std::min(dx, dy) > most_slope * std::max(dx, dy)) return;
  const double half = like.thickness / 2;
  const double x = (x0 + x1) / 2;
  const double y = (y0 + y1) / 2;
  Ruling ruling = like;
  Box area;
  if (dx >= dy) {
    area = {std::min(x0, x1) - cap, y - half, std::max(x0, x1) + cap, y + half};
    ruling.x0 = area.x0, ruling.y0 = y, ruling.x1 = area.x1, ruling.y1 = y;
  } else {
    area = {x - half, std::min(y0, y1) - cap, x + half, std::max(y0, y1) + cap};
    ruling.x0 = x, ruling.y0 = area.y0, ruling.x1 = x, ruling.y1 = area.y1;
  }
  if (like.thickness < thinnest_area)
    add(state, ruling);
  else
    filled_area(state, area, like.color);
}

void PathCollector::fill_clip(GfxState* state, std::uint32_t color) {
  if (state->getFillOpacity() < hidden) return;
  const Box clip = clip_of(state);
  if (clip.width() > 0 && clip.height() > 0) filled_area(state, clip, color);
}

Box PathCollector::image_box(GfxState* state) const {
  constexpr double inf = std::numeric_limits<double>::infinity();
  Box box{inf, inf, -inf, -inf};
  for (const double u : {0.0, 1.0})
    for (const double v : {0.0, 1.0}) {
      Point p;
      state->transform(u, v, &p.x, &p.y);
      if (!sane(p)) return {};
      box = united(box, {p.x, p.y, p.x, p.y});
    }
  const Box clip = clip_of(state);
  return {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
          std::min(box.y1, clip.y1)};
}

}  // namespace lagesbild
