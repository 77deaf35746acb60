// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the form each area belongs to, and which drafts head others.
#include <algorithm>

#include "reading/reader.h"

namespace lagesbild {
namespace {

/// The draft is a whole number's, and the next numbered one stands below it: "2." before "2.1".
bool has_children(const std::vector<Draft>& drafts, std::size_t d) {
  const auto& number = drafts[d].entry.number;
  if (!number || is_dotted(number)) return false;
  for (std::size_t next = d + 1; next < drafts.size(); ++next) {
    if (!drafts[next].entry.number) continue;
    return parent_of(*drafts[next].entry.number) == *number;
  }
  return false;
}

}  // namespace

void Reader::set_scopes() {
  for (Draft& draft : drafts_) {
    if (is_dotted(draft.entry.number) && draft.section != Scope::local)
      draft.section = Scope::local;
    if (draft.section) continue;
    const Area* area = known_.find(draft.entry.title);
    draft.section = area ? area->scope : Scope::city;
  }
  // A page may repeat the head of the city's areas above the local ones: "2. Äldre" before "2.1".
  for (std::size_t d = 0; d < drafts_.size(); ++d)
    if (has_children(drafts_, d) && !drafts_[d].has_comment()) drafts_[d].section = Scope::local;
}

namespace {

/// The letter before the title: 'A' of "A Unga i risk", or 0.
char letter_of(const Entry& entry) {
  const std::string& title = entry.title;
  const bool lettered = !entry.number && title.size() > 3 && title[0] >= 'A' && title[0] <= 'Z' &&
                        title[1] == ' ' && begins_title(std::string_view(title).substr(2));
  return lettered ? title[0] : '\0';
}

void take_letter(Entry& entry) {
  entry.number = entry.title.substr(0, 1);
  entry.title.erase(0, 2);
}

}  // namespace

/// Areas A, B, C and so on are numbered by their letters.
void Reader::number_lettered_areas() {
  constexpr std::size_t fewest = 3;
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    std::size_t end = d;
    while (end < drafts_.size() &&
           letter_of(drafts_[end].entry) == static_cast<char>('A' + (end - d)))
      ++end;
    if (end - d < fewest) continue;
    for (; d < end; ++d) take_letter(drafts_[d].entry);
    --d;
  }
}

/// "A Gamla stan" above areas A1, A2 is a heading with a letter for its number.
void Reader::number_lettered_groups() {
  for (std::size_t d = 0; d + 1 < drafts_.size(); ++d) {
    Entry& entry = drafts_[d].entry;
    const char letter = letter_of(entry);
    if (drafts_[d].has_comment() || letter == '\0') continue;
    const std::optional<std::string>& next = drafts_[d + 1].entry.number;
    if (next && parent_of(*next) == std::string_view(&letter, 1)) take_letter(entry);
  }
}

void Reader::set_groups() {
  number_lettered_groups();
  const bool any_plain = std::ranges::any_of(
      drafts_, [](const Draft& d) { return d.section == Scope::local && !d.entry.bold; });
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    Draft& draft = drafts_[d];
    if (draft.has_comment() && !draft.group) continue;
    const bool last = d + 1 == drafts_.size() || drafts_[d + 1].section != draft.section;
    const bool heads =
        draft.spans || (draft.entry.bold && any_plain && draft.section == Scope::local);
    const Area* area = known_.find(draft.entry.title);
    const bool city_area = area && area->scope == Scope::city && draft.section == Scope::city;
    draft.group = has_children(drafts_, d) ||
                  (heads && !last && !is_dotted(draft.entry.number) && !city_area &&
                   (!draft.entry.number || draft.section == Scope::local));
  }
}

/// Local areas without numbers may stand under headings that look like them. Where the list opens
/// with a bare one, and each bare one is followed by areas with comments, the bare ones are
/// headings.
void Reader::set_unmarked_groups() {
  std::vector<Draft*> local;
  for (Draft& draft : drafts_)
    if (draft.section == Scope::local) local.push_back(&draft);
  const auto plain = [](const Draft* d) { return !d->entry.number && !d->group && !d->spans; };
  const auto bare = [](const Draft* d) { return !d->has_comment(); };
  if (local.empty() || !bare(local.front()) || bare(local.back()) ||
      !std::ranges::all_of(local, plain) ||
      std::ranges::adjacent_find(local, [&](auto* a, auto* b) { return bare(a) && bare(b); }) !=
          local.end())
    return;
  for (Draft* draft : local) {
    if (!bare(draft)) continue;
    draft->group = true;
    tell("group_or_area", Severity::warning,
         "\"" + draft->entry.title +
             "\" has neither number nor comment and was read as a heading over the areas below it; "
             "if it is an area of its own, it has no comment",
         draft->entry.lines.front().line.page);
  }
}

void Reader::name_groups() {
  std::optional<std::string> title, number;
  std::optional<Scope> scope;
  for (Draft& draft : drafts_) {
    if (draft.section != scope) title.reset(), number.reset();
    scope = draft.section;
    const bool heads =
        draft.group || has_children(drafts_, static_cast<std::size_t>(&draft - drafts_.data()));
    if (heads) {
      title = draft.entry.title;
      number = draft.entry.number;
    }
    const bool other = number && draft.entry.number && is_dotted(draft.entry.number) &&
                       parent_of(*draft.entry.number) != *number;
    draft.group_title = heads || other ? std::nullopt : title;
  }
}

}  // namespace lagesbild
