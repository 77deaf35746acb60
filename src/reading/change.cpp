// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first sentence that states a class decides. Two classes in it, or in labels of equal rank,
// are "mixed"; prose that disagrees with a label never changes it, but is told. Without a statement
// the hints may suggest a class, if they agree.
#include "reading/change.h"

#include <algorithm>
#include <set>

#include "reading/change_findings.h"
#include "text/fold.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

std::optional<Change> class_of(Says says) {
  switch (says) {
    case Says::positive:
    case Says::hint_positive:
      return Change::positive;
    case Says::unchanged:
    case Says::hint_unchanged:
      return Change::unchanged;
    case Says::negative:
    case Says::hint_negative:
      return Change::negative;
    default:
      return std::nullopt;
  }
}

bool is_hint(const Finding& finding) {
  const Says says = finding.rule->says;
  return says == Says::hint_positive || says == Says::hint_unchanged || says == Says::hint_negative;
}

bool is_statement(const Finding& finding) {
  return !is_hint(finding) &&
         (class_of(finding.rule->says).has_value() || finding.rule->says == Says::mixed);
}

struct Decision {
  const std::vector<Finding>& findings;
  ChangeReading reading;
  std::vector<const Finding*> deciding;

  void code(const std::string& name) {
    if (!name.empty() && std::ranges::find(reading.review, name) == reading.review.end())
      reading.review.push_back(name);
  }

  void decided(const Finding& finding) {
    if (reading.rule.empty()) reading.rule = finding.rule->rule.id;
    deciding.push_back(&finding);
  }

  bool differs(const Finding& one, const Finding& other) const {
    return one.rule->says != other.rule->says;
  }

  /// The statements that count, in order.
  std::vector<const Finding*> stated() const {
    std::vector<const Finding*> found;
    for (const Finding& finding : findings)
      if (finding.standing == Standing::stated && is_statement(finding)) found.push_back(&finding);
    return found;
  }

  /// The statement that decides: the first, or a stronger one in its sentence.
  static const Finding& main_of(const std::vector<const Finding*>& stated) {
    for (const Finding* finding : stated)
      if (finding->sentence == stated.front()->sentence && !finding->weak) return *finding;
    return *stated.front();
  }

  /// True where `other` makes two statements out of one.
  static bool makes_mixed(const Finding& main, const Finding& other) {
    if (other.weak && !main.weak) return false;
    if (main.sentence == other.sentence || !main.leads || !main.opening) return true;
    if (!other.leads) return false;
    return (main.alone && other.alone) || (main.partial && other.partial);
  }

  void state(const std::vector<const Finding*>& stated) {
    const Finding& main = main_of(stated);
    decided(main);
    bool mixed = main.rule->says == Says::mixed;
    bool conflict = false;
    for (const Finding* other : stated) {
      if (!differs(main, *other)) continue;
      const bool both = makes_mixed(main, *other);
      if (both) decided(*other);
      mixed = mixed || both;
      const bool loose = other->weak && !main.partial && main.sentence != other->sentence;
      conflict = conflict || (!both && !loose);
    }
    if (mixed) return code("mixed");
    reading.change = class_of(main.rule->says);
    if (!main.opening) code("late_label");
    if (main.weak) code(main.rule->review.empty() ? "weak_label" : main.rule->review);
    if (conflict || hints_disagree()) code("label_body_conflict");
    reading.repeatable = main.rule->repeated && main.leads && reading.review.size() == 1 &&
                         reading.review.front() == main.rule->review;
  }

  std::set<Change> hints() const {
    std::set<Change> hints;
    for (const Finding& finding : findings)
      if (finding.standing == Standing::stated && is_hint(finding))
        hints.insert(*class_of(finding.rule->says));
    return hints;
  }

  /// True where all the body hints at is another class than the label's.
  bool hints_disagree() const {
    const std::set<Change> all = hints();
    return all.size() == 1 && *all.begin() != reading.change && *all.begin() != Change::unchanged;
  }

