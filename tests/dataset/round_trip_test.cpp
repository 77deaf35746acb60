// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report comes out of the store as it went in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "dataset/store_sample.h"

namespace lagesbild {
namespace {

/// As the store tells it: about the file it was added for.
Report about(const std::string& path, Report report) {
  report.source.path = path;
  for (Problem& problem : report.problems) problem.place.file = path;
  return report;
}

class RoundTrip : public testing::Test {
 protected:
  RoundTrip() { EXPECT_DONE(store.begin(sample::run())); }

  void expect_back(const std::string& says, const std::string& path, const Report& report) {
    EXPECT_DONE(store.add(sample::file(path), report, state_of(report.status)));
    const Result<std::optional<Known>> known = store.content(report.source.sha256);
    ASSERT_TRUE(known && *known) << says;
    const Result<Report> back = store.report((*known)->report_id.value(), path);
    ASSERT_TRUE(back) << says << ": " << back.problem().what;
    EXPECT_EQ(*back, about(path, report)) << says;
    EXPECT_EQ(json_of(*back, Keys::all), json_of(about(path, report), Keys::all)) << says;
  }

  TemporaryFolder folder;
  Store store = sample::opened(folder / "");
};

const std::pair<const char*, std::string> odd_texts[] = {
    {"quotes", R"("a" 'b' ”c” `d` \ \n)"},
    {"SQL", "'); DROP TABLE reports; --"},
    {"line ends", "a\nb\r\nc\rd\n"},
    {"separators of Unicode", "a\u2028b\u2029c\u0085d\u00A0e\u00ADf"},
    {"emoji", "👍🏽 👨‍👩‍👧 \U0001F600"},
    {"control signs", "a\x01\x02\x1B[31m\x7F\t"},
    {"a zero", std::string("a\0b", 3)},
    {"directions", "\u202Eabc\u202C \u0627\u0644"},
    {"parts of letters", "a\u030A\u0308 \u0301"},
    {"noncharacters", "\uFFFE\uFFFF\uFEFF"},
    {"formulas", "=HYPERLINK(\"x\")"},
    {"a percent sign", "%s %n %00"},
    {"white space alone", "  "},
    {"nothing", ""},
};

TEST_F(RoundTrip, KeepsOddTextsInEveryField) {
  for (const auto& [says, text] : odd_texts) {
    Report report = sample::report(says, "bromma", "Bromma", "2022");
    report.status = Status::review;
    report.source.producer = text;
    report.district = District{std::nullopt, text, text};
    report.period = text;
    report.assessments[0].number = text;
    report.assessments[0].title = text;
    report.assessments[0].group = text;
    report.assessments[0].reference = text;
    report.assessments[0].comment = text;
    report.assessments[0].rule = text;
    report.assessments[0].review = {text, text};
    report.problems = {{"poppler", Severity::info, {"", 1, 2}, text}};
    expect_back(says, "fil " + std::string(says), report);
    expect_back(says, text + says, report);  // the same content at an odd path
  }
}

TEST_F(RoundTrip, TellsNothingFromEmpty) {
  Report report;
  report.source.sha256 = sha256_of("rejected");
  report.problems = {{"not_pdf", Severity::error, {}, "no PDF"}};
  expect_back("what is missing", "a", report);

  report = sample::report("empty", "bromma", "Bromma", "2022");
  report.source.producer = "";
  report.source.dated = "2022-12";
  report.source.pages = std::nullopt;
  report.source.text_from = std::nullopt;
  report.assessments[0].number = "";
  report.assessments[0].group = "";
  report.assessments[0].evidence.clear();
  report.assessments[1].area_id = std::nullopt;
  expect_back("what is empty", "b", report);
}

TEST_F(RoundTrip, KeepsEveryWordOfTheContract) {
  int number = 0;
  for (const auto from : {Document::From::pdf, Document::From::form_fields, Document::From::ocr,
                          Document::From::text})
    for (const auto basis : {Basis::stated, Basis::reference, Basis::corrected, Basis::none})
      for (const auto change : {Change::positive, Change::unchanged, Change::negative})
        for (const auto severity : {Severity::error, Severity::warning, Severity::info}) {
          const std::string name = "report " + std::to_string(++number);
          Report report = sample::report(name, "farsta", "Farsta", std::to_string(1000 + number));
          report.source.text_from = from;
          report.assessments[0].basis = basis;
          report.assessments[0].change = change;
          report.assessments[1].suggested_change = change;
          report.problems = {{"odd", severity, {}, "odd"}};
          expect_back(name, name, report);
        }
  EXPECT_EQ(number, 144);
}

TEST_F(RoundTrip, KeepsWhateverNumbersThereAre) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> edge(-1e9, 1e9), part(0, 1);
  for (int i = 0; i < 50; ++i) {
    Report report = sample::report("numbers " + std::to_string(i), "bromma", "Bromma", "2022");
    report.source.bytes = random();
    report.assessments.resize(1 + random() % 40, report.assessments[1]);
    for (Assessment& one : report.assessments) {
      one.confidence = part(random);
      one.evidence.resize(random() % 3);
      for (Evidence& evidence : one.evidence)
        evidence = {static_cast<int>(1 + random() % 1000),
                    {edge(random), edge(random), edge(random), edge(random)}};
    }
    expect_back("numbers", "n" + std::to_string(i), report);
  }
}

TEST_F(RoundTrip, ReplacesWhatWasReadFromTheSameContent) {
  Report report = sample::report("same", "bromma", "Bromma", "2022");
  report.problems = {{"poppler", Severity::info, {}, "odd"}};
  expect_back("first", "a", report);
  report.assessments.pop_back();
  report.assessments[0].comment = "något helt annat";
  report.assessments[0].review.clear();
  report.problems.clear();
  expect_back("second", "a", report);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM reports"), 1);
  EXPECT_EQ(sample::soundness(store), "ok");
}

TEST_F(RoundTrip, GivesAFailedReportAsARejectedOne) {
  Report report;
  report.source.sha256 = sha256_of("bomb");
  report.problems = {{"memory_limit", Severity::error, {}, "too much"}};
  EXPECT_DONE(store.add(sample::file("bomb.pdf"), report, ReportState::failed));
  std::vector<Report> all;
  EXPECT_DONE(store.for_each_file([&](const Report& one) -> std::optional<Problem> {
    all.push_back(one);
    return std::nullopt;
  }));
  EXPECT_THAT(all, testing::ElementsAre(about("bomb.pdf", report)));
  EXPECT_EQ(store.database().text("SELECT state FROM reports"), "failed");
}

TEST_F(RoundTrip, GivesAFileThatCouldNotBeOpenedAsARejectedReport) {
  const Problem why{"unreadable", Severity::error, {"locked.pdf", 0, 0}, "check its rights"};
  EXPECT_DONE(store.add_unopened(sample::file("locked.pdf"), why));
  std::vector<Report> all;
  EXPECT_DONE(store.for_each_file([&](const Report& one) -> std::optional<Problem> {
    all.push_back(one);
    return std::nullopt;
  }));
  Report expected;
  expected.source.path = "locked.pdf";
  expected.source.bytes = 1000;
  expected.problems = {why};
  EXPECT_THAT(all, testing::ElementsAre(expected));
}

TEST_F(RoundTrip, EndsWhereTheTakerHasAProblem) {
  for (const char* name : {"a", "b", "c"})
    EXPECT_DONE(store.add(sample::file(name), sample::report(name, "bromma", "Bromma", "2022"),
                          ReportState::ok));
  std::string taken;
  const auto problem = store.for_each_file([&](const Report& one) -> std::optional<Problem> {
    taken += one.source.path;
    if (one.source.path == "b") return Problem{"output", Severity::error, {}, "full"};
    return std::nullopt;
  });
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "output");
  EXPECT_EQ(taken, "ab");
}

