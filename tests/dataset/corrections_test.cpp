// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dataset/apply_corrections.h"
#include "dataset/audit.h"
#include "dataset/disclosure.h"
#include "dataset/export_sample.h"
#include "dataset/review_list.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

using export_sample::File;
using testing::ElementsAre;
using testing::HasSubstr;

class Corrections : public testing::Test {
 protected:
  /// A report of Farsta with a marked area, and one that refers to it.
  static File farsta(const std::string& path) {
    File file = export_sample::file_of(path, "farsta", "Farsta", "2022-12");
    auto& areas = file.report.assessments;
    areas[3].review = {"mixed"};
    areas[3].confidence = 0.5;
    areas[2].basis = Basis::reference;
    areas[2].reference = "local:1.1";
    areas[2].change = Change::negative;
    file.report.status = Status::review;
    file.state = ReportState::review;
    return file;
  }
  void make(const std::vector<File>& files) {
    export_sample::make_dataset(folder_ / "data", files);
    store_.emplace(*Store::opened(folder_ / "data", Store::For::writing));
  }
  Answered answered(const Answer& answer, bool dry_run = false) {
    const auto done = take_answers(*store_, {answer}, "analyst", "2024-01-02", dry_run);
    EXPECT_TRUE(done) << done.problem().what;
    return *done;
  }
  std::string key(const std::string& path, const std::string& number, const std::string& comment) {
    return review_key(sha256_of(path), number == "1.1" ? "local" : "city", number, comment);
  }
  std::string text(const std::string& sql) {
    const std::string found = store_->database().text(sql);
    EXPECT_FALSE(store_->database().take_failure());
    return found;
  }
  /// "change basis review confidence" of an area, as everybody sees it.
  std::string held(const std::string& number) {
    return text(
        "SELECT coalesce(change, '-') || ' ' || basis || ' ' || coalesce(review, '-') || ' ' || "
        "confidence FROM assessments_flat WHERE number = '" +
        number + "'");
  }
  std::string state() { return text("SELECT state FROM current_reports"); }
  std::string stale() { return text("SELECT group_concat(stale) FROM corrections"); }

  TemporaryFolder folder_;
  std::optional<Store> store_;
};

TEST_F(Corrections, AcceptedIsAsReadAndSure) {
  make({farsta("a.pdf")});
  EXPECT_EQ(held("1.1"), "negative stated mixed 0.5");
  EXPECT_EQ(state(), "review");
  EXPECT_EQ(answered({key("a.pdf", "1.1", "Sämre."), true}).taken, 1);
  EXPECT_EQ(held("1.1"), "negative stated - 1.0");
  EXPECT_EQ(state(), "ok") << "nothing else asks for a person";
}

TEST_F(Corrections, ChangedIsCorrectedAndReferencesFollow) {
  make({farsta("a.pdf")});
  EXPECT_EQ(held("3"), "negative reference - 0.9754");
  answered({key("a.pdf", "1.1", "Sämre."), false, Change::positive});
  EXPECT_EQ(held("1.1"), "positive corrected - 1.0");
  EXPECT_EQ(held("3"), "positive reference - 0.9754");
  const auto report = store_->report(1, "a.pdf");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->assessments[3].basis, Basis::corrected);
  EXPECT_EQ(report->assessments[3].change, Change::positive);
  EXPECT_THAT(report->assessments[3].review, testing::IsEmpty());
  EXPECT_EQ(report->assessments[2].change, Change::positive);
  EXPECT_EQ(report->status, Status::ok);
}

TEST_F(Corrections, NothingStatedCanBeRight) {
  make({farsta("a.pdf")});
  answered({key("a.pdf", "1.1", "Sämre."), false, std::nullopt});
  EXPECT_EQ(held("1.1"), "- corrected - 1.0");
}

TEST_F(Corrections, TheLastOneCountsAndCanBeTakenBack) {
  make({farsta("a.pdf")});
  const std::string area = key("a.pdf", "1.1", "Sämre.");
  answered({area, false, Change::positive});
  answered({area, false, Change::unchanged});
  EXPECT_EQ(answered({area, false, Change::unchanged}).known, 1) << "said before";
  EXPECT_EQ(held("1.1"), "unchanged corrected - 1.0");
  EXPECT_TRUE(*undo_correction(*store_, 2, "2024-01-03"));
  EXPECT_EQ(held("1.1"), "positive corrected - 1.0");
  EXPECT_FALSE(*undo_correction(*store_, 2, "2024-01-03"));
  EXPECT_TRUE(*undo_correction(*store_, 1, "2024-01-03"));
  EXPECT_EQ(held("1.1"), "negative stated mixed 0.5");
  EXPECT_EQ(text("SELECT count(*) FROM corrections"), "2") << "kept, as everything is";
}

TEST_F(Corrections, DryRunWritesNothing) {
  make({farsta("a.pdf")});
  EXPECT_EQ(answered({key("a.pdf", "1.1", "Sämre."), true}, true).taken, 1);
  EXPECT_EQ(text("SELECT count(*) FROM corrections"), "0");
  EXPECT_EQ(held("1.1"), "negative stated mixed 0.5");
}

TEST_F(Corrections, OutliveAFileInPlaceOfTheOldAndTellNewWords) {
  make({farsta("a.pdf")});
  answered({key("a.pdf", "1.1", "Sämre."), false, Change::positive});
  answered({key("a.pdf", "1", "Bättre."), false, Change::unchanged});
  File other = farsta("b.pdf");
  other.facts.path = "a.pdf";
  other.report.assessments[0].comment = "Mycket bättre.";
  other.report.assessments[3].number = "4.2";  // moved, with the same words
  ASSERT_FALSE(store_->begin(export_sample::run()));
  ASSERT_FALSE(store_->add(other.facts, other.report, other.state));
  ASSERT_FALSE(store_->finish("2024-01-04"));
  EXPECT_EQ(held("4.2"), "positive corrected - 1.0");
  EXPECT_EQ(held("1"), "positive stated - 0.9754") << "other words: to be judged anew";
  EXPECT_EQ(stale(), "0,1");
}

