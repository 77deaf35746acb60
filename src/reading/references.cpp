// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/references.h"

#include <algorithm>

#include "reading/draft.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr std::size_t besides =
    60;  // folded bytes a comment may hold beside its reference and still only refer
constexpr double alike_enough = 0.6;  // of the reference's words found in the title it means
constexpr double clearly = 0.15;      // by which the best title must lead the next
constexpr int longest_chain = 4;

std::string text_of(const RuleMatch& match, std::string_view folded_text, std::string_view name) {
  const auto span = match.named(name);
  return span ? std::string(within(folded_text, *span)) : std::string();
}

std::optional<std::size_t> by_number(std::string_view number, std::string_view scope_words,
                                     const RuleMatch&, const std::vector<Assessment>& areas,
                                     std::size_t from) {
  std::optional<Scope> scope;
  if (scope_words.starts_with("lokal")) scope = Scope::local;
  if (scope_words.starts_with("stad")) scope = Scope::city;
  if (!scope && number.find('.') != std::string_view::npos) scope = Scope::local;
  std::optional<std::size_t> found;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (a == from || areas[a].number != number || (scope && areas[a].scope != *scope)) continue;
    if (found && areas[*found].scope != areas[a].scope) {
      // The same number in both lists: the comment's own list is meant, if it is not itself.
      if (areas[a].scope == areas[from].scope) found = a;
      continue;
    }
    if (found) return std::nullopt;
    found = a;
  }
  return found;
}

std::optional<std::size_t> by_title(std::string_view words, const std::vector<Assessment>& areas,
                                    std::size_t from) {
  double best = 0, next = 0;
  std::optional<std::size_t> found;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (a == from) continue;
    const double alike =
        std::max(containment(words, areas[a].title), likeness(key(words), key(areas[a].title)));
    if (alike > best) {
      next = best;
      best = alike;
      found = a;
    } else {
      next = std::max(next, alike);
    }
  }
  return best >= alike_enough && best - next >= clearly ? found : std::nullopt;
}

/// A comment is there, is no reference itself, and leaves nothing to ask.
bool states_nothing(const Assessment& area, const std::optional<Target>& target) {
  return !target && !area.change && !area.comment.empty() && area.review.empty();
}

}  // namespace

std::optional<Target> reference_in(const FormRules& form, std::string_view comment,
                                   const std::vector<Assessment>& areas, std::size_t from) {
  const std::string text = folded(comment);
  const auto match = form.reference.first(text);
  if (!match || text.size() > match->groups.front().size() + besides) return std::nullopt;
  if (match->groups.front().begin > besides / 2) return std::nullopt;
  if (!text_of(*match, text, "past").empty()) return Target{std::nullopt, true};
  const std::string number = text_of(*match, text, "number"),
                    title = text_of(*match, text, "title");
  const std::string direction = text_of(*match, text, "direction");
  if (!number.empty())
    if (const auto area = by_number(number, text_of(*match, text, "scope"), *match, areas, from))
      return Target{area, false, true};
  if (!title.empty())
    if (const auto area = by_title(title, areas, from)) return Target{area};
  if (direction == "ovan" && from > 0) return Target{from - 1};
  if (direction == "nedan" && from + 1 < areas.size()) return Target{from + 1};
  return Target{};
}

void resolve_references(const FormRules& form, std::vector<Assessment>& assessments) {
  std::vector<std::optional<Target>> targets(assessments.size());
  for (std::size_t a = 0; a < assessments.size(); ++a)
    if (!assessments[a].change && !assessments[a].comment.empty())
      targets[a] = reference_in(form, assessments[a].comment, assessments, a);
  for (std::size_t a = 0; a < assessments.size(); ++a) {
    if (!targets[a]) continue;
    Assessment& assessment = assessments[a];
    std::optional<std::size_t> at = targets[a]->area;
    for (int step = 0; at && targets[*at] && step < longest_chain; ++step) at = targets[*at]->area;
    const bool resolved =
        at && !targets[*at] && assessments[*at].change && assessments[*at].basis == Basis::stated;
    if (!resolved && at && targets[a]->number && states_nothing(assessments[*at], targets[*at]))
      continue;
    if (!resolved) {
      ask(assessment.review, targets[a]->past ? "reference_past" : "reference_unresolved");
      continue;
    }
    assessment.change = assessments[*at].change;
    assessment.basis = Basis::reference;
    assessment.reference = key_of(assessments[*targets[a]->area]);
    assessment.suggested_change.reset();
    assessment.confidence = std::min(assessment.confidence, assessments[*at].confidence);
    for (const std::string& code : assessments[*at].review) ask(assessment.review, code);
  }
}

}  // namespace lagesbild
