// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/mapping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "reading/change.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr std::size_t opening =
    24;  // bytes before a label that still opens a line: a bullet, "Status: "

// Costs are negative log likelihoods, estimated on the tuning part of corpus/: 0.1 is what nearly
// always happens, 2.3 what happens once in ten, 6 what hardly ever does.
constexpr double usual = 0.1, seldom = 2.3, hardly = 6;

struct LineFacts {
  bool label = false, reference = false;
  bool gap = false;          ///< wider than the usual leading above it
  bool after_short = false;  ///< the line above ended although more would have fitted
  bool low = false;          ///< begins with a lower-case letter
};

std::vector<LineFacts> facts_of(const std::vector<Word>& words, const Rules& rules,
                                const std::vector<TextLine>& lines) {
  constexpr double wide = 1.25, spare = 1.5;  // of the leading; em left on a short line
  const Measure measure = measure_of(lines);
  std::vector<LineFacts> facts(lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l) {
    facts[l].label = opens_with_label(rules, lines[l]);
    facts[l].reference = opens_with_reference(rules, lines[l]);
    if (l == 0) continue;
    const Line& before = lines[l - 1].line;
    const double leading = lines[l].line.box.y1 - before.box.y1;
    facts[l].gap = before.page == lines[l].line.page && measure.leading > 0 &&
                   leading > wide * measure.leading;
    const Word& first = words[lines[l].line.words.front()];
    facts[l].after_short =
        before.box.x1 + first.box.width() + spare * lines[l].size < right_of(measure, lines[l - 1]);
    const char c = lines[l].text.empty() ? ' ' : lines[l].text.front();
    facts[l].low = c >= 'a' && c <= 'z';
    // "samma nivå" at the start of a line may be the middle of a sentence.
    if (facts[l].low && !facts[l].after_short && !facts[l].gap) facts[l].label = false;
  }
  return facts;
}

double height_of(const std::vector<TextLine>& lines) {
  const double leading = measure_of(lines).leading;
  return leading > 0 || lines.empty() ? leading : std::max(8.0, lines.front().line.box.height());
}

enum class Anchor { top, middle, bottom };

Box first_line_box(const Box& area, double height) {
  return {area.x0, area.y0, area.x1, std::min(area.y1, area.y0 + height)};
}

/// The height of an area that its comment's is held against.
double height_of(Anchor anchor, const Box& area, double line_height) {
  if (anchor == Anchor::top) return first_line_box(area, line_height).middle_y();
  return anchor == Anchor::middle ? area.middle_y() : area.y1;
}

double height_of(Anchor anchor, const Box& first, const Box& last) {
  if (anchor == Anchor::top) return first.middle_y();
  return anchor == Anchor::middle ? (first.y0 + last.y1) / 2 : last.y1;
}

/// Which lines stand as high as some area's first line.
struct Level {
  std::vector<bool> lines;
  std::vector<std::optional<std::size_t>> of_area;  ///< the line beside the area
  bool any = false;

  /// What it costs that a comment begins at `line` and not beside its area.
  double aside(std::size_t area, std::size_t line) const {
    if (!any || of_area[area] == line) return 0;
    return of_area[area] ? hardly : seldom;
  }
};

/// Whether any line stands between the area and the next one: areas without a comment tell nothing.
bool has_lines(const std::vector<Box>& areas, std::size_t area,
               const std::vector<TextLine>& lines) {
  const double from = areas[area].y0;
  const double to =
      area + 1 < areas.size() ? areas[area + 1].y0 : std::numeric_limits<double>::max();
  return std::ranges::any_of(lines, [&](const TextLine& line) {
    const double middle = line.line.box.middle_y();
    return from < middle && middle < to;
  });
}

/// Where nearly all areas with a comment have a level line, rows are set from the top. Otherwise
/// none.
Level level_lines(const std::vector<Box>& areas, const std::vector<TextLine>& lines, double height,
                  bool carried) {
  constexpr double level = 0.3, nearly_all = 0.75;  // of the leading; share of the areas
  const Level none{std::vector<bool>(lines.size(), false),
                   std::vector<std::optional<std::size_t>>(areas.size())};
  Level found = none;
  std::size_t aligned_areas = 0, commented = 0;
  for (std::size_t a = carried ? 1 : 0; a < areas.size(); ++a) {
    const double middle = first_line_box(areas[a], height).middle_y();
    for (std::size_t l = 0; l < lines.size(); ++l) {
      if (std::abs(lines[l].line.box.middle_y() - middle) > level * height) continue;
      found.lines[l] = true;
      if (!found.of_area[a]) found.of_area[a] = l;
    }
    aligned_areas += found.of_area[a].has_value();
    commented += found.of_area[a] || has_lines(areas, a, lines);
  }
  found.any = static_cast<double>(aligned_areas) >= nearly_all * static_cast<double>(commented);
  return found.any ? found : none;
}

