// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report is judged twice, by the old rules and the new; what differs between the two is carried
// over to what was read. So what cannot be judged from words alone stays as it was.
#include <algorithm>

#include "differences/impact.h"
#include "reading/change.h"
#include "reading/references.h"
#include "reading/report_of.h"

namespace lagesbild {
namespace {

using Codes = std::vector<std::string>;

/// What references and titles ask, rather than the comment or its place.
const Codes& later_codes() {
  static const Codes codes = {"reference_past", "reference_unresolved", "title_near", "new_area"};
  return codes;
}

bool has(const Codes& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

void take_away(Codes& codes, const Codes& what) {
  std::erase_if(codes, [&](const std::string& code) { return has(what, code); });
}

void put_to(Codes& codes, const Codes& what) {
  for (const std::string& code : what)
    if (!has(codes, code)) codes.push_back(code);
}

std::vector<ChangeReading> words_of(const Report& report, const ChangeRules& rules) {
  std::vector<ChangeReading> words;
  for (const Assessment& one : report.assessments) words.push_back(change_of(rules, one.comment));
  settle_repeated(words);
  return words;
}

/// The comment is what the change was read from: by these words, it says what was read.
bool by_comment(const Assessment& one, const ChangeReading& words) {
  if (has(one.review, "change_cell_unread")) return false;
  if (one.basis == Basis::reference) return !words.change;
  return one.change == words.change && one.rule == words.rule &&
         (one.change || one.suggested_change == words.suggested_change);
}

/// Codes that came from the words of any comment: a reference brings its target's along.
Codes codes_of(const std::vector<ChangeReading>& words) {
  Codes codes = later_codes();
  for (const ChangeReading& one : words) put_to(codes, one.review);
  return codes;
}

/// The assessment before its comment was judged; `one` with all it states where that was not by
/// its comment.
Assessment unjudged(Assessment one, bool by_words, const Codes& later) {
  take_away(one.review, by_words ? later : later_codes());
  one.area_id.reset();
  if (!by_words) return one;
  one.change.reset();
  one.suggested_change.reset();
  one.reference.reset();
  one.basis = Basis::none;
  return one;
}

struct Judging {
  const Report& report;
  const std::vector<bool>& by_words;
  const Codes& later;

  std::vector<Assessment> by(const Rules& rules, const std::vector<ChangeReading>& words) const {
    std::vector<Assessment> judged;
    for (std::size_t a = 0; a < report.assessments.size(); ++a) {
      Assessment one = unjudged(report.assessments[a], by_words[a], later);
      if (by_words[a]) {
        one.change = words[a].change;
        one.basis = one.change ? Basis::stated : Basis::none;
        one.suggested_change = words[a].suggested_change;
        one.rule = words[a].rule;
        put_to(one.review, words[a].review);
      }
      judged.push_back(std::move(one));
    }
    resolve_references(rules.form, judged);
    set_areas(judged, rules, report.district, report.period);
    return judged;
  }
};

template <class Value>
void carry(Value& read, const Value& before, const Value& after) {
  if (!(before == after)) read = after;
}

void carry_over(Assessment& read, const Assessment& before, const Assessment& after) {
  carry(read.change, before.change, after.change);
  carry(read.basis, before.basis, after.basis);
  carry(read.reference, before.reference, after.reference);
  carry(read.suggested_change, before.suggested_change, after.suggested_change);
  carry(read.rule, before.rule, after.rule);
  carry(read.area_id, before.area_id, after.area_id);
  Codes gone = before.review;
  take_away(gone, after.review);
  take_away(read.review, gone);
  Codes added = after.review;
  take_away(added, before.review);
  put_to(read.review, added);
}

}  // namespace

Rejudged rejudged(const Report& report, const Rules& old_rules, const Rules& rules) {
  const std::vector<ChangeReading> old_words = words_of(report, old_rules.change);
  std::vector<bool> by_words;
  for (std::size_t a = 0; a < report.assessments.size(); ++a)
    by_words.push_back(by_comment(report.assessments[a], old_words[a]));
  const Judging judging{report, by_words, codes_of(old_words)};
  const std::vector<Assessment> before = judging.by(old_rules, old_words);
  const std::vector<Assessment> after = judging.by(rules, words_of(report, rules.change));
  Rejudged made{report.assessments, std::ranges::count(by_words, false)};
  for (std::size_t a = 0; a < before.size(); ++a)
    carry_over(made.assessments[a], before[a], after[a]);
  return made;
}

}  // namespace lagesbild
