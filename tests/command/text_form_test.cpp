// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/text_form.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

Assessment area(Scope scope, const char* number, const char* title, std::optional<Change> change) {
  Assessment assessment;
  assessment.scope = scope;
  assessment.number = number;
  assessment.title = title;
  assessment.change = change;
  return assessment;
}

Report report() {
  Report report;
  report.source.path = "bromma.pdf";
  report.status = Status::review;
  report.district = District{"bromma", "Bromma", "Bromma"};
  report.period = "2021-12";
  report.assessments = {area(Scope::city, "1", "Trygga torg", Change::positive),
                        area(Scope::city, "10", "Våld", Change::negative),
                        area(Scope::local, "1.1", "Lekplatsen", Change::unchanged),
                        area(Scope::local, "1.2", "Gångtunneln", std::nullopt)};
  report.assessments[1].review = {"late_label", "title_near"};
  report.assessments[2].group = "Parker";
  report.assessments[2].reference = "city:1";
  report.assessments[3].group = "Parker";
  report.assessments[3].suggested_change = Change::negative;
  report.problems = {{"unplaced_text", Severity::warning, {"bromma.pdf", 2, 0}, "two words left"}};
  return report;
}

TEST(TextForm, ShowsAReportAsATable) {
  const std::string pad(40, ' ');
  EXPECT_EQ(text_form(report()),
            "bromma.pdf: review\n"
            "  Bromma, 2021-12\n"
            "\n"
            "  [city-wide]\n"
            "  1     Trygga torg" +
                pad +
                "   + positive\n"
                "  10    Våld" +
                pad +
                "          − negative    late_label, title_near\n"
                "\n"
                "  [local: Parker]\n"
                "  1.1   Lekplatsen" +
                pad +
                "    = unchanged    (as city:1)\n"
                "  1.2   Gångtunneln" +
                pad +
                "   ? negative\n"
                "\n"
                "  warning, page 2 (unplaced_text): two words left\n"
                "\n");
}

TEST(TextForm, ShowsWhyAFileWasRejected) {
  Report rejected;
  rejected.source.path = "a\x1b.pdf";
  rejected.problems = {{"not_pdf", Severity::error, {}, "no \x07PDF"}};
  EXPECT_EQ(text_form(rejected), "a\\x1b.pdf: rejected\n  error (not_pdf): no \\x07PDF\n\n");
}

TEST(TextForm, AddsUpAllReports) {
  Totals totals;
  totals.add(report());
  totals.add(report());
  totals.add(Report{});
  EXPECT_EQ(text_form(totals),
            "3 files: 0 ok, 2 to review, 1 rejected\n"
            "8 areas: 2 positive, 2 unchanged, 2 negative, 2 not stated; 2 marked for review\n");
}

}  // namespace
}  // namespace lagesbild
