// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/doubts.h"

#include <algorithm>
#include <map>
#include <span>

#include "reading/identity.h"
#include "text/fold.h"

namespace lagesbild {

void doubt_unread(std::vector<Draft>& drafts, const std::vector<TextLine>& lines,
                  std::size_t first_draft) {
  constexpr std::size_t most_words = 4;  // in a cell for the change, however it is said
  std::size_t words = 0;
  for (const TextLine& line : lines) words += line.line.words.size();
  if (drafts.size() <= first_draft || words > most_words * (drafts.size() - first_draft)) return;
  for (const TextLine& line : lines) {
    if (line.text.find_first_not_of("0123456789 .,%") == std::string::npos) continue;
    const auto away = [&](const Draft& draft) {
      return std::abs(draft.entry.box().middle_y() - line.line.box.middle_y());
    };
    ask(std::ranges::min_element(std::span(drafts).subspan(first_draft), {}, away)->review,
        "change_cell_unread");
  }
}

void doubt_shifted(std::vector<Draft>& drafts) {
  const auto beside = [](const TextLine& a, const TextLine& b) {
    const double middle = b.line.box.middle_y();
    return a.line.page == b.line.page && a.line.box.y0 < middle && middle < a.line.box.y1;
  };
  for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
    Draft &draft = drafts[d], &next = drafts[d + 1];
    if (draft.mapped_by != MappedBy::heading || next.mapped_by != MappedBy::heading) continue;
    const bool shifted = std::ranges::any_of(draft.comment, [&](const TextLine& line) {
      return beside(line, next.entry.lines.front());
    });
    if (!shifted) continue;
    ask(draft.review, "uncertain_mapping");
    ask(next.review, "uncertain_mapping");
  }
}

void doubt_gaps(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const std::optional<std::string>& number = drafts[d].entry.number;
    const bool last = d + 1 == drafts.size();
    if (!number || (!last && !drafts[d + 1].entry.number)) continue;
    const bool missed = std::ranges::any_of(drafts[d].comment, [&](const TextLine& line) {
      const auto found = numbered(line.text);
      return found && !found->rest.empty() && is_next(found->number, *number) &&
             (last || found->number != drafts[d + 1].entry.number);
    });
    if (missed) ask(drafts[d].review, "uncertain_mapping");
  }
}

void doubt_doubles(std::vector<Draft>& drafts) {
  std::map<std::string, Draft*> seen;
  for (Draft& draft : drafts) {
    const std::string title = key(draft.entry.title);
    if (title.empty()) continue;
    const auto [first, is_new] =
        seen.emplace(draft.entry.number.value_or("") + '|' + title, &draft);
    if (is_new) continue;
    ask(first->second->review, "uncertain_mapping");
    ask(draft.review, "uncertain_mapping");
  }
}

namespace {

/// Whether some word of the draft is so.
bool any_word(const std::vector<Word>& words, const Draft& draft, bool Word::*is) {
  const auto any_in = [&](const std::vector<TextLine>& lines) {
    return std::ranges::any_of(lines, [&](const TextLine& line) {
      return std::ranges::any_of(line.line.words, [&](std::size_t w) { return words[w].*is; });
    });
  };
  return any_in(draft.entry.lines) || any_in(draft.comment) || any_in(draft.change);
}

}  // namespace

void doubt_overprinted(std::vector<Draft>& drafts, const std::vector<Word>& words) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!any_word(words, drafts[d], &Word::overprinted)) continue;
    for (std::size_t near = d - std::min<std::size_t>(d, 1); near < std::min(d + 2, drafts.size());
         ++near)
      ask(drafts[near].review, "overlapping_text");
  }
}

void doubt_struck(std::vector<Draft>& drafts, const std::vector<Word>& words) {
  for (Draft& draft : drafts)
    if (any_word(words, draft, &Word::struck)) ask(draft.review, "struck_text");
}

}  // namespace lagesbild
