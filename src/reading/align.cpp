// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/align.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lagesbild {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Adds up likelihoods given as costs: -log(exp(-a) + exp(-b) + ...) without overflow.
class Either {
 public:
  void add(double cost) {
    if (cost == never) return;
    least_ = std::min(least_, cost);
    costs_.push_back(cost);
  }
  /// Too much for it to make a difference that anybody could see.
  bool is_lost(double cost) const { return cost > least_ + nothing; }
  /// The sum, and all is forgotten.
  double take() {
    double sum = 0;
    for (const double cost : costs_)
      if (!is_lost(cost)) sum += std::exp(least_ - cost);
    const double all = costs_.size() < 2 ? least_ : least_ - std::log(sum);
    costs_.clear();
    least_ = never;
    return all;
  }

 private:
  static constexpr double nothing = 30;  // exp(-30) is 1e-13

  std::vector<double> costs_;
  double least_ = never;
};

/// A table with a row per number of areas done, a column per number of lines done.
class Grid {
 public:
  Grid(std::size_t rows, std::size_t columns) : columns_(columns), values_(rows * columns, never) {}
  double& at(std::size_t row, std::size_t column) { return values_[row * columns_ + column]; }

 private:
  std::size_t columns_;
  std::vector<double> values_;
};

/// Cost of the run [begin, end) for the area: how it begins, goes on, and suits; of a line skipped.
class RunCost {
 public:
  RunCost(const Costs& costs, std::size_t lines)
      : costs_(costs), begin_(lines), skip_(lines), go_on_sum_(lines + 1, 0) {
    for (std::size_t line = 0; line < lines; ++line) {
      begin_[line] = costs.begin(line);
      skip_[line] = costs.skip(line);
      go_on_sum_[line + 1] = go_on_sum_[line] + costs.go_on(line);
    }
  }
  double operator()(std::size_t area, std::size_t begin, std::size_t end) const {
    if (begin == end) return costs_.empty(area);
    return begin_[begin] + go_on_sum_[end] - go_on_sum_[begin + 1] + costs_.pair(area, begin, end);
  }
  /// Not more than that, and quicker: without a look at the area.
  double least(std::size_t begin, std::size_t end) const {
    if (begin == end) return -never;
    return begin_[begin] + go_on_sum_[end] - go_on_sum_[begin + 1] + costs_.least_pair;
  }
  double skip(std::size_t line) const { return skip_[line]; }

 private:
  const Costs& costs_;
  std::vector<double> begin_, skip_, go_on_sum_;
};

}  // namespace

std::vector<Run> cheapest(std::size_t areas, std::size_t lines, std::size_t longest,
                          const Costs& costs) {
  const RunCost cost(costs, lines);
  // The best cost of having done a areas and l lines; lines skipped stand before a run.
  Grid best(areas + 1, lines + 1);
  std::vector<std::vector<std::size_t>> began(areas + 1, std::vector<std::size_t>(lines + 1, 0));
  std::vector<std::vector<bool>> skipped(areas + 1, std::vector<bool>(lines + 1, false));
  best.at(0, 0) = 0;
  for (std::size_t a = 0; a <= areas; ++a) {
    for (std::size_t l = 0; l <= lines; ++l) {
      double& least = best.at(a, l);
      for (std::size_t b = l + 1; a > 0 && b-- > 0 && l - b <= longest;) {
        const double before = best.at(a - 1, b);
        if (before == never || before + cost.least(b, l) > least) continue;
        const double through = before + cost(a - 1, b, l);
        if (through > least) continue;
        least = through;
        began[a][l] = b;
      }
      if (l > 0 && best.at(a, l - 1) + cost.skip(l - 1) < least) {
        least = best.at(a, l - 1) + cost.skip(l - 1);
        skipped[a][l] = true;
      }
    }
  }
  std::vector<Run> runs(areas);
  for (std::size_t a = areas, l = lines; a > 0 || l > 0;) {
    if (l > 0 && (a == 0 || skipped[a][l])) {
      --l;
      continue;
    }
    runs[a - 1] = {began[a][l], l};
    l = began[a][l];
    --a;
  }
  return runs;
}

void set_likelihoods(std::vector<Run>& runs, std::size_t lines, std::size_t longest,
                     const Costs& costs) {
  const RunCost cost(costs, lines);
  const std::size_t areas = runs.size();
  // Forward the summed cost of having done a areas and l lines, backward that of all the rest.
  Grid sum(areas + 1, lines + 1), rest(areas + 1, lines + 1);
  Either either;
  for (std::size_t a = 0; a <= areas; ++a) {
    for (std::size_t l = 0; l <= lines; ++l) {
      if (a == 0 && l == 0) either.add(0);
      for (std::size_t b = l + 1; a > 0 && b-- > 0 && l - b <= longest;) {
        const double before = sum.at(a - 1, b);
        if (before == never || either.is_lost(before + cost.least(b, l))) continue;
        either.add(before + cost(a - 1, b, l));
      }
      if (l > 0) either.add(sum.at(a, l - 1) + cost.skip(l - 1));
      sum.at(a, l) = either.take();
    }
  }
  for (std::size_t a = areas + 1; a-- > 0;) {
    for (std::size_t l = lines + 1; l-- > 0;) {
      if (a == areas && l == lines) either.add(0);
      for (std::size_t e = l; a < areas && e <= lines && e - l <= longest; ++e) {
        const double after = rest.at(a + 1, e);
        if (after == never || either.is_lost(cost.least(l, e) + after)) continue;
        either.add(cost(a, l, e) + after);
      }
      if (l < lines) either.add(cost.skip(l) + rest.at(a, l + 1));
      rest.at(a, l) = either.take();
    }
  }
  for (std::size_t a = 0; a < areas; ++a) {
    Run& run = runs[a];
    const double through =
        sum.at(a, run.begin) + cost(a, run.begin, run.end) + rest.at(a + 1, run.end);
    run.likelihood = std::clamp(std::exp(rest.at(0, 0) - through), 0.0, 1.0);
  }
}

std::vector<Run> aligned(std::size_t areas, std::size_t lines, std::size_t longest,
                         const Costs& costs) {
  std::vector<Run> runs = cheapest(areas, lines, longest, costs);
  set_likelihoods(runs, lines, longest, costs);
  return runs;
}

}  // namespace lagesbild
