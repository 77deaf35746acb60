// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/doubles.h"

#include <algorithm>
#include <map>
#include <string>

#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t a_habit = 3;  // areas that are named twice

/// Nothing, or the number of a page.
bool is_bare(const Draft& draft) {
  return std::ranges::all_of(draft.comment, [](const TextLine& line) {
    return line.text.find_first_not_of("0123456789. ") == std::string::npos;
  });
}

/// An area's other place in the report.
struct Twin {
  std::size_t bare = 0, whole = 0;  ///< drafts
};

std::vector<Twin> twins_of(const std::vector<Draft>& drafts) {
  std::map<std::string, std::vector<std::size_t>> places;
  for (std::size_t d = 0; d < drafts.size(); ++d)
    if (const std::string title = key(drafts[d].entry.title); !title.empty())
      places[drafts[d].entry.number.value_or("") + '|' + title].push_back(d);
  std::vector<Twin> twins;
  for (const auto& [area, at] : places) {
    if (at.size() != 2 || is_bare(drafts[at[0]]) == is_bare(drafts[at[1]])) continue;
    twins.push_back(is_bare(drafts[at[0]]) ? Twin{at[0], at[1]} : Twin{at[1], at[0]});
  }
  return twins;
}

void take_over(Draft& whole, Draft& bare) {
  if (whole.change.empty() && whole.boxes.empty()) {
    whole.change = std::move(bare.change);
    whole.boxes = std::move(bare.boxes);
  }
}

}  // namespace

void merge_doubles(std::vector<Draft>& drafts, std::vector<Role>& roles) {
  const std::vector<Twin> twins = twins_of(drafts);
  if (twins.size() < a_habit) return;
  std::vector<bool> dropped(drafts.size(), false);
  for (const Twin& twin : twins) {
    Draft& bare = drafts[twin.bare];
    take_over(drafts[twin.whole], bare);
    for (const auto* lines : {&bare.entry.lines, &bare.comment, &bare.change})
      for (const TextLine& line : *lines) mark(roles, line.line, Role::repeated);
    dropped[twin.bare] = true;
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return dropped[at++]; });
}

}  // namespace lagesbild