double total(const std::vector<Run>& runs, const Costs& costs) {
  double sum = 0;
  for (std::size_t a = 0; a < runs.size(); ++a) {
    const auto [begin, end, likelihood] = runs[a];
    if (begin == end) {
      sum += costs.empty(a);
      continue;
    }
    sum += costs.pair(a, begin, end) + costs.begin(begin);
    for (std::size_t l = begin + 1; l < end; ++l) sum += costs.go_on(l);
  }
  return sum;
}

double begin_in_order(const LineFacts& fact) {
  if (fact.label) return usual;
  if (fact.reference) return 3 * usual;
  if (fact.low) return fact.after_short || fact.gap ? seldom : hardly;
  if (fact.gap) return 0.7;
  return fact.after_short ? 1.0 : 3.5;
}

double go_on_in_order(const LineFacts& fact) {
  if (fact.label) return 5;
  if (fact.reference) return seldom;
  if (fact.gap) return 1.0;
  return fact.after_short && !fact.low ? 0.7 : usual / 2;
}

}  // namespace

bool opens_with_label(const Rules& rules, const TextLine& line) {
  const ChangeReading reading = change_of(rules.change, line.text);
  return reading.change && !reading.decided_by.empty() &&
         reading.decided_by.front().begin <= opening;
}

bool opens_with_reference(const Rules& rules, const TextLine& line) {
  const auto match = rules.form.reference.first(line.folded);
  return match && match->groups.front().begin <= opening;
}

std::vector<Run> mapped_by_position(const std::vector<Word>& words, const Rules& rules,
                                    const std::vector<Box>& areas,
                                    const std::vector<TextLine>& lines, bool carried) {
  const std::vector<LineFacts> facts = facts_of(words, rules, lines);
  const double height = height_of(lines);
  const Level level = level_lines(areas, lines, height, carried);
  Anchor anchor = Anchor::top;
  std::vector<double> heights(areas.size());
  const auto anchor_at = [&](Anchor chosen) {
    anchor = chosen;
    for (std::size_t a = 0; a < areas.size(); ++a) heights[a] = height_of(anchor, areas[a], height);
  };
  Costs costs;
  costs.begin = [&](std::size_t l) {
    return facts[l].label || facts[l].gap || l == 0 ? usual : facts[l].after_short ? 0.7 : seldom;
  };
  costs.go_on = [&](std::size_t l) {
    if (anchor == Anchor::top && level.lines[l]) return hardly;
    return facts[l].label ? seldom : facts[l].gap ? 0.5 : usual;
  };
  costs.empty = [&](std::size_t a) { return carried && a == 0 ? 0.3 : seldom; };
  costs.skip = [](std::size_t) { return hardly; };
  costs.pair = [&](std::size_t a, std::size_t begin, std::size_t end) {
    if (carried && a == 0) return begin == 0 ? usual : 2 * hardly;
    const double at = height_of(anchor, lines[begin].line.box, lines[end - 1].line.box);
    const double away = std::abs(at - heights[a]);
    return std::min(2 * hardly, 1.5 * std::max(0.0, away / height - 0.15)) +
           (anchor == Anchor::top ? level.aside(a, begin) : 0);
  };
  std::vector<Run> best;
  Anchor best_anchor = anchor;
  double best_cost = 0;
  for (const Anchor tried : {Anchor::top, Anchor::middle, Anchor::bottom}) {
    anchor_at(tried);
    std::vector<Run> runs = cheapest(areas.size(), lines.size(), lines.size(), costs);
    const double cost = total(runs, costs);
    if (!best.empty() && cost >= best_cost) continue;
    best = std::move(runs);
    best_anchor = anchor;
    best_cost = cost;
  }
  anchor_at(best_anchor);
  set_likelihoods(best, lines.size(), lines.size(), costs);
  return best;
}

std::vector<Run> mapped_by_order(const std::vector<Word>& words, const Rules& rules,
                                 const std::vector<Entry>& areas,
                                 const std::vector<TextLine>& lines) {
  constexpr std::size_t longest = 60;  // lines of one comment
  constexpr double title_words =
      1.5;  // what it tells that all of a title's words stand in the comment
  const std::vector<LineFacts> facts = facts_of(words, rules, lines);
  std::vector<std::vector<double>> alike(areas.size(), std::vector<double>(lines.size()));
  for (std::size_t a = 0; a < areas.size(); ++a)
    for (std::size_t l = 0; l < lines.size(); ++l)
      alike[a][l] = containment(areas[a].title, lines[l].text);
  Costs costs;
  costs.begin = [&](std::size_t l) { return l == 0 ? usual : begin_in_order(facts[l]); };
  costs.go_on = [&](std::size_t l) { return go_on_in_order(facts[l]); };
  costs.empty = [](std::size_t) { return 3.5; };
  costs.skip = [](std::size_t) { return hardly; };
  costs.pair = [&](std::size_t a, std::size_t begin, std::size_t end) {
    const auto row = alike[a].begin();
    return -title_words * *std::max_element(row + static_cast<std::ptrdiff_t>(begin),
                                            row + static_cast<std::ptrdiff_t>(end));
  };
  costs.least_pair = -title_words;
  return aligned(areas.size(), lines.size(), longest, costs);
}

}  // namespace lagesbild
