// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/report_of.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reading/change.h"
#include "reading/draft.h"
#include "reading/identity.h"
#include "reading/references.h"

namespace lagesbild {
namespace {

// How often what stands so turned out right on the tuning part of corpus/.
constexpr double sure = 0.99;
constexpr double asked_about = 0.8;    // something asks for review
constexpr double known_title = 0.999;  // likeness from which a title counts as known

double by_way(MappedBy way) {
  switch (way) {
    case MappedBy::cell:
      return sure;
    case MappedBy::heading:
      return 0.98;
    case MappedBy::position:
      return 0.97;
    case MappedBy::order:
      return 0.95;
  }
  return 0;
}

std::vector<Evidence> evidence_of(const AreaReading& area, const Layout& layout) {
  std::map<std::size_t, Box> boxes;
  for (const Line& line : area.comment_lines.empty() ? area.title_lines : area.comment_lines) {
    const auto [box, fresh] = boxes.emplace(line.page, line.box);
    if (!fresh) box->second = united(box->second, line.box);
  }
  std::vector<Evidence> evidence;
  evidence.reserve(boxes.size());
  for (const auto& [page, box] : boxes)
    evidence.push_back({layout.pages[page].number, as_displayed(box, layout.pages[page])});
  return evidence;
}

void set_by_boxes(Assessment& assessment, const AreaReading& area) {
  std::vector<Change> ticked = area.ticked;
  std::ranges::sort(ticked);
  ticked.erase(std::unique(ticked.begin(), ticked.end()), ticked.end());
  if (ticked.size() == 1) {
    assessment.change = ticked.front();
    assessment.basis = Basis::stated;
    assessment.rule = "box";
  } else if (ticked.size() > 1) {
    ask(assessment.review, "mixed");
  }
}

void set_by_words(Assessment& assessment, const ChangeReading& change) {
  assessment.change = change.change;
  if (change.change) assessment.basis = Basis::stated;
  assessment.suggested_change = change.suggested_change;
  assessment.rule = change.rule;
  for (const std::string& code : change.review) ask(assessment.review, code);
}

/// A box or a cell of its own says it; the comment may contradict.
void set_change(Assessment& assessment, const AreaReading& area, const ChangeReading& words,
                const ChangeRules& rules) {
  if (area.has_boxes && !area.ticked.empty()) {
    set_by_boxes(assessment, area);
  } else if (area.by_legend) {
    assessment.change = area.by_legend;
    assessment.basis = Basis::stated;
    assessment.rule = "legend";
  } else if (area.change_cell) {
    set_by_words(assessment, change_of_cell(rules, *area.change_cell));
    if (!assessment.change && assessment.review.empty())
      ask(assessment.review, "change_cell_unread");
  } else {
    return set_by_words(assessment, words);
  }
  // "Inget att tillägga" beside another change contradicts nothing.
  const bool weak = std::ranges::find(words.review, "weak_label") != words.review.end();
  if (words.change && assessment.change && *words.change != *assessment.change && !weak)
    ask(assessment.review, "label_body_conflict");
  if (!assessment.change)
    assessment.suggested_change = words.change ? words.change : words.suggested_change;
}

Assessment assessment_of(const AreaReading& area, const ChangeReading& words, const Layout& layout,
                         const Rules& rules) {
  Assessment assessment{
      .scope = area.scope, .number = area.number, .title = area.title, .group = area.group};
  assessment.comment = area.comment;
  assessment.evidence = evidence_of(area, layout);
  assessment.review = area.review;
  set_change(assessment, area, words, rules.change);
  if (area.comment.empty() && !area.has_boxes && !area.change_cell &&
      area.mapped_by != MappedBy::cell)
    ask(assessment.review, "empty_comment");
  assessment.confidence = by_way(area.mapped_by) * area.confidence;
  return assessment;
}

void set_identity(Assessment& assessment, const Rules& rules,
                  const std::optional<District>& district, std::optional<int> year) {
  const AreaMatch match = area_named(rules.areas, assessment.title, assessment.scope, year);
  if (match.area) {
    assessment.area_id = match.area->id;
    if (match.likeness < known_title) ask(assessment.review, "title_near");
    return;
  }
  if (assessment.scope == Scope::city) ask(assessment.review, "new_area");
  if (district && district->id) assessment.area_id = own_area_id(*district->id, assessment.title);
}

/// No form lists one of the city's areas twice: one of the two has another's title.
void doubt_same_areas(std::vector<Assessment>& assessments) {
  std::map<std::string, Assessment*> seen;
  for (Assessment& assessment : assessments) {
    if (assessment.scope != Scope::city || !assessment.area_id) continue;
    const auto [first, is_new] = seen.emplace(*assessment.area_id, &assessment);
    if (is_new) continue;
    ask(first->second->review, "title_near");
    ask(assessment.review, "title_near");
  }
}

std::optional<int> year_of(const std::optional<std::string>& period) {
  if (!period) return std::nullopt;
  return std::stoi(period->substr(0, 4));
}

void add_document_problems(Report& report, const Document& document, const Layout& layout) {
  for (const Problem& problem : document.problems) report.problems.push_back(problem);
  if (layout.hidden_glyphs > 0)
    report.problems.push_back({"hidden_text",
                               Severity::info,
                               {},
                               std::to_string(layout.hidden_glyphs) +
                                   " glyphs cannot be seen on the page and were left out"});
}

void set_period(Report& report, const Document& document, const Reading& reading,
                const Rules& rules) {
  report.period = reading.period;
  if (report.period) return;
  if (reading.dated) {
    report.period = reading.dated;
    report.problems.push_back(
        {"period_from_date",
         Severity::warning,
         {},
         "no title on the pages states the period; a date above the form is of " + *report.period});
    return;
  }
  if (document.title) report.period = period_in_title(rules.form, *document.title);
  if (report.period)
    report.problems.push_back(
        {"period_from_properties",
         Severity::warning,
         {},
         "no title on the pages states the period; the file's properties say " + *report.period});
  else
    report.problems.push_back(
        {"period_missing",
         Severity::warning,
         {},
         "no title states the year or month; say which period the report is for"});
}

}  // namespace

void set_areas(std::vector<Assessment>& assessments, const Rules& rules,
               const std::optional<District>& district, const std::optional<std::string>& period) {
  const std::optional<int> year = year_of(period);
  for (Assessment& assessment : assessments) set_identity(assessment, rules, district, year);
  doubt_same_areas(assessments);
}

Report report_of(const Document& document, const Layout& layout, const Reading& reading,
                 const Rules& rules) {
  Report report;
  report.source.pages = document.from == Document::From::text
                            ? std::nullopt
                            : std::optional<int>(static_cast<int>(document.pages.size()));
  report.source.producer = document.producer;
  report.source.text_from = document.from;
  report.source.dated = std::max(document.created, document.modified);
  add_document_problems(report, document, layout);
  if (reading.rejected) {
    report.problems.push_back(*reading.rejected);
    return report;
  }
  report.district = reading.district;
  set_period(report, document, reading, rules);
  if (!report.district)
    report.problems.push_back(
        {"district_missing",
         Severity::warning,
         {},
         "no district the rules know is named where the report's own should stand"});
  std::vector<ChangeReading> words;
  for (const AreaReading& area : reading.areas)
    words.push_back(change_of(rules.change, area.comment));
  settle_repeated(words);
  for (std::size_t a = 0; a < reading.areas.size(); ++a)
    report.assessments.push_back(assessment_of(reading.areas[a], words[a], layout, rules));
  resolve_references(rules.form, report.assessments);
  set_areas(report.assessments, rules, report.district, report.period);
  for (Assessment& assessment : report.assessments) {
    if (document.from == Document::From::text) assessment.evidence.clear();
    if (!assessment.review.empty())
      assessment.confidence = std::min(assessment.confidence, asked_about);
    assessment.confidence = std::round(assessment.confidence * 1000) / 1000;
  }
  report.problems.insert(report.problems.end(), reading.problems.begin(), reading.problems.end());
  const bool ask_person =
      std::ranges::any_of(report.assessments,
                          [](const Assessment& a) { return !a.review.empty(); }) ||
      std::ranges::any_of(report.problems,
                          [](const Problem& p) { return p.severity != Severity::info; });
  report.status = ask_person ? Status::review : Status::ok;
  return report;
}

}  // namespace lagesbild
