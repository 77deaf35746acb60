// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two reports for one district and period.
#include <gtest/gtest.h>

#include "dataset/make_believe.h"

namespace lagesbild {
namespace {

struct Rival {
  const char* path;
  const char* dated;  ///< empty: none
  std::int64_t modified_ns;
};

struct Contest {
  const char* says;
  std::vector<Rival> rivals;
  const char* counts;
};

constexpr std::int64_t in_2023 = 1'672'531'200'000'000'000;  // 2023-01-01T00:00:00
constexpr std::int64_t a_day = 86'400'000'000'000;

const Contest contests[] = {
    {"the later date counts",
     {{"a", "2023-01-05T10:00:00", 9}, {"b", "2023-01-06", 3}, {"c", "2022", 5}},
     "b"},
    {"the file's time stands in for a date",
     {{"a", "2023-01-02", 1}, {"b", "", in_2023 + 2 * a_day}},
     "b"},
    {"a date beats an older file's time", {{"a", "2023-01-02", 1}, {"b", "", in_2023}}, "a"},
    {"between equal dates the newer file counts",
     {{"a", "2023-01-02", 2}, {"b", "2023-01-02", 1}},
     "a"},
};

TEST(Duplicates, TheLatestCountsAndAllAskForReview) {
  for (const Contest& c : contests) {
    Folder folder;
    for (const Rival& rival : c.rivals) {
      folder.push_back(member(rival.path, sample::report(rival.path, "bromma", "Bromma", "2022"),
                              rival.modified_ns));
      if (*rival.dated) folder.back().report.source.dated = rival.dated;
    }
    TemporaryFolder place;
    Store store = sample::opened(place / "");
    ingest(store, folder);
    EXPECT_EQ(sample::rows(store.database(), "SELECT path, state FROM latest_reports"),
              std::string(c.counts) + "|review\n")
        << c.says;
    EXPECT_DONE(store.for_each_file([&](const Report& report) -> std::optional<Problem> {
      EXPECT_EQ(report.status, Status::review) << c.says;
      EXPECT_EQ(report.problems.size(), 1u) << c.says;
      EXPECT_EQ(report.problems.at(0).code, "two_reports") << c.says;
      return std::nullopt;
    }));
  }
}

TEST(Duplicates, OfEqualDatesAndTimesAreToldApartByTheirContent) {
  const Report one = sample::report("1", "bromma", "Bromma", "2022");
  const Report two = sample::report("2", "bromma", "Bromma", "2022");
  const std::string larger = std::max(one.source.sha256, two.source.sha256);
  for (const Folder& folder :
       {Folder{member("a", one), member("b", two)}, Folder{member("a", two), member("b", one)}}) {
    TemporaryFolder place;
    Store store = sample::opened(place / "");
    ingest(store, folder);
    EXPECT_EQ(store.database().text("SELECT sha256 FROM latest_reports"), larger);
  }
}

TEST(Duplicates, SayWhatTheOtherOneIsAndWhenItIsFrom) {
  Folder folder;
  for (const char* path : {"a.pdf", "b.pdf", "c.pdf"})
    folder.push_back(member(path, sample::report(path, "bromma", "Bromma", "2022"), in_2023));
  folder[0].report.source.dated = "2024-05-06T07:08:09";
  folder[1].report.source.dated = "2023-05-06T07:08:09";
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  ingest(store, folder);
  EXPECT_EQ(sample::rows(store.database(), "SELECT path, message FROM problems_flat ORDER BY path"),
            "a.pdf|3 reports are for this district and period; this one, a.pdf (dated "
            "2024-05-06T07:08:09), counts; b.pdf (dated 2023-05-06T07:08:09) does not; check which "
            "is right and take the others away\n"
            "b.pdf|3 reports are for this district and period; a.pdf (dated 2024-05-06T07:08:09) "
            "counts; this one, b.pdf (dated 2023-05-06T07:08:09), does not; check which is right "
            "and take the others away\n"
            "c.pdf|3 reports are for this district and period; a.pdf (dated 2024-05-06T07:08:09) "
            "counts; this one, c.pdf (file of 2023-01-01T00:00:00), does not; check which is right "
            "and take the others away\n");
}

TEST(Duplicates, AreTakenBackWhenTheOtherOneGoes) {
  const Folder one = {member("a", sample::report("a", "bromma", "Bromma", "2022"), 1)};
  Folder two = one;
  two.push_back(member("b", sample::report("b", "bromma", "Bromma", "2022"), 2));
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  ingest(store, one);
  ingest(store, two);
  EXPECT_EQ(store.database().text("SELECT path FROM latest_reports"), "b");
  ingest(store, one);
  EXPECT_EQ(store.database().text("SELECT path FROM latest_reports"), "a");
  EXPECT_EQ(store.database().text("SELECT state FROM latest_reports"), "ok");
  EXPECT_EQ(store.database().number("SELECT count(*) FROM problems_flat"), 0);
}

TEST(Duplicates, AreNoneAmongOtherPeriodsDistrictsOrOneContent) {
  Report nameless = sample::report("n", "bromma", "Bromma", "2022");
  nameless.district.reset();
  Report undated = sample::report("u", "bromma", "Bromma", "2022");
  undated.period.reset();
  Report rejected = sample::report("r", "bromma", "Bromma", "2022");
  rejected.status = Status::rejected;
  const Report bromma = sample::report("b", "bromma", "Bromma", "2022");
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  ingest(store,
         {member("a", bromma), member("copy", bromma), member("n", nameless), member("u", undated),
          member("r", rejected), member("o", sample::report("o", "bromma", "Bromma", "2023")),
          member("f", sample::report("f", "farsta", "Farsta", "2022"))});
  EXPECT_EQ(store.database().number("SELECT count(*) FROM duplicates"), 0);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM latest_reports"), 3);
}

}  // namespace
}  // namespace lagesbild
