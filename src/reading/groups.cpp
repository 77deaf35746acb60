// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the form each area belongs to, and which drafts head others.
#include "reading/groups.h"

#include <algorithm>

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

void set_scopes(std::vector<Draft>& drafts, const KnownTitles& known) {
  for (Draft& draft : drafts) {
    if (is_dotted(draft.entry.number) && draft.section != Scope::local)
      draft.section = Scope::local;
    if (draft.section) continue;
    const Area* area = known.find(draft.entry.title);
    draft.section = area ? area->scope : Scope::city;
  }
  // A page may repeat the head of the city's areas above the local ones: "2. Äldre" before "2.1".
  for (std::size_t d = 0; d < drafts.size(); ++d)
    if (has_children(drafts, d) && !drafts[d].has_comment()) drafts[d].section = Scope::local;
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

void number_lettered_areas(std::vector<Draft>& drafts) {
  constexpr std::size_t fewest = 3;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    std::size_t end = d;
    while (end < drafts.size() &&
           letter_of(drafts[end].entry) == static_cast<char>('A' + (end - d)))
      ++end;
    if (end - d < fewest) continue;
    for (; d < end; ++d) take_letter(drafts[d].entry);
    --d;
  }
}

namespace {

/// "A Gamla stan" above areas A1, A2 is a heading with a letter for its number.
void number_lettered_groups(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
    Entry& entry = drafts[d].entry;
    const char letter = letter_of(entry);
    if (drafts[d].has_comment() || letter == '\0') continue;
    const std::optional<std::string>& next = drafts[d + 1].entry.number;
    if (next && parent_of(*next) == std::string_view(&letter, 1)) take_letter(entry);
  }
}

}  // namespace

void set_groups(std::vector<Draft>& drafts, const KnownTitles& known) {
  number_lettered_groups(drafts);
  const bool any_plain = std::ranges::any_of(
      drafts, [](const Draft& d) { return d.section == Scope::local && !d.entry.bold; });
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    if (draft.has_comment() && !draft.group) continue;
    const bool last = d + 1 == drafts.size() || drafts[d + 1].section != draft.section;
    const bool heads =
        draft.spans || (draft.entry.bold && any_plain && draft.section == Scope::local);
    const Area* area = known.find(draft.entry.title);
    const bool city_area = area && area->scope == Scope::city && draft.section == Scope::city;
    draft.group = has_children(drafts, d) ||
                  (heads && !last && !is_dotted(draft.entry.number) && !city_area &&
                   (!draft.entry.number || draft.section == Scope::local));
  }
}

std::vector<Problem> set_unmarked_groups(std::vector<Draft>& drafts, const Layout& layout) {
  std::vector<Draft*> local;
  for (Draft& draft : drafts)
    if (draft.section == Scope::local) local.push_back(&draft);
  const auto plain = [](const Draft* d) { return !d->entry.number && !d->group && !d->spans; };
  const auto bare = [](const Draft* d) { return !d->has_comment(); };
  if (local.empty() || !bare(local.front()) || bare(local.back()) ||
      !std::ranges::all_of(local, plain) ||
      std::ranges::adjacent_find(local, [&](auto* a, auto* b) { return bare(a) && bare(b); }) !=
          local.end())
    return {};
  std::vector<Problem> problems;
  for (Draft* draft : local) {
    if (!bare(draft)) continue;
    draft->group = true;
    const TextLine& line = draft->entry.lines.front();
    problems.push_back(
        {"group_or_area",
         Severity::warning,
         {{}, layout.pages[line.line.page].number, 0},
         "\"" + draft->entry.title +
             "\" has neither number nor comment and was read as a heading over the areas below it; "
             "if it is an area of its own, it has no comment"});
  }
  return problems;
}

void name_groups(std::vector<Draft>& drafts) {
  std::optional<std::string> title, number;
  std::optional<Scope> scope;
  for (Draft& draft : drafts) {
    if (draft.section != scope) title.reset(), number.reset();
    scope = draft.section;
    const bool heads =
        draft.group || has_children(drafts, static_cast<std::size_t>(&draft - drafts.data()));
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
