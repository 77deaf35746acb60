// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/identity.h"
#include "text/fold.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

std::string group_of(const RuleMatch& match, std::string_view folded_text, std::string_view name) {
  const auto span = match.named(name);
  return span ? std::string(within(folded_text, *span)) : std::string();
}

/// Four digits of the match's year, "" where it has none.
std::string year_of(const RuleMatch& match, std::string_view folded_text) {
  const std::string year = group_of(match, folded_text, "year");
  return year.size() == 2 ? "20" + year : year;
}

/// Two digits of the month, "" where the match has none that the rules know.
std::string month_of(const FormRules& form, const RuleMatch& match, std::string_view folded_text) {
  std::string month = group_of(match, folded_text, "month");
  if (month.ends_with('.')) month.pop_back();
  if (!month.empty() && month.front() <= '9') return month.size() == 1 ? "0" + month : month;
  const auto known = form.months.find(month);
  if (known == form.months.end()) return {};
  return (known->second < 10 ? "0" : "") + std::to_string(known->second);
}

std::optional<std::string> period_in(const FormRules& form, const std::string& line) {
  const auto match = form.period.first(line);
  if (!match || match->rule->is == "none") return std::nullopt;
  const std::string year = year_of(*match, line);
  // Two years in a title: one of them is the report's, and the other a version's or last report's.
  for (const RuleMatch& other : form.period.all(line))
    if (const std::string also = year_of(other, line); !also.empty() && also != year)
      return std::nullopt;
  if (match->rule->is != "month") return year;
  const std::string month = month_of(form, *match, line);
  return month.empty() ? year : year + "-" + month;
}

}  // namespace

std::optional<std::string> period_in_title(const FormRules& form, std::string_view text) {
  const std::string line = folded(normal(text));
  if (!form.title.which(line)) return std::nullopt;
  return period_in(form, line);
}

std::optional<std::string> period_of_date(const FormRules& form, std::string_view text) {
  const std::string line = folded(normal(text));
  if (!form.date.which(line)) return std::nullopt;
  return period_in(form, line);
}

}  // namespace lagesbild
