// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "layout/lines.h"
#include "reading/finisher.h"
#include "reading/identity.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t short_line =
    100;  // bytes; a longer line is prose and names a district by the way
constexpr std::size_t excerpt = 80;  // bytes of unplaced text that a problem quotes

/// How far a line may be trusted to name the district whose report this is.
enum class Trust { title, head, beside, none };

Trust trust_in(Role role) {
  switch (role) {
    case Role::title:
      return Trust::title;
    case Role::district:
      return Trust::head;
    case Role::unplaced:
    case Role::furniture:
    case Role::section:
    case Role::column_head:
      return Trust::beside;
    default:
      return Trust::none;
  }
}

/// Gives the role to those words of the line that have none: others may be parted off it.
void mark_unplaced(std::vector<Role>& roles, const Line& line, Role role) {
  for (const std::size_t word : line.words)
    if (roles[word] == Role::unplaced) roles[word] = role;
}

std::string shortened(const std::string& text) {
  if (text.size() <= excerpt) return text;
  std::size_t end = excerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

}  // namespace

/// Lines outside of tables that wide gaps part, part by part: "Farsta      Dnr 1      2022-12-01".
std::vector<TextLine> Finisher::parts_of_heads() const {
  constexpr double wide = 1.2;  // em
  std::vector<TextLine> parts;
  for (const TextLine& line : text_.lines) {
    std::vector<Line> cut;
    for (const std::size_t w : line.line.words) {
      const Word& word = layout_.words[w];
      if (cut.empty() || word.box.x0 - cut.back().box.x1 > wide * word.size)
        cut.push_back({line.line.page, word.box, {}});
      cut.back().words.push_back(w);
      cut.back().box = united(cut.back().box, word.box);
    }
    if (cut.size() < 2) continue;
    for (const Line& part : cut) parts.push_back(text_line(layout_.words, part));
  }
  return parts;
}

/// The month of the date above the first area; none where dates of several months stand there.
void Finisher::find_date() {
  std::set<std::string> months;
  const auto above_form = [&](const TextLine& line) {
    if (line.line.words.empty() || line.line.page > 0 || drafts_.empty()) return false;
    const Line& first = drafts_.front().entry.lines.front().line;
    return first.page > 0 || line.line.box.y1 <= first.box.y0;
  };
  const auto look = [&](const TextLine& line) {
    if (!above_form(line)) return;
    if (const auto month = period_of_date(rules_.form, line.text)) {
      months.insert(*month);
      mark_unplaced(reading_.roles, line.line, Role::furniture);
    }
  };
  const std::vector<TextLine> parts = parts_of_heads();
  std::ranges::for_each(text_.lines, look);
  std::ranges::for_each(parts, look);
  std::ranges::for_each(text_.running, look);
  for (const TableText& table : text_.tables)
    for (const auto& cell : table.cells) std::ranges::for_each(cell, look);
  if (months.size() == 1) reading_.dated = *months.begin();
}

void Finisher::finish_district() {
  struct Found {
    DistrictMatch match;
    const TextLine* line;
  };
  std::map<Trust, std::vector<Found>> found;
  const auto look = [&](const TextLine& line) {
    if (line.line.words.empty() || line.text.size() > short_line) return;
    const Trust trust = trust_in(reading_.roles[line.line.words.front()]);
    if (trust == Trust::none) return;
    if (const auto match = district_in(rules_.districts, line.text))
      found[trust].push_back({*match, &line});
  };
  const std::vector<TextLine> parts = parts_of_heads();
  std::ranges::for_each(text_.lines, look);
  std::ranges::for_each(parts, look);
  std::ranges::for_each(text_.running, look);
  for (const TableText& table : text_.tables)
    for (const auto& cell : table.cells) std::ranges::for_each(cell, look);
  std::set<const DistrictRule*> named;
  for (const auto& [trust, matches] : found)
    for (const Found& one : matches)
      if (one.match.exact) named.insert(one.match.district);
  districts_named_ = named.size();
  for (const auto& [trust, matches] : found) {
    const bool any_exact =
        std::ranges::any_of(matches, [](const Found& f) { return f.match.exact; });
    const Found* chosen = nullptr;
    bool agree = true;
    for (const Found& one : matches) {
      if (one.match.exact != any_exact) continue;
      if (!chosen) chosen = &one;
      agree &= one.match.district == chosen->match.district;
    }
    if (!agree) {
      tell("district_unclear", Severity::warning,
           "several districts are named where the report's own should stand",
           chosen->line->line.page);
      return;
    }
    const std::string written(within(chosen->line->text, chosen->match.where));
    reading_.district = District{chosen->match.district->id, chosen->match.district->name, written};
    if (!any_exact)
      tell("district_spelling", Severity::warning,
           "the district is written \"" + written + "\"; taken for " + chosen->match.district->name,
           chosen->line->line.page);
    for (const Found& one : matches) mark_unplaced(reading_.roles, one.line->line, Role::district);
    return;
  }
}

/// Areas that all lack a comment, beside much text that belongs to none, have lost theirs.
void Finisher::doubt_empty(std::size_t unplaced_words) {
  const bool any = std::ranges::any_of(
      reading_.areas, [](const AreaReading& area) { return !area.comment.empty(); });
  if (any || unplaced_words < 2 * reading_.areas.size()) return;
  for (AreaReading& area : reading_.areas) ask(area.review, "empty_comment");
}

/// Every word without a role is said, page by page.
void Finisher::finish_ledger() {
  double first_heading = 0;
  for (std::size_t i = 0; i < layout_.words.size(); ++i) {
    const Role role = reading_.roles[i];
    if (layout_.words[i].page == 0 &&
        (role == Role::title || role == Role::section || role == Role::column_head ||
         role == Role::area) &&
        (first_heading == 0 || layout_.words[i].box.y0 < first_heading))
      first_heading = layout_.words[i].box.y0;
  }
  for (const TextLine& line : text_.lines) {  // a letterhead
    const bool above =
        line.line.page == 0 && line.line.box.y1 <= first_heading && line.text.size() < short_line;
    if (above && reading_.roles[line.line.words.front()] == Role::unplaced)
      mark(reading_.roles, line.line, Role::furniture);
  }
  std::vector<std::size_t> unplaced;
  for (std::size_t i = 0; i < reading_.roles.size(); ++i)
    if (reading_.roles[i] == Role::unplaced) unplaced.push_back(i);
  doubt_empty(unplaced.size());
  std::map<std::size_t, std::string> by_page;
  for (const TextLine& line :
       text_lines(layout_.words, lines_of(layout_.words, std::move(unplaced)))) {
    std::string& text = by_page[line.line.page];
    if (text.size() < 2 * excerpt) text += (text.empty() ? "" : " / ") + line.text;
  }
  for (const auto& [page, text] : by_page)
    tell("unplaced_text", Severity::warning,
         "text that belongs to no area: \"" + shortened(text) + "\"; see where it should go", page);
}

}  // namespace lagesbild
