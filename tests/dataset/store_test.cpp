// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over a folder that changes: what is read again, what is written, and what comes of it.
#include "dataset/store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dataset/make_believe.h"

namespace lagesbild {
namespace {

/// Without the files that are gone, of which a new dataset would not know.
std::string present(const std::string& content) {
  std::istringstream lines(content);
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (!line.ends_with("|1") || line.find(".pdf") == std::string::npos) text += line + "\n";
  return text;
}

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// ---- what has to be read ----------------------------------------------------------------------

TEST(Run, OverAnUnchangedFolderReadsAndWritesNothing) {
  TemporaryFolder place;
  Folder folder = varied_folder();
  {
    Store store = sample::opened(place / "");
    EXPECT_EQ(ingest(store, folder), static_cast<int>(folder.size()) - 1);  // one content twice
  }
  const std::string before = bytes_of(place / "lagesbild.sqlite");
  const auto written = std::filesystem::last_write_time(place / "lagesbild.sqlite");
  {
    Store store = sample::opened(place / "");
    std::ranges::reverse(folder);
    EXPECT_EQ(ingest(store, folder), 0);
  }
  EXPECT_EQ(bytes_of(place / "lagesbild.sqlite"), before);
  EXPECT_EQ(std::filesystem::last_write_time(place / "lagesbild.sqlite"), written);
}

TEST(Run, ReadsAgainWhatOtherRulesOrAnotherProgramRead) {
  TemporaryFolder place;
  const Folder folder = varied_folder();
  Store store = sample::opened(place / "");
  ingest(store, folder);
  const int readable = static_cast<int>(folder.size()) - 2;  // one twice, one not to be opened
  EXPECT_EQ(ingest(store, folder, "rules-2"), readable);
  EXPECT_EQ(ingest(store, folder, "rules-2"), 0);
  auto newer = sample::run("rules-2");
  newer.program = "0.2.0";
  EXPECT_DONE(store.begin(newer));
  const Result<std::optional<Known>> known = store.unchanged(folder[0].facts);
  ASSERT_TRUE(known && *known);
  EXPECT_FALSE((*known)->current);
  EXPECT_EQ((*known)->sha256, folder[0].report.source.sha256);
}

TEST(Run, KnowsAFileByItsFacts) {
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  const Folder folder = varied_folder();
  ingest(store, folder);
  const auto is_known = [&](FileFacts facts) {
    const auto known = store.unchanged(facts);
    return known && *known;
  };
  FileFacts facts = folder[0].facts;
  EXPECT_TRUE(is_known(facts));
  for (const auto& change : std::initializer_list<void (*)(FileFacts&)>{
           [](FileFacts& f) { f.path += "x"; }, [](FileFacts& f) { ++f.bytes; },
           [](FileFacts& f) { ++f.modified_ns; }, [](FileFacts& f) { --f.changed_ns; },
           [](FileFacts& f) { ++f.inode; }}) {
    FileFacts other = facts;
    change(other);
    EXPECT_FALSE(is_known(other));
  }
}

TEST(Run, KnowsAMovedFileByItsContent) {
  TemporaryFolder place;
  Folder folder = varied_folder();
  Store store = sample::opened(place / "");
  ingest(store, folder);
  folder[0].facts.path = "moved/" + folder[0].facts.path;
  EXPECT_EQ(ingest(store, folder), 0);
  EXPECT_EQ(present(sample::content(store)), present(content_of(folder)));
}

TEST(Run, MarksWhatIsGoneAndTakesItBack) {
  TemporaryFolder place;
  const Folder all = varied_folder();
  const Folder fewer(all.begin() + 4, all.end());
  Store store = sample::opened(place / "");
  ingest(store, all);
  const std::string before = sample::content(store);
  EXPECT_EQ(ingest(store, fewer), 0);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM files WHERE gone"), 4);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM reports"), 10);  // none is lost
  EXPECT_EQ(present(sample::content(store)), present(content_of(fewer)));
  EXPECT_EQ(ingest(store, all), 0);
  EXPECT_EQ(sample::content(store), before);
}

TEST(Run, ForgetsAContentThatNoFileHolds) {
  TemporaryFolder place;
  Folder folder = varied_folder();
  Store store = sample::opened(place / "");
  ingest(store, folder);
  folder[0].report = sample::report("new content", "bromma", "Bromma", "2019");
  folder[0].facts.modified_ns = 99;
  EXPECT_EQ(ingest(store, folder), 1);
  EXPECT_EQ(sample::content(store), content_of(folder));
  folder[0] = unopened(folder[0].facts.path);
  EXPECT_EQ(ingest(store, folder), 1);
  EXPECT_EQ(sample::content(store), content_of(folder));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM problems WHERE path IS NOT NULL"), 2);
  folder[0] = member(folder[0].facts.path, varied_folder()[0].report, 100);
  EXPECT_EQ(ingest(store, folder), 1);
  EXPECT_EQ(sample::content(store), content_of(folder));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM problems WHERE path IS NOT NULL"), 1);
}

