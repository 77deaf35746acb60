// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/gutters.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/bullets.h"

namespace lagesbild {
namespace {

constexpr int fewest_lines = 3;  // with text on both sides; two may be chance
constexpr std::size_t spanning_run =
    3;                           // spanning lines in a row that a table may hold: a wrapped heading
constexpr double keeping = 0.7;  // share of a table's lines that leave the gutter free
constexpr double near_lines = 2.6;  // line heights between lines of one table
constexpr std::size_t most_gutters = 8;

// A column that begins close behind another shows by its words' left edges: this share of the
// lines, this exactly.
constexpr double aligned_share = 0.25, aligned_within = 0.7;  // points
constexpr int fewest_aligned = 5;
constexpr double closest = 0.15;       // em between columns; a squeezed word space
constexpr double wide = 0.8;           // em; no space of a justified line is so wide
constexpr double overhang = 2;         // points an accent or a quote may hang out of its column
constexpr double same_gutter = 4;      // points
constexpr double before_column = 0.5;  // points from a gutter to the column that begins there

/// The white between two neighbours of a line.
struct Gap {
  double from, to;
  double size;  ///< font size
};

struct Stretch {
  double from, to;
};

/// A line as gaps and words along x.
struct Profile {
  std::vector<Stretch> words;
  double size = 0;  ///< font size of its first word, points
  std::vector<Gap> gaps;
  std::vector<Gap>
      beside;  ///< to lines right of it that stand as high without sharing its baseline
};

using Profiles = std::vector<Profile>;

enum class Side { left, right, both, across };

/// The gap behind a bullet is none: list items are no second column.
Profile profile_of(const std::vector<Word>& words, const Line& line) {
  Profile profile;
  const Word& first = words[line.words.front()];
  profile.size = first.size;
  const bool listed =
      line.words.size() > 1 && std::ranges::find(bullets, first.text) != bullets.end();
  for (const std::size_t i : line.words) {
    const Word& word = words[i];
    if (listed && i == line.words[1]) {
      profile.words.front().to = word.box.x1;
      continue;
    }
    if (!profile.words.empty())
      profile.gaps.push_back({profile.words.back().to, word.box.x0, word.size});
    profile.words.push_back({word.box.x0, word.box.x1});
  }
  return profile;
}

bool stand_side_by_side(const Line& left, const Line& right) {
  constexpr double shared = 0.3;  // of the lower one's height: a label between two lines has 0.4
  const double height = std::min(left.box.height(), right.box.height());
  const double overlap = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0);
  return right.box.x0 > left.box.x1 && overlap > shared * height;
}

/// In large print blanks are as wide as columns' gaps, and stand in line with them by chance.
void drop_blanks_of_large_print(Profiles& profiles) {
  constexpr double large = 1.15;  // of the middle size
  std::vector<double> sizes;
  for (const Profile& profile : profiles) sizes.push_back(profile.size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  for (Profile& profile : profiles)
    if (profile.size > large * *middle)
      std::erase_if(profile.gaps,
                    [](const Gap& gap) { return gap.to - gap.from <= wide * gap.size; });
}

/// Profiles of lines top to bottom.
Profiles profiles_of(const std::vector<Word>& words, const std::vector<Line>& lines) {
  constexpr std::size_t reach = 3;  // lines away: labels centred between two lines of a comment
  Profiles profiles;
  profiles.reserve(lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l) {
    profiles.push_back(profile_of(words, lines[l]));
    for (std::size_t m = l - std::min(l, reach); m < std::min(l + reach + 1, lines.size()); ++m)
      if (stand_side_by_side(lines[l], lines[m]))
        profiles.back().beside.push_back({lines[l].box.x1, lines[m].box.x0, profiles.back().size});
  }
  drop_blanks_of_large_print(profiles);
  return profiles;
}

/// Whether the gap leaves a gutter at x free: it is wide, or a column's word begins right behind x.
bool leaves_free(const Gap& gap, double x) {
  if (x < gap.from - 1 || x > gap.to + 1) return false;
  const double width = gap.to - gap.from;
  return width > wide * gap.size ||
         (width > closest * gap.size && std::abs(gap.to - before_column - x) < 2 * aligned_within);
}

Side side_of(const Profile& profile, double x) {
  const auto frees = [x](const Gap& gap) { return leaves_free(gap, x); };
  if (std::ranges::any_of(profile.beside, frees)) return Side::both;
  if (profile.words.empty() || profile.words.back().to <= x) return Side::left;
  if (profile.words.front().from >= x - overhang) return Side::right;
  return std::ranges::any_of(profile.gaps, frees) ? Side::both : Side::across;
}

/// Left edges of words that many lines of [first, last] share, somewhere behind their first word.
std::vector<double> shared_edges(const Profiles& profiles, std::size_t first, std::size_t last) {
  std::vector<double> starts, open;  // open: nothing stands close before the word
  for (std::size_t l = first; l <= last; ++l) {
    if (!profiles[l].words.empty()) open.push_back(profiles[l].words.front().from);
    for (const Gap& gap : profiles[l].gaps) {
      if (gap.to - gap.from > closest * gap.size) starts.push_back(gap.to);
      if (gap.to - gap.from > wide * gap.size) open.push_back(gap.to);
    }
  }
  std::ranges::sort(starts);
  const auto needed = static_cast<std::size_t>(
      std::max<double>(fewest_aligned, aligned_share * static_cast<double>(last - first + 1)));
  std::vector<double> edges;
  for (std::size_t i = 0; i < starts.size();) {
    std::size_t end = i;
    while (end < starts.size() && starts[end] - starts[i] <= aligned_within) ++end;
    // The second words behind a label that opens many lines stand in line too, but never begin one.
    const auto begins = std::ranges::count_if(
        open, [&](double x) { return std::abs(x - starts[i]) <= 2 * aligned_within; });
    if (end - i >= needed && begins >= fewest_lines) edges.push_back(starts[i]);
    i = std::max(end, i + 1);
  }
  return edges;
}

/// The right end of the strip that most gaps of lines [first, last] share; how many share it.
std::pair<double, int> best_strip(const Profiles& profiles, std::size_t first, std::size_t last,
                                  const std::vector<double>& taken) {
  const std::vector<double> edges = shared_edges(profiles, first, last);
  std::map<double, int> steps;
  const auto inside = [](const Gap& gap) {
    return [&gap](double x) { return x > gap.from - 1 && x < gap.to + 1; };
  };
  const auto count = [&](const Gap& gap) {
    if (std::ranges::any_of(taken, inside(gap))) return;
    ++steps[gap.from];
    --steps[gap.to];
  };
  for (std::size_t l = first; l <= last; ++l) {
    for (const Gap& gap : profiles[l].gaps) {
      const auto begins = [&](double edge) { return std::abs(gap.to - edge) <= aligned_within; };
      if (gap.to - gap.from > wide * gap.size ||
          (gap.to - gap.from > closest * gap.size && std::ranges::any_of(edges, begins)))
        count(gap);
    }
    for (const Gap& gap : profiles[l].beside)
      if (gap.to - gap.from > wide * gap.size) count(gap);
  }
  int depth = 0, best = 0;
  double at = 0;
  for (auto step = steps.begin(); step != steps.end(); ++step) {
    depth += step->second;
    if (depth > best) {
      best = depth;
      at = std::next(step) == steps.end() ? step->first : std::next(step)->first;
    }
  }
  return {at - before_column, best};
}

/// The longest run of lines around `seed`'s that keeps x free, but for short runs of spanning
/// lines.
Columns region_of(const Profiles& profiles, const std::vector<Line>& lines, std::size_t from,
                  std::size_t to, double x) {
  Columns best, open;
  int both = 0, best_both = 0;
  std::size_t across = 0;
  bool any = false;
  const auto close = [&] {
    if (any && both > best_both) best = open, best_both = both;
    any = false;
    both = 0;
    across = 0;
  };
  for (std::size_t l = from; l <= to; ++l) {
    const Side side = side_of(profiles[l], x);
    if (any) {
      const double height = std::max(6.0, lines[l].box.height());
      const bool far =
          side != Side::both && lines[l].box.y0 - lines[open.last].box.y1 > near_lines * height * 2;
      if (far) close();
    }
    if (side == Side::across) {
      if (++across > spanning_run) close();
      continue;
    }
    if (side == Side::left && !any) continue;  // a heading above the table
    if (!any) open = {l, l, {x}};
    any = true;
    across = 0;
    open.last = l;
    both += side == Side::both;
  }
  close();
  return best_both > 0 ? best : Columns{1, 0, {}};
}

int count(const Profiles& profiles, const Columns& region, double x, Side side) {
  int found = 0;
  for (std::size_t l = region.first; l <= region.last; ++l)
    found += side_of(profiles[l], x) == side;
  return found;
}

bool convincing(const Profiles& profiles, const Columns& region, double x, int needed) {
  if (region.first > region.last) return false;
  const auto lines = static_cast<double>(region.last - region.first + 1);
  const int across = count(profiles, region, x, Side::across);
  return count(profiles, region, x, Side::both) >= needed && lines - across >= keeping * lines;
}

/// A gutter known from other pages is one here where some line leaves a wide gap for it that has
/// none of the region's own gutters yet, not only a blank that happens to stand there.
bool convincing_known(const Profiles& profiles, const Columns& region, double x) {
  if (!convincing(profiles, region, x, 1)) return false;
  for (std::size_t l = region.first; l <= region.last; ++l)
    for (const Gap& gap : profiles[l].gaps) {
      const auto inside = [&](double at) { return at > gap.from - 1 && at < gap.to + 1; };
      const auto taken = [&](double other) { return other != x && inside(other); };
      if (inside(x) && gap.to - gap.from > wide * gap.size &&
          std::ranges::none_of(region.gutters, taken))
        return true;
    }
  return false;
}

/// Further gutters within a region that has one: its own, then those of other pages that its lines
/// keep to.
void add_inner(const Profiles& profiles, const std::vector<double>& known, Columns& region) {
  while (region.gutters.size() < most_gutters) {
    const auto [x, votes] = best_strip(profiles, region.first, region.last, region.gutters);
    if (votes < fewest_lines || !convincing(profiles, region, x, fewest_lines)) break;
    region.gutters.push_back(x);
  }
  for (const double x : known) {
    const auto near = [x](double taken) { return std::abs(taken - x) < same_gutter; };
    if (region.gutters.size() < most_gutters && std::ranges::none_of(region.gutters, near) &&
        convincing_known(profiles, region, x))
      region.gutters.push_back(x);
  }
  std::ranges::sort(region.gutters);
}

void find(const Profiles& profiles, const std::vector<Line>& lines, std::size_t from,
          std::size_t to, const std::vector<double>& known, std::vector<Columns>& found) {
  if (from > to) return;
  std::vector<double> tried;
  Columns region{1, 0, {}};
  for (int attempt = 0; attempt < 6; ++attempt) {
    const auto [x, votes] = best_strip(profiles, from, to, tried);
    if (votes < fewest_lines) break;
    region = region_of(profiles, lines, from, to, x);
    if (convincing(profiles, region, x, fewest_lines)) break;
    region = {1, 0, {}};
    tried.push_back(x);
  }
  if (region.first > region.last) {
    for (const double x : known) {
      region = region_of(profiles, lines, from, to, x);
      if (convincing_known(profiles, region, x)) break;
      region = {1, 0, {}};
    }
  }
  if (region.first > region.last) return;
  add_inner(profiles, known, region);
  const Columns kept = region;
  if (kept.first > from) find(profiles, lines, from, kept.first - 1, known, found);
  found.push_back(kept);
  if (kept.last < to) find(profiles, lines, kept.last + 1, to, known, found);
}

}  // namespace

bool crosses(const std::vector<Word>& words, const Line& line, double x) {
  return side_of(profile_of(words, line), x) == Side::across;
}

std::vector<Columns> columns_of(const std::vector<Word>& words, const std::vector<Line>& lines,
                                const std::vector<double>& known) {
  std::vector<Columns> found;
  if (lines.empty()) return found;
  const Profiles profiles = profiles_of(words, lines);
  find(profiles, lines, 0, lines.size() - 1, known, found);
  return found;
}

}  // namespace lagesbild
