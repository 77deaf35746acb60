// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/finisher.h"

#include <algorithm>

#include "reading/change.h"
#include "reading/identity.h"

namespace lagesbild {

void finish(Reading& reading, const Layout& layout, const Rules& rules, const FormText& text,
            const std::vector<Draft>& drafts, bool sectioned) {
  Finisher(reading, layout, rules, text, drafts, sectioned).finish();
}

Finisher::Finisher(Reading& reading, const Layout& layout, const Rules& rules, const FormText& text,
                   const std::vector<Draft>& drafts, bool sectioned)
    : reading_(reading),
      layout_(layout),
      rules_(rules),
      text_(text),
      drafts_(drafts),
      sectioned_(sectioned) {}

void Finisher::finish() {
  finish_areas();
  finish_district();
  find_date();
  judge();
  if (!reading_.rejected) finish_ledger();
}

/// Whether what was read is one district's report of the form, not something that quotes its areas.
bool Finisher::is_report(std::size_t known) const {
  constexpr std::size_t with_title = 2, without_title = 5, own_areas = 5, compilation = 4;
  const auto city = std::ranges::count(reading_.areas, Scope::city, &AreaReading::scope);
  const auto states = [&](const AreaReading& area) {
    return !area.ticked.empty() || area.change_cell.has_value() ||
           change_of(rules_.change, area.comment).change.has_value();
  };
  if (reading_.areas.size() < 3 || districts_named_ >= compilation) return false;
  if (!reading_.title && std::ranges::none_of(reading_.areas, states)) return false;
  if (!reading_.district && text_.elsewhere.contains("other_city")) return false;
  if (!reading_.title && text_.elsewhere.contains("other_document")) return false;
  if (!reading_.district && 2 * known < static_cast<std::size_t>(city)) return false;
  const bool headed = reading_.title || sectioned_;
  return (headed && known >= with_title) || known >= without_title ||
         (reading_.title && sectioned_ && reading_.areas.size() >= own_areas);
}

void Finisher::judge() {
  std::size_t known = 0;
  for (const AreaReading& area : reading_.areas) {
    const AreaMatch match = area_named(rules_.areas, area.title, area.scope, std::nullopt);
    known += match.area != nullptr;
  }
  if (is_report(known)) return;
  std::string what =
      "no status report of a form the rules know: " + std::to_string(reading_.areas.size()) +
      " areas found, " + std::to_string(known) + " of them known, " +
      (reading_.title ? "a title, " : "no title, ") + std::to_string(districts_named_) +
      " districts named; if it is one, add its wording to the rule files";
  if (layout_.words.empty()) what = "no text on its pages, and none recognised in their pictures";
  reading_.rejected =
      Problem{layout_.words.empty() ? "no_text" : "unknown_form", Severity::error, {}, what};
}

void Finisher::tell(std::string code, Severity severity, std::string what, std::size_t page) {
  reading_.problems.push_back(
      {std::move(code), severity, {{}, layout_.pages[page].number, 0}, std::move(what)});
}

}  // namespace lagesbild
