// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/text_form.h"

#include <fmt/format.h>

#include "command/terminal.h"

namespace lagesbild {
namespace {

constexpr std::size_t number_columns = 5;
constexpr std::size_t title_columns = 52;  // with number, change and a review code: 100 columns

std::string change_words(const Assessment& assessment) {
  if (!assessment.change) {
    if (!assessment.suggested_change) return "· not stated";
    return fmt::format("? {}", name_of(*assessment.suggested_change));
  }
  switch (*assessment.change) {
    case Change::positive:
      return "+ positive";
    case Change::unchanged:
      return "= unchanged";
    case Change::negative:
      return "− negative";
  }
  return "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + harmless(word);
  return out;
}

std::string row_of(const Assessment& assessment) {
  std::string row = fmt::format("  {} {}  {} {}",
                                fitted(harmless(assessment.number.value_or("")), number_columns),
                                fitted(harmless(assessment.title), title_columns),
                                fitted(change_words(assessment), 13), joined(assessment.review));
  if (assessment.reference) row += fmt::format(" (as {})", harmless(*assessment.reference));
  return row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
}

std::string heading_of(const Report& report) {
  const std::string_view status = name_of(report.status);
  if (report.status == Status::rejected)
    return fmt::format("{}: {}\n", harmless(report.source.path), status);
  return fmt::format("{}: {}\n  {}, {}\n", harmless(report.source.path), status,
                     report.district ? harmless(report.district->name) : "district not known",
                     report.period ? harmless(*report.period) : "period not known");
}

std::string section_of(const Assessment& assessment) {
  if (assessment.scope == Scope::city) return "city-wide";
  return assessment.group ? "local: " + harmless(*assessment.group) : "local";
}

std::string line_of(const Problem& problem) {
  const std::string page =
      problem.place.page > 0 ? fmt::format(", page {}", problem.place.page) : "";
  return fmt::format("  {}{} ({}): {}\n", name_of(problem.severity), page, harmless(problem.code),
                     harmless(problem.what));
}

}  // namespace

std::string text_form(const Report& report) {
  std::string out = heading_of(report);
  std::string section;
  for (const Assessment& assessment : report.assessments) {
    if (section_of(assessment) != section) {
      section = section_of(assessment);
      out += fmt::format("\n  [{}]\n", section);
    }
    out += row_of(assessment);
  }
  if (!report.assessments.empty() && !report.problems.empty()) out += '\n';
  for (const Problem& problem : report.problems) out += line_of(problem);
  return out + '\n';
}

void Totals::add(const Report& report) {
  ++files;
  ok += report.status == Status::ok;
  review += report.status == Status::review;
  rejected += report.status == Status::rejected;
  for (const Assessment& assessment : report.assessments) {
    ++areas;
    positive += assessment.change == Change::positive;
    unchanged += assessment.change == Change::unchanged;
    negative += assessment.change == Change::negative;
    marked += !assessment.review.empty();
  }
}

std::string text_form(const Totals& totals) {
  const int unstated = totals.areas - totals.positive - totals.unchanged - totals.negative;
  return fmt::format(
      "{} {}: {} ok, {} to review, {} rejected\n"
      "{} {}: {} positive, {} unchanged, {} negative, {} not stated; {} marked for review\n",
      totals.files, totals.files == 1 ? "file" : "files", totals.ok, totals.review, totals.rejected,
      totals.areas, totals.areas == 1 ? "area" : "areas", totals.positive, totals.unchanged,
      totals.negative, unstated, totals.marked);
}

}  // namespace lagesbild
