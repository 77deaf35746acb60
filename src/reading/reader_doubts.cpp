// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a mapping doubtful once all drafts are there.
#include <algorithm>
#include <map>
#include <span>

#include "reading/identity.h"
#include "reading/reader.h"
#include "text/fold.h"

namespace lagesbild {

/// What stands beside an area in a column that nothing tells the meaning of may be its change.
void Reader::doubt_unread(const std::vector<TextLine>& lines, std::size_t first_draft) {
  constexpr std::size_t most_words = 4;  // in a cell for the change, however it is said
  std::size_t words = 0;
  for (const TextLine& line : lines) words += line.line.words.size();
  if (drafts_.size() <= first_draft || words > most_words * (drafts_.size() - first_draft)) return;
  for (const TextLine& line : lines) {
    if (line.text.find_first_not_of("0123456789 .,%") == std::string::npos) continue;
    const auto away = [&](const Draft& draft) {
      return std::abs(draft.entry.box().middle_y() - line.line.box.middle_y());
    };
    ask(std::ranges::min_element(std::span(drafts_).subspan(first_draft), {}, away)->review,
        "change_cell_unread");
  }
}

/// A comment beside the heading after its own may be that one's: columns nobody saw.
void Reader::doubt_shifted() {
  const auto beside = [](const TextLine& a, const TextLine& b) {
    const double middle = b.line.box.middle_y();
    return a.line.page == b.line.page && a.line.box.y0 < middle && middle < a.line.box.y1;
  };
  for (std::size_t d = 0; d + 1 < drafts_.size(); ++d) {
    Draft &draft = drafts_[d], &next = drafts_[d + 1];
    if (draft.mapped_by != MappedBy::heading || next.mapped_by != MappedBy::heading) continue;
    const bool shifted = std::ranges::any_of(draft.comment, [&](const TextLine& line) {
      return beside(line, next.entry.lines.front());
    });
    if (!shifted) continue;
    ask(draft.review, "uncertain_mapping");
    ask(next.review, "uncertain_mapping");
  }
}

/// A comment's line that begins with the very number that is missing behind its area may be an area
/// nobody saw.
void Reader::doubt_gaps() {
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    const std::optional<std::string>& number = drafts_[d].entry.number;
    const bool last = d + 1 == drafts_.size();
    if (!number || (!last && !drafts_[d + 1].entry.number)) continue;
    const bool missed = std::ranges::any_of(drafts_[d].comment, [&](const TextLine& line) {
      const auto found = numbered(line.text);
      return found && !found->rest.empty() && is_next(found->number, *number) &&
             (last || found->number != drafts_[d + 1].entry.number);
    });
    if (missed) ask(drafts_[d].review, "uncertain_mapping");
  }
}

/// No form lists an area twice: one of the two is something else.
void Reader::doubt_doubles() {
  std::map<std::string, Draft*> seen;
  for (Draft& draft : drafts_) {
    const std::string title = key(draft.entry.title);
    if (title.empty()) continue;
    const auto [first, is_new] =
        seen.emplace(draft.entry.number.value_or("") + '|' + title, &draft);
    if (is_new) continue;
    ask(first->second->review, "uncertain_mapping");
    ask(draft.review, "uncertain_mapping");
  }
}

/// Print over print: rows too low for their text run into each other, and whose words stand where
/// cannot be told, nor how far they reach.
void Reader::doubt_overprinted() {
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    if (!any_word(drafts_[d], &Word::overprinted)) continue;
    for (std::size_t near = d - std::min<std::size_t>(d, 1); near < std::min(d + 2, drafts_.size());
         ++near)
      ask(drafts_[near].review, "overlapping_text");
  }
}

/// A line through words may mean that they are deleted; what stands there then cannot be told.
void Reader::doubt_struck() {
  for (Draft& draft : drafts_)
    if (any_word(draft, &Word::struck)) ask(draft.review, "struck_text");
}

/// Whether some word of the draft is so.
bool Reader::any_word(const Draft& draft, bool Word::*is) const {
  const auto any_in = [&](const std::vector<TextLine>& lines) {
    return std::ranges::any_of(lines, [&](const TextLine& line) {
      return std::ranges::any_of(line.line.words,
                                 [&](std::size_t w) { return layout_.words[w].*is; });
    });
  };
  return any_in(draft.entry.lines) || any_in(draft.comment) || any_in(draft.change);
}

}  // namespace lagesbild
