// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dataset/store_sample.h"

namespace lagesbild {
namespace {

class Summaries : public testing::Test {
 protected:
  Summaries() { EXPECT_DONE(store.begin(sample::run())); }

  void add(const std::string& path, const Report& report, std::optional<ReportState> state = {}) {
    EXPECT_DONE(
        store.add(sample::file(path, ++time), report, state ? *state : state_of(report.status)));
  }
  void add(const std::string& path, const std::string& id, const std::string& name,
           const std::string& period) {
    add(path, sample::report(path, id, name, period));
  }
  Summary summary(std::int64_t most = 100) {
    EXPECT_DONE(store.finish("2024-01-01 13:00:00"));
    Result<Summary> made = summary_of(store, most);
    EXPECT_TRUE(made) << made.problem().what;
    return *made;
  }
  std::string missing() {
    std::string text;
    for (const auto& one : summary().missing) text += one.year + " " + one.district_id + "\n";
    return text;
  }

  std::int64_t time = 0;
  TemporaryFolder folder;
  Store store = sample::opened(folder / "");
};

TEST_F(Summaries, OfAnEmptyDatasetIsEmpty) {
  const Summary empty = summary();
  EXPECT_EQ(empty.files, 0);
  EXPECT_EQ(empty.reports, 0);
  EXPECT_TRUE(empty.covered.empty());
  EXPECT_TRUE(empty.missing.empty());
  EXPECT_EQ(empty.started_at, "2024-01-01 12:00:00");
  EXPECT_EQ(empty.finished_at, "2024-01-01 13:00:00");
}

TEST_F(Summaries, CountFilesReportsAndAssessments) {
  add("a", "bromma", "Bromma", "2021");
  add("b", "farsta", "Farsta", "2021");
  add("b again", "farsta", "Farsta", "2021");
  add("copy of a", sample::report("a", "bromma", "Bromma", "2021"));
  Report rejected;
  rejected.source.sha256 = sha256_of("rejected");
  rejected.problems = {{"poppler", Severity::info, {}, "odd"},
                       {"repaired", Severity::warning, {}, "damaged"},
                       {"unknown_form", Severity::error, {}, "no report of a known form"}};
  add("c", rejected);
  rejected.source.sha256 = sha256_of("failed");
  add("d", rejected, ReportState::failed);
  EXPECT_DONE(store.add_unopened(sample::file("e"),
                                 {"unreadable", Severity::error, {}, "check its rights"}));
  const Summary all = summary();
  EXPECT_EQ(all.files, 7);
  EXPECT_EQ(all.gone, 0);
  EXPECT_EQ(all.unopened, 1);
  EXPECT_EQ(all.reports, 5);
  EXPECT_EQ(std::tie(all.ok, all.review, all.rejected, all.failed), std::make_tuple(1, 2, 1, 1));
  EXPECT_EQ(all.assessments, 4);
  EXPECT_EQ(std::tie(all.positive, all.unchanged, all.negative), std::make_tuple(2, 0, 0));
  EXPECT_EQ(all.to_review, 2);

  ASSERT_EQ(all.covered.size(), 2u);
  EXPECT_EQ(all.covered[0].district, "Bromma");
  EXPECT_EQ(all.covered[0].state, "ok");
  EXPECT_EQ(all.covered[0].to_review, 1);
  EXPECT_EQ(all.covered[1].district_id, "farsta");
  EXPECT_EQ(all.covered[1].period, "2021");
  EXPECT_EQ(all.covered[1].state, "review");
  EXPECT_EQ(all.covered[1].reports, 2);
  EXPECT_EQ(all.covered[1].to_review, 1);

  std::string listed;
  for (const auto& one : all.attention)
    listed += one.path + " " + one.state + " " + one.code + ": " + one.message.substr(0, 16) + "\n";
  EXPECT_EQ(listed,
            "c rejected unknown_form: no report of a k\nd failed unknown_form: no report of a k\n"
            "e unopened unreadable: check its rights\nb review two_reports: 2 reports are fo\n"
            "b again review two_reports: 2 reports are fo\n");
  EXPECT_EQ(all.attention_in_all, 5);
  EXPECT_EQ(summary(2).attention.size(), 2u);
  EXPECT_EQ(summary(2).attention_in_all, 5);
}

TEST_F(Summaries, CountFilesThatAreGoneApart) {
  add("a", "bromma", "Bromma", "2021");
  EXPECT_DONE(store.begin(sample::run()));
  EXPECT_TRUE(store.mark_gone());
  const Summary all = summary();
  EXPECT_EQ(all.files, 0);
  EXPECT_EQ(all.gone, 1);
  EXPECT_EQ(all.reports, 0);
  EXPECT_EQ(all.assessments, 0);
}

TEST_F(Summaries, MissDistrictsThatWereThereAtTheEndOfTheYear) {
  add("a", "bromma", "Bromma", "2019");
  add("b", "alvsjo", "Älvsjö", "2020-06");  // ended with June
  add("c", "bromma", "Bromma", "2020-12");
  EXPECT_EQ(missing(), "2019 farsta\n2019 alvsjo\n2020 farsta\n2020 hagersten-alvsjo\n");
}

TEST_F(Summaries, MissAReportThatWasRejected) {
  add("a", "bromma", "Bromma", "2019");
  Report rejected = sample::report("b", "farsta", "Farsta", "2019");
  rejected.status = Status::rejected;
  add("b", rejected);
  EXPECT_THAT(missing(), testing::HasSubstr("2019 farsta\n"));
}

TEST_F(Summaries, SayWhenTheLastRunWasBrokenOff) {
  add("a", "bromma", "Bromma", "2019");
  EXPECT_DONE(store.finish(std::nullopt));
  const Result<Summary> made = summary_of(store, 1);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->finished_at, std::nullopt);
  EXPECT_TRUE(made->started_at);
}

}  // namespace
}  // namespace lagesbild