  bool any(Standing standing) const {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
      return finding.standing == standing && is_statement(finding);
    });
  }

  /// "No improvement, no deterioration": both directions are excluded in one sentence.
  bool excludes_both() {
    const Finding* better = nullptr;
    const Finding* worse = nullptr;
    for (const Finding& finding : findings) {
      if (finding.standing != Standing::denied) continue;
      if (finding.rule->says == Says::positive) better = &finding;
      if (finding.rule->says == Says::negative) worse = &finding;
      if (better && worse && better->sentence == worse->sentence) break;
    }
    if (!better || !worse || better->sentence != worse->sentence) return false;
    decided(better->where.begin < worse->where.begin ? *better : *worse);
    decided(better->where.begin < worse->where.begin ? *worse : *better);
    reading.change = Change::unchanged;
    if (!better->opening) code("late_label");
    return true;
  }

  void leave_open() {
    if (any(Standing::denied)) code("negated_label");
    if (any(Standing::quoted)) code("quoted_label");
    if (any(Standing::unreal)) code("label_not_stated");
    for (const Finding& finding : findings) {
      if (finding.standing != Standing::stated) continue;
      if (finding.rule->says == Says::changed && finding.opening) code("direction_missing");
      if (finding.rule->says == Says::mark && finding.opening) code("ambiguous_mark");
      if (finding.rule->says == Says::nothing && finding.opening) code(finding.rule->review);
    }
    const std::set<Change> suggested = hints();
    if (suggested.size() > 1) code("conflicting_hints");
    if (suggested.size() != 1) return;
    reading.suggested_change = *suggested.begin();
    for (const Finding& finding : findings)
      if (finding.standing == Standing::stated && is_hint(finding)) decided(finding);
  }
};

struct Comment {
  std::string_view printed;
  MappedText normal, folded;

  explicit Comment(std::string_view text)
      : printed(text), normal(normal_mapped(text)), folded(folded_mapped(normal.text)) {}

  /// For each byte of `folded` where a word begins, whether it does so with a capital.
  std::vector<bool> capitals(const std::vector<ChangeWord>& words) const {
    std::vector<bool> found(folded.text.size());
    for (const ChangeWord& word : words) {
      const std::string_view rest =
          std::string_view(normal.text).substr(folded.origin[word.where.begin]);
      found[word.where.begin] =
          !rest.empty() && ((rest[0] >= 'A' && rest[0] <= 'Z') || rest.starts_with("Å") ||
                            rest.starts_with("Ä") || rest.starts_with("Ö"));
    }
    return found;
  }
};

/// `span` without the blanks at its end.
Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && std::string_view(" \t\r\n").find(text[span.end - 1]) != std::string::npos)
    --span.end;
  return span;
}

ChangeReading read(const ChangeRules& rules, const Comment& comment,
                   const std::vector<ChangeWord>& words, bool cell) {
  const std::vector<Finding> findings =
      findings_of(rules, comment.folded.text, words, comment.capitals(words), cell);
  Decision decision{findings, {}, {}};
  if (const auto stated = decision.stated(); !stated.empty())
    decision.state(stated);
  else if (!decision.excludes_both())
    decision.leave_open();
  for (const Finding* finding : decision.deciding)
    decision.reading.decided_by.push_back(
        trimmed(comment.printed, comment.normal.source(comment.folded.source(finding->where))));
  return decision.reading;
}

ChangeReading reading_of_text(const ChangeRules& rules, std::string_view text, bool cell) {
  const Comment comment(text);
  const auto repaired = change_words_of(rules.lexicon(), comment.folded.text, true);
  if (std::ranges::none_of(repaired, &ChangeWord::repaired))
    return read(rules, comment, repaired, cell);

  const auto exact = change_words_of(rules.lexicon(), comment.folded.text, false);
  ChangeReading as_printed = read(rules, comment, exact, cell);
  ChangeReading as_meant = read(rules, comment, repaired, cell);
  if (as_printed.change == as_meant.change && as_printed.review == as_meant.review)
    return as_printed;
  if (as_printed.change && as_meant.change) return as_printed;
  as_meant.review.push_back("repaired_label");
  return as_meant;
}

}  // namespace

void settle_repeated(std::vector<ChangeReading>& readings) {
  constexpr std::ptrdiff_t enough = 3;  // comments; two may begin alike by chance
  const auto times = [&](Change change) {
    return std::ranges::count_if(
        readings, [&](const ChangeReading& r) { return r.repeatable && r.change == change; });
  };
  const auto better = times(Change::positive), worse = times(Change::negative);
  if (better == 0 || worse == 0 || better + worse < enough) return;
  for (ChangeReading& reading : readings)
    if (reading.repeatable) reading.review.clear();
}

ChangeReading change_of(const ChangeRules& rules, std::string_view comment) {
  return reading_of_text(rules, comment, false);
}

ChangeReading change_of_cell(const ChangeRules& rules, std::string_view cell) {
  return reading_of_text(rules, cell, true);
}

}  // namespace lagesbild