TEST(Search, FindsSwedishWords) {
  TemporaryFolder folder;
  Store store = sample::opened(folder / "");
  EXPECT_DONE(store.begin(sample::run()));
  const std::pair<const char*, const char*> comments[] = {
      {"1", "Skadegörelsen vid Årstatorget har minskat."},
      {"2", "Öppen försäljning av narkotika; ÄLDRE är oroliga."},
      {"3", "Arsta torg ar lugnt."},
  };
  for (const auto& [name, comment] : comments) {
    Report report = sample::report(name, "bromma", "Bromma", "2022");
    report.assessments.resize(1);
    report.assessments[0].comment = comment;
    EXPECT_DONE(store.add(sample::file(name), report, ReportState::ok));
  }
  EXPECT_DONE(store.finish("done"));
  Report changed = sample::report("3", "bromma", "Bromma", "2022");
  changed.assessments.resize(1);
  changed.assessments[0].comment = "Nu talar den om klotter.";
  const auto found = [&](const std::string& words) {
    Database& database = store.database();
    Statement rows = database.statement(
        "SELECT group_concat(path, '') FROM (SELECT f.path FROM comment_search s JOIN "
        "assessments_flat f ON f.assessment_id = s.rowid WHERE comment_search MATCH ?1 ORDER BY "
        "f.path)");
    rows.with(words);
    return rows.next() ? rows.text(0) : database.take_failure()->what;
  };
  EXPECT_EQ(found("årstatorget"), "1");
  EXPECT_EQ(found("skadegör*"), "1");
  EXPECT_EQ(found("äldre"), "2");
  EXPECT_EQ(found("aldre"), "");  // å, ä and ö are letters of their own
  EXPECT_EQ(found("arsta"), "3");
  EXPECT_EQ(found("är OR minskat"), "12");
  EXPECT_DONE(store.begin(sample::run()));
  EXPECT_DONE(store.add(sample::file("3"), changed, ReportState::ok));
  EXPECT_EQ(found("arsta"), "");
  EXPECT_DONE(store.finish("done"));
  EXPECT_EQ(found("arsta"), "");
  EXPECT_EQ(found("klotter"), "3");
  EXPECT_EQ(sample::soundness(store), "ok");
}

}  // namespace
}  // namespace lagesbild
