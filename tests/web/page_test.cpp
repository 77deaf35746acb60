// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages are made of, without a browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "house/files.h"
#include "web/article.h"
#include "web/chart.h"
#include "web/files.h"
#include "web/pages.h"
#include "web/site_of.h"

namespace lagesbild {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Messages& swedish() {
  static const Messages say(Language::swedish);
  return say;
}

TEST(Page, FilesAreThoseOfTheFolder) {
  std::size_t number = 0;
  for (const house::File& file : house::files_below("src/web/files")) {
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    EXPECT_EQ(web_file(name), file.text) << name;
    ++number;
  }
  EXPECT_GT(number, 8u);
  EXPECT_EQ(web_file("none.css"), "");
}

TEST(Page, TemplatesSayWhatIsThere) {
  static const std::regex said(R"rx(\{\{#t\}\}([^{]*)\{\{/t\}\})rx");
  std::size_t number = 0;
  for (const house::File& file : house::files_below("src/web/files"))
    for (std::sregex_iterator i(file.text.begin(), file.text.end(), said), end; i != end; ++i) {
      ++number;
      EXPECT_TRUE(swedish().all().contains((*i)[1])) << (*i)[1] << ", said in " << file.path;
    }
  EXPECT_GT(number, 20u);
}

TEST(Page, NothingOfAReportBecomesMarkup) {
  const Site site = small_site();
  const std::string pages = index_page(site, swedish()) + district_page(site, 0, swedish()) +
                            search_page(site, swedish()) + review_page(site, swedish());
  EXPECT_THAT(pages, Not(HasSubstr("<b>och")));
  EXPECT_THAT(pages, HasSubstr("Både &amp; &lt;b&gt;och&lt;/b&gt;."));
  EXPECT_THAT(pages, Not(HasSubstr("<i risk>")));
  EXPECT_THAT(pages, Not(HasSubstr("<rapport>")));
}

TEST(Page, RunsNothingThatIsNotAFileOfItsOwn) {
  const Site site = small_site();
  static const std::regex inline_code(
      R"rx(<script>|<style|\sstyle=|\son[a-z]+=|javascript:|https?:)rx");
  for (const std::string& page : {index_page(site, swedish()), district_page(site, 0, swedish()),
                                  search_page(site, swedish()), review_page(site, swedish())}) {
    EXPECT_THAT(page, HasSubstr("default-src 'none'; script-src 'self'"));
    EXPECT_FALSE(std::regex_search(page, inline_code));
    EXPECT_THAT(page, HasSubstr("<html lang=\"sv\">"));
    EXPECT_THAT(page, Not(HasSubstr("[page.")));
    EXPECT_THAT(page, Not(HasSubstr("{{")));
  }
}

TEST(Page, SpeaksEnglishToo) {
  const std::string page = index_page(small_site(), Messages(Language::english));
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("Unchanged"));
  EXPECT_THAT(page, Not(HasSubstr("Oförändrad")));
}

TEST(Page, EveryCellLeadsToItsArticle) {
  const Site site = small_site();
  const std::string district = district_page(site, 0, swedish());
  static const std::regex link(R"rx(district-bromma\.html#(a[0-9-]+))rx");
  const std::string index = index_page(site, swedish());
  std::size_t number = 0;
  for (std::sregex_iterator i(index.begin(), index.end(), link), end; i != end; ++i, ++number)
    EXPECT_THAT(district, HasSubstr("id=\"" + (*i)[1].str() + "\"")) << (*i)[1];
  EXPECT_EQ(number, 3u);
}

TEST(Page, AnEmptyDatasetHasPagesToo) {
  EXPECT_THAT(index_page({}, swedish()), HasSubstr("Här finns inga lägesbilder än."));
  EXPECT_THAT(review_page({}, swedish()), HasSubstr("Inget att granska."));
}

TEST(Article, MarksTheWordsThatDecided) {
  const Site site = small_site();
  const std::string html =
      article_html(site, site.reports[1], site.reports[1].assessments[2], swedish());
  EXPECT_THAT(html, HasSubstr("<mark>Positiv förändring</mark>. Bättre ljus.</blockquote>"));
}

TEST(Article, SaysWhatToLookAtInWords) {
  const Site site = small_site();
  const std::string html =
      article_html(site, site.reports[1], site.reports[1].assessments[1], swedish());
  EXPECT_THAT(html, HasSubstr("Kommentaren anger två förändringar"));
  EXPECT_THAT(html, HasSubstr("Ej angiven"));
}

TEST(Article, LinksToTheFileAtItsPage) {
  const Site site = small_site();
  SiteReport file = site.reports[0];
  SiteAssessment one = file.assessments[0];
  one.said.evidence = {{3, {10, 10, 100, 30}}};
  EXPECT_THAT(article_html(site, file, one, swedish()), Not(HasSubstr("<a href")));
  file.link = "../a.pdf";
  file.drawn = true;
  EXPECT_THAT(article_html(site, file, one, swedish()), HasSubstr("href=\"../a.pdf#page=3\""));
  file.drawn = false;
  EXPECT_THAT(article_html(site, file, one, swedish()), HasSubstr("href=\"../a.pdf\""));
}

TEST(Address, KeepsWhatHasAMeaningOutOfIt) {
  const struct {
    const char *path, *address;
  } cases[] = {{"a/b-c_1.pdf", "a/b-c_1.pdf"},
               {"år 2022 #1?.pdf", "%C3%A5r%202022%20%231%3F.pdf"},
               {"a\"b%:c", "a%22b%25%3Ac"}};
  for (const auto& one : cases) EXPECT_EQ(address_of(one.path), one.address);
}

TEST(Chart, CountsWhatIsStatedYearByYear) {
  const Site site = small_site();
  const auto shares =
      shares_of(site, [](const SiteReport&, const SiteAssessment&) { return true; });
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_EQ(shares[0].year, "2021");
  EXPECT_EQ(shares[0].negative, 1);
  EXPECT_EQ(shares[1].stated(), 3);
  EXPECT_EQ(shares[1].unstated, 1);
}

TEST(Chart, IsThereInWordsAndAsATable) {
  const std::string html = chart_html("Alla", {{"2022", 1, 2, 1, 5}}, swedish());
  EXPECT_THAT(html, HasSubstr("Alla. 2022: 1 positiva, 2 oförändrade, 1 negativa."));
  EXPECT_THAT(html, HasSubstr("<td>2 (50 %)</td>"));
  EXPECT_EQ(chart_html("Inget", {{"2022", 0, 0, 0, 5}}, swedish()), "");
}

}  // namespace
}  // namespace lagesbild
