// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/heat.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/site_of.h"

namespace lagesbild {
namespace {

/// A letter or sign for each cell, a word for each row: "Skolan =+".
std::string drawn(const HeatTable& table) {
  std::string text;
  for (const HeatRow& row : table.rows) {
    text += row.title + " ";
    for (const HeatCell& cell : row.cells)
      text += cell.empty == Empty::missing                          ? "x"
              : cell.empty == Empty::none                           ? " "
              : cell.empty == Empty::unnamed                        ? "."
              : cell.said.front()->said.change == Change::positive  ? "+"
              : cell.said.front()->said.change == Change::unchanged ? "="
              : cell.said.front()->said.change == Change::negative  ? "-"
                                                                    : "?";
    text += "\n";
  }
  return text;
}

TEST(Heat, MissingUnnamedUnstatedAndUnchangedAreFourThings) {
  const Site site = small_site();
  EXPECT_EQ(drawn(year_table(site, "2022")), "Skolan =+\nUnga <i risk> ?.\n");
  EXPECT_EQ(drawn(year_table(site, "2021")), "Skolan -x\n");
  EXPECT_EQ(drawn(district_table(site, 1, Scope::city)), "Skolan x+\n");
}

TEST(Heat, LocalAreasStandByThemselves) {
  const Site site = small_site();
  EXPECT_EQ(drawn(district_table(site, 0, Scope::city)), "Skolan -=\nUnga <i risk> .?\n");
  EXPECT_EQ(drawn(district_table(site, 0, Scope::local)), "Torget .+\n");
}

TEST(Heat, CountsReportsThatAreThereAndThoseThatShouldBe) {
  const HeatTable table = year_table(small_site(), "2021");
  EXPECT_EQ(table.reports, 1u);
  EXPECT_EQ(table.expected, 2u);
}

TEST(Heat, OfTwoReportsInAYearTheLaterStandsInItsTable) {
  Site site = small_site();
  site.reports.insert(site.reports.begin() + 2,
                      report(0, "2022-12", {assessment("skola", Change::negative)}));
  EXPECT_EQ(drawn(year_table(site, "2022")), "Skolan -+\n");
  EXPECT_EQ(drawn(district_table(site, 0, Scope::city)), "Skolan -=-\nUnga <i risk> .?.\n");
}

TEST(Heat, AnAreaNamedTwiceShowsBoth) {
  Site site = small_site();
  site.reports[0].assessments.push_back(assessment("skola", Change::positive));
  const HeatTable table = year_table(site, "2021");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].cells[0].said.size(), 2u);
}

TEST(Heat, SaysItAllInWordsToo) {
  const Messages say(Language::swedish);
  const std::string html = heat_html(year_table(small_site(), "2021"), "2021 <&>", say);
  for (const char* part :
       {"<caption>2021 &lt;&amp;&gt;", "Negativ", "Rapport saknas", "scope=\"row\"",
        "href=\"district-bromma.html#a0-2021-0\"", "(1 av 2 rapporter)"})
    EXPECT_THAT(html, testing::HasSubstr(part));
}

}  // namespace
}  // namespace lagesbild
