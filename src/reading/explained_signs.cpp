// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/explained_signs.h"

#include <algorithm>
#include <utility>

namespace lagesbild {
namespace {

constexpr std::size_t fewest = 3;
constexpr double most_areas = 0.6;

/// Where a sign stands: the lines of a title or a comment, and which of their words.
struct SignPlace {
  std::vector<TextLine>* lines = nullptr;
  std::size_t line = 0, word = 0;
};

SignPlace in_title(Draft& draft, const std::vector<Word>& words, const Legend& legend) {
  std::vector<TextLine>& lines = draft.entry.lines;
  for (std::size_t l = 0; l < lines.size(); ++l)
    for (std::size_t w = 0; w < lines[l].line.words.size(); ++w)
      if (meaning(legend, words[lines[l].line.words[w]].text)) return {&lines, l, w};
  return {};
}

SignPlace at_comments_end(Draft& draft, const std::vector<Word>& words, const Legend& legend) {
  std::vector<TextLine>& lines = draft.comment;
  if (lines.empty()) return {};
  const SignPlace first{&lines, 0, 0};
  const SignPlace last{&lines, lines.size() - 1, lines.back().line.words.size() - 1};
  for (const SignPlace& place : {first, last})
    if (meaning(legend, words[lines[place.line].line.words[place.word]].text)) return place;
  return {};
}

TextLine taken(const SignPlace& place, const std::vector<Word>& words) {
  TextLine& from = (*place.lines)[place.line];
  TextLine sign = part_of(words, from.line, place.word, place.word + 1);
  Line rest = from.line;
  rest.words.erase(rest.words.begin() + static_cast<std::ptrdiff_t>(place.word));
  if (rest.words.empty())
    place.lines->erase(place.lines->begin() + static_cast<std::ptrdiff_t>(place.line));
  else
    from = part_of(words, rest, 0, rest.words.size());
  return sign;
}

}  // namespace

void take_explained_signs(std::vector<Draft>& drafts, const std::vector<Word>& words,
                          const Legend& legend) {
  if (legend.empty()) return;
  std::vector<std::pair<Draft*, SignPlace>> found;
  std::size_t in_cells = 0;
  for (Draft& draft : drafts) {
    in_cells += draft.change.size() == 1 && meaning(legend, draft.change.front().text);
    if (!draft.change.empty() || !draft.boxes.empty()) continue;
    SignPlace place = in_title(draft, words, legend);
    if (!place.lines) place = at_comments_end(draft, words, legend);
    const bool all_of_title = place.lines == &draft.entry.lines && place.lines->size() == 1 &&
                              place.lines->front().line.words.size() == 1;
    if (place.lines && !all_of_title) found.emplace_back(&draft, place);
  }
  const std::size_t signs = in_cells + found.size();
  if (signs < fewest ||
      static_cast<double>(signs) < most_areas * static_cast<double>(drafts.size()))
    return;
  for (const auto& [draft, place] : found) {
    draft->change.push_back(taken(place, words));
    set_title(draft->entry);
  }
}

}  // namespace lagesbild
