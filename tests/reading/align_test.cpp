// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/align.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lagesbild {
namespace {

/// Costs from a picture of the lines: '#' begins a comment for certain, '.' goes on, '?' may do
/// either, 'x' belongs to nobody.
Costs costs_of(const std::string& lines) {
  return {.begin =
              [lines](std::size_t l) {
                return lines[l] == '#' ? 0.1 : lines[l] == '?' ? 0.7 : 6.0;
              },
          .go_on =
              [lines](std::size_t l) {
                return lines[l] == '.' ? 0.1 : lines[l] == '?' ? 0.7 : 6.0;
              },
          .pair = [](std::size_t, std::size_t, std::size_t) { return 0.0; },
          .empty = [](std::size_t) { return 4.0; },
          .skip = [lines](std::size_t l) { return lines[l] == 'x' ? 0.1 : 5.0; }};
}

std::string dump(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs)
    text += run.begin == run.end ? "- "
                                 : std::to_string(run.begin) + "-" + std::to_string(run.end) + " ";
  return text;
}

struct Case {
  const char* says;
  std::size_t areas;
  const char* lines;
  const char* runs;  ///< "begin-end" of each area, "-" where it is empty
};

const Case cases[] = {
    {"one line each", 3, "###", "0-1 1-2 2-3 "},
    {"comments of several lines", 2, "#..#.", "0-3 3-5 "},
    {"a line that belongs to nobody", 2, "#x#", "0-1 2-3 "},
    {"nobody's lines at both ends", 1, "xx#.x", "2-4 "},
    {"no lines", 2, "", "- - "},
    {"no areas", 0, "#", ""},
};

TEST(Aligned, GivesEveryAreaItsRun) {
  for (const Case& c : cases)
    EXPECT_EQ(dump(aligned(c.areas, std::string(c.lines).size(), 10, costs_of(c.lines))), c.runs)
        << c.says;
}

TEST(Aligned, LeavesTheAreaEmptyThatSuitsNoLine) {
  Costs costs = costs_of("##");
  costs.pair = [](std::size_t area, std::size_t begin, std::size_t) {
    return (area == 0 && begin == 0) || (area == 2 && begin == 1) ? 0.0 : 3.0;
  };
  EXPECT_EQ(dump(aligned(3, 2, 10, costs)), "0-1 - 1-2 ");
}

TEST(Aligned, KeepsToTheLongestRun) {
  for (const auto& run : aligned(2, 8, 3, costs_of("#...#..."))) EXPECT_LE(run.end - run.begin, 3u);
}

TEST(Aligned, KnowsHowSureItIs) {
  for (const auto& run : aligned(3, 5, 10, costs_of("#.#.#"))) EXPECT_GT(run.likelihood, 0.9);
  const auto unsure = aligned(2, 3, 10, costs_of("#?#"));
  EXPECT_GT(unsure[0].likelihood, 0.8);
  const auto split = aligned(2, 4, 10, costs_of("#???"));
  EXPECT_LT(split[1].likelihood, 0.6);
}

struct Found {
  double least = std::numeric_limits<double>::infinity();
  double all = 0, chosen = 0;  ///< likelihoods summed; chosen: of those in which area 0 has `run`
};

/// Every alignment there is, one by one.
void try_all(const Costs& costs, std::size_t areas, std::size_t lines, std::size_t area,
             std::size_t line, double cost, const Run* run, bool has_run, Found& found) {
  if (area == areas && line == lines) {
    found.least = std::min(found.least, cost);
    found.all += std::exp(-cost);
    if (has_run) found.chosen += std::exp(-cost);
    return;
  }
  if (line < lines)
    try_all(costs, areas, lines, area, line + 1, cost + costs.skip(line), run, has_run, found);
  if (area == areas) return;
  double open = 0;
  for (std::size_t end = line; end <= lines; ++end) {
    if (end > line) open += end == line + 1 ? costs.begin(line) : costs.go_on(end - 1);
    const double here = end == line ? costs.empty(area) : open + costs.pair(area, line, end);
    const bool now = area == 0 ? run && run->begin == line && run->end == end : has_run;
    try_all(costs, areas, lines, area + 1, end, cost + here, run, now, found);
  }
}

TEST(Aligned, AgreesWithTryingEverything) {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> any(0.0, 4.0);
  for (int round = 0; round < 50; ++round) {
    const std::size_t areas = 1 + random() % 3, lines = random() % 5;
    std::vector<double> begin(lines), go_on(lines), skip(lines), pair(areas * 64), empty(areas);
    for (auto* costs : {&begin, &go_on, &skip, &pair, &empty})
      for (double& cost : *costs) cost = any(random);
    const Costs costs{.begin = [&](std::size_t l) { return begin[l]; },
                      .go_on = [&](std::size_t l) { return go_on[l]; },
                      .pair = [&](std::size_t a, std::size_t b,
                                  std::size_t e) { return pair[a * 64 + b * 8 + e]; },
                      .empty = [&](std::size_t a) { return empty[a]; },
                      .skip = [&](std::size_t l) { return skip[l]; }};
    const auto runs = aligned(areas, lines, lines + 1, costs);
    Found found;
    try_all(costs, areas, lines, 0, 0, 0, &runs[0], false, found);
    EXPECT_NEAR(runs[0].likelihood, found.chosen / found.all, 1e-6) << round;
    double cost = 0;
    std::size_t line = 0;
    for (std::size_t a = 0; a < areas; ++a) {
      for (; line < runs[a].begin; ++line) cost += skip[line];
      if (runs[a].begin == runs[a].end) {
        cost += empty[a];
        continue;
      }
      cost += begin[line++] + pair[a * 64 + runs[a].begin * 8 + runs[a].end];
      for (; line < runs[a].end; ++line) cost += go_on[line];
    }
    for (; line < lines; ++line) cost += skip[line];
    EXPECT_NEAR(cost, found.least, 1e-9) << round;
  }
}

}  // namespace
}  // namespace lagesbild
