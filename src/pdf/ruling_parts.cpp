// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/ruling_parts.h"

#include <cmath>

namespace lagesbild {
namespace {

constexpr double longest_dash = 8.0;  // points
constexpr double widest_gap = 4.0;    // points between two dashes
constexpr double same_line = 0.3;     // points; marks of one row are aligned better than this
constexpr double speck = 2.0;         // points; rulings worth the name are longer

double length_of(const Ruling& r) { return r.x1 - r.x0 + r.y1 - r.y0; }

/// A mark about as long as wide goes with a row in either direction.
bool is_dot(const Ruling& r) { return length_of(r) < 2 * r.thickness + 0.1; }

Box box_of(const Ruling& r) {
  const double half = r.thickness / 2;
  if (r.horizontal()) return {r.x0, r.y0 - half, r.x1, r.y0 + half};
  return {r.x0 - half, r.y0, r.x0 + half, r.y1};
}

bool small_gap(double gap) { return gap > 0 && gap <= widest_gap; }

}  // namespace

bool joins_last(std::vector<Ruling>& rulings, const Ruling& mark) {
  if (rulings.empty() || length_of(mark) > longest_dash) return false;
  Ruling& last = rulings.back();
  if (last.color != mark.color || (!last.dashed && length_of(last) > longest_dash)) return false;
  const Box a = box_of(last);
  const Box b = box_of(mark);
  const bool may_lie = (last.horizontal() || is_dot(last)) && (mark.horizontal() || is_dot(mark));
  const bool may_stand =
      (!last.horizontal() || is_dot(last)) && (!mark.horizontal() || is_dot(mark));
  if (may_lie && std::abs(a.middle_y() - b.middle_y()) < same_line &&
      small_gap(-shared(a.x0, a.x1, b.x0, b.x1))) {
    const Box all = united(a, b);
    last = {all.x0, a.middle_y(), all.x1, a.middle_y(), a.height(), last.color, true};
    return true;
  }
  if (may_stand && std::abs(a.middle_x() - b.middle_x()) < same_line &&
      small_gap(-shared(a.y0, a.y1, b.y0, b.y1))) {
    const Box all = united(a, b);
    last = {a.middle_x(), all.y0, a.middle_x(), all.y1, a.width(), last.color, true};
    return true;
  }
  return false;
}

void drop_specks(std::vector<Ruling>& rulings) {
  std::erase_if(rulings, [](const Ruling& r) { return length_of(r) < speck; });
}

}  // namespace lagesbild