TEST_F(Corrections, AnswersToOldListsAreKeptAsStale) {
  make({farsta("a.pdf")});
  EXPECT_EQ(answered({key("a.pdf", "1.1", "Ganska mycket sämre."), true}).stale, 1);
  EXPECT_EQ(held("1.1"), "negative stated mixed 0.5");
}

TEST_F(Corrections, RefusesKeysOfNothing) {
  make({farsta("a.pdf")});
  const std::string whole = key("a.pdf", "1.1", "Sämre.");
  const std::string cases[] = {"",
                               "1.1",
                               whole + "x",
                               "x" + whole,
                               whole.substr(1),
                               "0000000000000000" + whole.substr(16),
                               key("a.pdf", "7", "Sämre."),
                               "::::",
                               "' OR 1=1 --"};
  for (const std::string& one : cases) {
    const Answered done = answered({one, true, std::nullopt, "", {"list.csv", 0, 7}});
    EXPECT_EQ(done.taken, 0) << one;
    ASSERT_EQ(done.problems.size(), 1u) << one;
    EXPECT_THAT(sentence(done.problems[0]), HasSubstr("list.csv:7: error: ")) << one;
  }
}

TEST_F(Corrections, ListsTheMostUrgentFirst) {
  File file = farsta("a.pdf");
  auto& areas = file.report.assessments;
  areas[0].review = {"late_label", "title_near"};
  areas[0].confidence = 0.9;
  areas[1].review = {"new_area"};
  areas[1].confidence = 0.4;
  areas[1].change = std::nullopt;
  make({file});
  std::vector<std::string> numbers, explained;
  ASSERT_FALSE(for_each_to_review(*store_, {}, [&](const Row& row) {
    numbers.push_back(text_of(row, ReviewField::number));
    explained.push_back(text_of(row, ReviewField::explanation));
  }));
  EXPECT_THAT(numbers, ElementsAre("1.1", "2", "1"));
  EXPECT_THAT(explained[2], HasSubstr(".\n")) << "a sentence for each code";
}

TEST_F(Corrections, DisclosureIsForAllTexts) {
  make({farsta("a.pdf")});
  const Disclosure loud{[](std::string_view text) { return "<" + std::string(text) + ">"; }, true};
  ASSERT_FALSE(for_each_to_review(*store_, loud, [](const Row& row) {
    EXPECT_EQ(text_of(row, ReviewField::title), "<Torget>");
    EXPECT_EQ(text_of(row, ReviewField::comment), "<Sämre.>");
  }));
  const Report silent = shown(*store_->report(1, "a.pdf"), {nullptr, false});
  for (const Assessment& one : silent.assessments) EXPECT_EQ(one.comment, "");
  EXPECT_EQ(silent.assessments[3].title, "Torget");
}

// ---- audit --------------------------------------------------------------------------------------

TEST_F(Corrections, AuditDrawsOfEveryStratumAndFindsItsAnswers) {
  std::vector<File> files;
  for (int year = 2000; year < 2020; ++year) {
    const std::string path = std::to_string(year) + ".pdf";
    files.push_back(export_sample::file_of(path, "farsta", "Farsta", std::to_string(year)));
  }
  make(files);
  const Audit drawn = *audit_of(*store_, 20, 1);
  EXPECT_EQ(drawn.areas, 80);
  EXPECT_EQ(drawn.sample, 20);
  EXPECT_EQ(drawn.strata.size(), 4u) << "positive, unchanged, negative, none";
  for (const Audit::Stratum& one : drawn.strata) EXPECT_EQ(one.sample, 5) << one.name;
  EXPECT_EQ(audit_of(*store_, 20, 1)->open, drawn.open);
  EXPECT_NE(audit_of(*store_, 20, 2)->open, drawn.open);
  EXPECT_FALSE(drawn.estimate);

  std::vector<Answer> answers;
  ASSERT_FALSE(for_each_listed(*store_, {}, drawn.open, [&](const Row& row) {
    answers.push_back({text_of(row, ReviewField::key), answers.size() != 3, std::nullopt});
  }));
  ASSERT_TRUE(take_answers(*store_, answers, "analyst", "2024-01-02", false));
  const Audit done = *audit_of(*store_, 20, 1);
  EXPECT_EQ(done.answered, 20);
  EXPECT_EQ(done.wrong, 1);
  ASSERT_TRUE(done.estimate);
  EXPECT_DOUBLE_EQ(done.estimate->rate, 0.05);
}

TEST(Audit, IntervalsAreWilsons) {
  struct Case {
    std::vector<Audit::Stratum> strata;
    double rate, low, high;
  };
  const Case cases[] = {
      {{{"all", 1000, 20, 20, 0}}, 0, 0, 0.1611},
      {{{"all", 1000, 60, 60, 3}}, 0.05, 0.0171, 0.1370},
      {{{"all", 1000, 10, 10, 10}}, 1, 0.7225, 1},
      // The rarer stratum weighs less.
      {{{"many", 900, 50, 50, 0}, {"few", 100, 10, 10, 5}}, 0.05, 0.0270, 0.0909},
  };
  for (const Case& c : cases) {
    const Estimate found = estimate_of(c.strata);
    EXPECT_NEAR(found.rate, c.rate, 1e-9);
    EXPECT_NEAR(found.low, c.low, 5e-4);
    EXPECT_NEAR(found.high, c.high, 5e-4);
  }
}

}  // namespace
}  // namespace lagesbild
