// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest monotone alignment of areas and comment lines: every area takes the next run of
// lines or none, a line may stay unplaced. Costs are negative log likelihoods, so the same
// recursion summed instead of minimised gives how likely the chosen run is among all
// (forward-backward, Rabiner 1989).
#pragma once

#include <functional>
#include <vector>

namespace lagesbild {

/// Lines [begin, end); empty where the area has no comment.
struct Run {
  std::size_t begin = 0, end = 0;
  double likelihood = 1;  ///< of exactly this run among all alignments, 0 to 1
};

struct Costs {
  /// That line `line` begins a comment, whichever area's.
  std::function<double(std::size_t line)> begin;
  /// That line `line` goes on with the comment of the line before.
  std::function<double(std::size_t line)> go_on;
  /// That the lines [begin, end) are the comment of `area`, apart from how they begin and go on.
  std::function<double(std::size_t area, std::size_t begin, std::size_t end)> pair;
  double least_pair = 0;  ///< which `pair` never goes below
  /// That `area` has no comment.
  std::function<double(std::size_t area)> empty;
  /// That a line belongs to no area.
  std::function<double(std::size_t line)> skip;
};

/// One run per area, in order, without likelihoods. `longest` bounds a run's lines.
/// Time grows with areas x lines x longest.
std::vector<Run> cheapest(std::size_t areas, std::size_t lines, std::size_t longest,
                          const Costs& costs);

/// Says of runs that cheapest() gave with the same arguments how likely each is.
void set_likelihoods(std::vector<Run>& runs, std::size_t lines, std::size_t longest,
                     const Costs& costs);

/// Both.
std::vector<Run> aligned(std::size_t areas, std::size_t lines, std::size_t longest,
                         const Costs& costs);

}  // namespace lagesbild
