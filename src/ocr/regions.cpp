// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/regions.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lagesbild {
namespace {

constexpr double step = 1.0;            // points a cell of the raster that is cut
constexpr double column_gap = 10;       // points of white from top to bottom of several lines
constexpr double lone_column_gap = 24;  // the same where there is one line only
constexpr double several_lines = 30;    // points
constexpr double line_gap = 6;          // points of white from side to side: columns may begin
constexpr double paragraph_gap = 14;    // points; what is nearer is read at once
constexpr int deepest = 60;             // cuts within one another

/// The page's print, a cell for each point.
class Raster {
 public:
  Raster(const PixPtr& ink, int cell)
      : cell_(cell),
        width_((pixGetWidth(ink.get()) + cell - 1) / cell),
        height_((pixGetHeight(ink.get()) + cell - 1) / cell),
        cells_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {
    const l_uint32* const words = pixGetData(ink.get());
    const int words_a_row = pixGetWpl(ink.get());
    for (int y = 0; y < pixGetHeight(ink.get()); ++y) {
      const l_uint32* const line = words + static_cast<std::ptrdiff_t>(y) * words_a_row;
      for (int x = 0; x < pixGetWidth(ink.get()); ++x) {
        if (line[x >> 5] == 0) {
          x |= 31;
          continue;
        }
        if (GET_DATA_BIT(line, x)) cells_[index(x / cell, y / cell)] = 1;
      }
    }
  }

  int width() const { return width_; }
  int height() const { return height_; }
  int cell() const { return cell_; }
  bool ink(int x, int y) const { return cells_[index(x, y)] != 0; }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int cell_, width_, height_;
  std::vector<char> cells_;
};

/// Which columns (or rows) of a part hold ink.
struct Profiles {
  std::vector<bool> columns, rows;
};

Profiles profiles_of(const Raster& raster, const PixelArea& part) {
  Profiles found{std::vector<bool>(static_cast<std::size_t>(part.width)),
                 std::vector<bool>(static_cast<std::size_t>(part.height))};
  for (int y = 0; y < part.height; ++y)
    for (int x = 0; x < part.width; ++x)
      if (raster.ink(part.x + x, part.y + y))
        found.columns[static_cast<std::size_t>(x)] = found.rows[static_cast<std::size_t>(y)] = true;
  return found;
}

struct Gap {
  int from = 0, to = 0;
  int size() const { return to - from; }
};

/// The widest stretch without ink that has ink on both sides.
Gap widest_gap(const std::vector<bool>& profile) {
  Gap widest;
  int last_ink = -1;
  for (int i = 0; i < static_cast<int>(profile.size()); ++i) {
    if (!profile[static_cast<std::size_t>(i)]) continue;
    if (last_ink >= 0 && i - last_ink - 1 > widest.size()) widest = {last_ink + 1, i};
    last_ink = i;
  }
  return widest;
}

std::optional<PixelArea> trimmed(const Profiles& profiles, const PixelArea& part) {
  const auto first = [](const std::vector<bool>& p) {
    return static_cast<int>(std::ranges::find(p, true) - p.begin());
  };
  const auto last = [](const std::vector<bool>& p) {
    return static_cast<int>(p.rend() - std::find(p.rbegin(), p.rend(), true));
  };
  const int left = first(profiles.columns), top = first(profiles.rows);
  if (left == part.width) return std::nullopt;
  return PixelArea{part.x + left, part.y + top, last(profiles.columns) - left,
                   last(profiles.rows) - top};
}

/// `whole` cut into parts that hold one column each.
std::vector<PixelArea> cut(const Raster& raster, const PixelArea& whole, int depth) {
  const auto area = trimmed(profiles_of(raster, whole), whole);
  if (!area) return {};
  const PixelArea part = *area;
  const Profiles profiles = profiles_of(raster, part);
  const Gap down = widest_gap(profiles.columns), across = widest_gap(profiles.rows);
  const double least = part.height * step >= several_lines ? column_gap : lone_column_gap;
  const bool by_column = down.size() * step >= least;
  if (depth == deepest || (!by_column && across.size() * step < line_gap)) return {part};
  const Gap gap = by_column ? down : across;
  PixelArea first = part, second = part;
  if (by_column) {
    first.width = gap.from;
    second.x += gap.to;
    second.width -= gap.to;
  } else {
    first.height = gap.from;
    second.y += gap.to;
    second.height -= gap.to;
  }
  std::vector<PixelArea> parts = cut(raster, first, depth + 1);
  const std::vector<PixelArea> others = cut(raster, second, depth + 1);
  const bool one_text = !by_column && gap.size() * step < paragraph_gap;
  if (one_text && parts.size() == 1 && others.size() == 1) return {part};
  parts.insert(parts.end(), others.begin(), others.end());
  return parts;
}

/// The rectangles that fences close in on all sides.
std::vector<PixelArea> closed_in(const PixPtr& fences, int corner) {
  constexpr double least_filled = 0.9;  // a cell is a rectangle
  const PixPtr free = made(pixCloseBrick(nullptr, fences.get(), corner, corner));
  pixInvert(free.get(), free.get());
  ::Pixa* shapes = nullptr;
  const BoxesPtr boxes(pixConnComp(free.get(), &shapes, 4));
  const std::unique_ptr<::Pixa, PixDeleter> owner(shapes);
  std::vector<PixelArea> found;
  const int count = boxes ? boxaGetCount(boxes.get()) : 0;
  for (int i = 0; i < count; ++i) {
    PixelArea area;
    boxaGetBoxGeometry(boxes.get(), i, &area.x, &area.y, &area.width, &area.height);
    const PixPtr shape = made(pixaGetPix(shapes, i, L_CLONE));
    const bool outside =
        area.width == pixGetWidth(free.get()) || area.height == pixGetHeight(free.get());
    if (!outside && ink_share(shape, {0, 0, area.width, area.height}) >= least_filled)
      found.push_back(area);
  }
  return found;
}

}  // namespace

std::vector<PixelArea> regions_of(const PixPtr& ink, const PixPtr& fences, double pixels_a_point) {
  constexpr double corner = 4;         // points; rulings that nearly meet close a cell
  constexpr double smallest_cell = 6;  // points
  const auto in_pixels = [&](double points) {
    return std::max(1, static_cast<int>(std::lround(points * pixels_a_point)));
  };
  const PixPtr left = made(pixCopy(nullptr, ink.get()));
  const int cell = in_pixels(step);
  std::vector<PixelArea> parts;
  const Raster raster(ink, cell);
  for (const PixelArea& area : closed_in(fences, in_pixels(corner))) {
    if (std::min(area.width, area.height) < in_pixels(smallest_cell)) continue;
    const PixelArea part{area.x / cell, area.y / cell, area.width / cell, area.height / cell};
    const std::vector<PixelArea> found = cut(raster, part, 0);
    parts.insert(parts.end(), found.begin(), found.end());
    pixRasterop(left.get(), area.x, area.y, area.width, area.height, PIX_CLR, nullptr, 0, 0);
  }
  const Raster others(left, cell);
  const std::vector<PixelArea> found = cut(others, {0, 0, others.width(), others.height()}, 0);
  parts.insert(parts.end(), found.begin(), found.end());
  for (PixelArea& part : parts)
    part = {part.x * cell, part.y * cell, part.width * cell, part.height * cell};
  return parts;
}

}  // namespace lagesbild
