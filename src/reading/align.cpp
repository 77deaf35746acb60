// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/align.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lagesbild {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// -log(exp(-a) + exp(-b)) without overflow.
double either(double a, double b) {
  if (a == never) return b;
  if (b == never) return a;
  return std::min(a, b) - std::log1p(std::exp(-std::abs(a - b)));
}

/// A table with a row per number of areas done, a column per number of lines done.
class Grid {
 public:
  Grid(std::size_t rows, std::size_t columns) : columns_(columns), values_(rows * columns, never) {}
  double& at(std::size_t row, std::size_t column) { return values_[row * columns_ + column]; }

 private:
  std::size_t columns_;
  std::vector<double> values_;
};

/// Cost of the run [begin, end) for the area: how it begins, goes on, and suits.
class RunCost {
 public:
  RunCost(const Costs& costs, std::size_t lines)
      : costs_(costs), begin_(lines), go_on_sum_(lines + 1, 0) {
    for (std::size_t line = 0; line < lines; ++line) {
      begin_[line] = costs.begin(line);
      go_on_sum_[line + 1] = go_on_sum_[line] + costs.go_on(line);
    }
  }
  double operator()(std::size_t area, std::size_t begin, std::size_t end) const {
    if (begin == end) return costs_.empty(area);
    return begin_[begin] + go_on_sum_[end] - go_on_sum_[begin + 1] + costs_.pair(area, begin, end);
  }

 private:
  const Costs& costs_;
  std::vector<double> begin_, go_on_sum_;
};

}  // namespace

std::vector<Run> aligned(std::size_t areas, std::size_t lines, std::size_t longest,
                         const Costs& costs) {
  const RunCost cost(costs, lines);
  // Forward: best and summed cost of having done a areas and l lines; lines skipped stand before a
  // run.
  Grid best(areas + 1, lines + 1), sum(areas + 1, lines + 1);
  std::vector<std::vector<std::size_t>> began(areas + 1, std::vector<std::size_t>(lines + 1, 0));
  std::vector<std::vector<bool>> skipped(areas + 1, std::vector<bool>(lines + 1, false));
  std::vector<double> skip(lines);
  for (std::size_t line = 0; line < lines; ++line) skip[line] = costs.skip(line);

  for (std::size_t a = 0; a <= areas; ++a) {
    for (std::size_t l = 0; l <= lines; ++l) {
      if (a == 0 && l == 0) best.at(0, 0) = sum.at(0, 0) = 0;
      if (a > 0) {
        for (std::size_t b = l > longest ? l - longest : 0; b <= l; ++b) {
          if (best.at(a - 1, b) == never) continue;
          const double run = cost(a - 1, b, l);
          if (best.at(a - 1, b) + run < best.at(a, l)) {
            best.at(a, l) = best.at(a - 1, b) + run;
            began[a][l] = b;
            skipped[a][l] = false;
          }
          sum.at(a, l) = either(sum.at(a, l), sum.at(a - 1, b) + run);
        }
      }
      if (l > 0) {
        if (best.at(a, l - 1) + skip[l - 1] < best.at(a, l)) {
          best.at(a, l) = best.at(a, l - 1) + skip[l - 1];
          skipped[a][l] = true;
        }
        sum.at(a, l) = either(sum.at(a, l), sum.at(a, l - 1) + skip[l - 1]);
      }
    }
  }
  // Backward: summed cost of doing what is left after a areas and l lines.
  Grid rest(areas + 1, lines + 1);
  for (std::size_t a = areas + 1; a-- > 0;) {
    for (std::size_t l = lines + 1; l-- > 0;) {
      double& left = rest.at(a, l);
      if (a == areas && l == lines) left = 0;
      if (a < areas)
        for (std::size_t e = l; e <= std::min(lines, l + longest); ++e)
          if (rest.at(a + 1, e) != never) left = either(left, cost(a, l, e) + rest.at(a + 1, e));
      if (l < lines) left = either(left, skip[l] + rest.at(a, l + 1));
    }
  }
  std::vector<Run> runs(areas);
  const double all = rest.at(0, 0);
  for (std::size_t a = areas, l = lines; a > 0 || l > 0;) {
    if (l > 0 && (a == 0 || skipped[a][l])) {
      --l;
      continue;
    }
    const std::size_t b = began[a][l];
    const double through = sum.at(a - 1, b) + cost(a - 1, b, l) + rest.at(a, l);
    runs[a - 1] = {b, l, std::clamp(std::exp(all - through), 0.0, 1.0)};
    l = b;
    --a;
  }
  return runs;
}

}  // namespace lagesbild