TEST(Run, ForgetsAreasAndDistrictsThatNobodyNamesAnyMore) {
  TemporaryFolder place;
  Folder folder = varied_folder();
  Store store = sample::opened(place / "");
  ingest(store, folder);
  const char* unknown =
      "SELECT (SELECT count(*) FROM districts WHERE NOT known) || ' ' || (SELECT count(*) FROM "
      "areas WHERE NOT known)";
  EXPECT_EQ(store.database().text(unknown), "1 5");
  for (Member& one : folder)
    if (one.facts.path == "x.pdf") one = unopened("x.pdf");
  ingest(store, folder);
  EXPECT_EQ(store.database().text(unknown), "0 4");
}

TEST(Archive, IsReadAgainOnlyWhereAMemberMustBe) {
  TemporaryFolder place;
  const FileFacts archive = sample::file("a.zip");
  const Folder members = {
      member("a.zip/1.pdf", sample::report("1", "bromma", "Bromma", "2021")),
      member("a.zip/2.pdf", sample::report("2", "farsta", "Farsta", "2021")),
  };
  const Folder others = {member("a.zip.pdf", sample::report("3", "bromma", "Bromma", "2022")),
                         member("a.zip0", sample::report("4", "bromma", "Bromma", "2023"))};
  Store store = sample::opened(place / "");
  EXPECT_DONE(store.begin(sample::run()));
  for (const Folder& folder : {members, others})
    for (const Member& one : folder) take(store, one);
  EXPECT_FALSE(*store.unchanged(archive));  // its last member is in, but nobody said so
  EXPECT_DONE(store.add(archive, Report{}, ReportState::ok));
  EXPECT_DONE(store.finish("done"));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM current_files"), 4);

  const auto again = [&](const std::string& rules, const std::string& poppler = "22.12.0") {
    IngestRun run = sample::run(rules);
    run.poppler = poppler;
    EXPECT_DONE(store.begin(run));
    EXPECT_TRUE(*store.unchanged(archive));
    EXPECT_EQ((*store.unchanged(others.front().facts))->current,
              poppler == "22.12.0" && rules == "rules-1");
    EXPECT_DONE(store.seen("a.zip"));
    const Result<bool> as_they_were = store.seen_members("a.zip");
    EXPECT_TRUE(as_they_were);
    return *as_they_were;
  };
  EXPECT_FALSE(again("rules-2"));
  EXPECT_FALSE(again("rules-1", "25.03.0"));
  EXPECT_TRUE(again("rules-1"));
  EXPECT_EQ(*store.mark_gone(), 2);  // the others, and no member
  EXPECT_DONE(store.finish("done"));
}

// ---- what the rules know ----------------------------------------------------------------------

TEST(Lists, OfTheRulesReplaceThoseBefore) {
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  ingest(store, varied_folder());
  EXPECT_EQ(sample::rows(store.database(), "SELECT * FROM current_districts ORDER BY 1"),
            "alvsjo|Älvsjö|NULL|2020-06-30|1|hagersten-alvsjo\nbromma|Bromma|NULL|NULL|1|NULL\n"
            "farsta|Farsta|NULL|NULL|1|NULL\n"
            "hagersten-alvsjo|Hägersten-Älvsjö|2020-07-01|NULL|1|NULL\n"
            "solna|Solna|NULL|NULL|0|NULL\n");
  EXPECT_EQ(sample::rows(store.database(), "SELECT * FROM current_areas ORDER BY 1"),
            "bromma-parken|local|Parken 2021-12|NULL|NULL|NULL|0|bromma\n"
            "bromma-torget|local|Torget i 2021-12/bromma.pdf|NULL|NULL|NULL|0|bromma\n"
            "farsta-parken|local|Parken 2021-12|NULL|NULL|NULL|0|farsta\n"
            "farsta-torget|local|Torget i 2021-12/farsta.pdf|NULL|NULL|NULL|0|farsta\n"
            "parker|local|Parker|NULL|NULL|NULL|1|NULL\n"
            "skolor|city|Skolor|2019|2019|2023|1|NULL\n"
            "solna-torget|local|Torget i x|NULL|NULL|NULL|0|solna\n"
            "torg|city|Torg och platser|2019 2024|2019|NULL|1|NULL\n");
  auto other = sample::run("rules-2");
  other.districts = {{"farsta", "Farsta m.fl.", "", "", {}}};
  other.areas = {{"farsta-parken", Scope::local, "Farstaparken", "", {}, {}}};
  EXPECT_DONE(store.begin(other));
  for (const Member& one : varied_folder())
    if (one.report.district && one.report.district->id == "farsta") take(store, one);
  EXPECT_TRUE(store.mark_gone());
  EXPECT_DONE(store.finish("done"));
  EXPECT_EQ(sample::rows(store.database(), "SELECT * FROM current_districts ORDER BY 1"),
            "farsta|Farsta m.fl.|NULL|NULL|1|NULL\n");
  EXPECT_EQ(sample::rows(store.database(), "SELECT * FROM current_areas ORDER BY 1"),
            "farsta-parken|local|Farstaparken|NULL|NULL|NULL|1|NULL\n"
            "farsta-torget|local|Torget i 2021-12/farsta.pdf|NULL|NULL|NULL|0|farsta\n"
            "torg|city|Torg|NULL|NULL|NULL|0|NULL\n");
  EXPECT_EQ(sample::soundness(store), "ok");
}

}  // namespace
}  // namespace lagesbild
