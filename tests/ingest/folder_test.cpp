// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "ingest/label.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

Listing listed(const std::string& folder, const std::string& leave_out = "") {
  const Result<Listing> listing = listing_of(folder, leave_out);
  EXPECT_TRUE(listing) << listing.problem().what;
  return listing ? *listing : Listing();
}

/// "code place" of each problem.
std::vector<std::string> told(const Listing& listing) {
  std::vector<std::string> all;
  for (const Problem& problem : listing.problems)
    all.push_back(problem.code + " " + problem.place.file);
  return all;
}

TEST(Listing, HasReportsAndArchivesInOrderOfBytes) {
  const TemporaryFolder folder;
  for (const char* name : {"2022", "2022/inner", "2022-x"}) fs::create_directory(folder / name);
  for (const char* name : {"b.PDF", "a.txt", "c.zip", "2022/z.pdf", "2022/inner/a.pdf",
                           "2022-x/a.pdf", "2022.pdf", "picture.jpg", "report.docx"})
    folder.file(name, "x");
  const Listing listing = listed(folder / "");
  EXPECT_THAT(listing.files, ElementsAre("2022-x/a.pdf", "2022.pdf", "2022/inner/a.pdf",
                                         "2022/z.pdf", "a.txt", "b.PDF", "c.zip"));
  EXPECT_EQ(listing.others, 2u);
  EXPECT_TRUE(listing.problems.empty());
}

TEST(Listing, LooksIntoFilesWithoutAnEnding) {
  const TemporaryFolder folder;
  folder.file("Bromma 2021.12", "%PDF-1.4\n");
  folder.file("late", std::string(900, ' ') + "%PDF-1.4\n");
  folder.file("no", "hej");
  folder.file("empty", "");
  EXPECT_THAT(listed(folder / "").files, ElementsAre("Bromma 2021.12", "late"));
}

TEST(Listing, LeavesOutHiddenFilesAndTheDataset) {
  const TemporaryFolder folder;
  for (const char* name : {".git", "data", "sub", "sub/data"}) fs::create_directory(folder / name);
  for (const char* name : {".a.pdf", ".git/a.pdf", "data/a.pdf", "sub/data/a.pdf"})
    folder.file(name, "x");
  EXPECT_THAT(listed(folder / "", folder / "sub/../data").files, ElementsAre("sub/data/a.pdf"));
}

TEST(Listing, NamesWhatItCannotWalk) {
  const TemporaryFolder outer;
  fs::create_directories(outer / "in/folder.pdf");
  fs::create_directory(outer / "elsewhere");
  outer.file("elsewhere/a.pdf", "x");
  outer.file("in/folder.pdf/a.pdf", "x");
  fs::create_directory_symlink(outer / "elsewhere", outer / "in/out");
  fs::create_directory_symlink("folder.pdf", outer / "in/within");
  fs::create_directory_symlink("..", outer / "in/folder.pdf/up");
  const Listing listing = listed(outer / "in");
  EXPECT_THAT(listing.files, ElementsAre("folder.pdf/a.pdf"));
  EXPECT_THAT(told(listing), testing::UnorderedElementsAre("not_a_file folder.pdf", "outside out"));
  EXPECT_FALSE(listing_of(outer / "missing", ""));
  EXPECT_FALSE(listing_of(outer / "elsewhere/a.pdf", ""));
}

TEST(Listing, GoesDownSoFarAndSaysSo) {
  const TemporaryFolder folder;
  std::string path;
  for (int i = 0; i <= deepest_folder; ++i) path += "d/";
  fs::create_directories(folder / path);
  folder.file(path + "a.pdf", "x");
  folder.file(path.substr(2) + "b.pdf", "x");
  const Listing listing = listed(folder / "");
  EXPECT_THAT(listing.files, ElementsAre(path.substr(2) + "b.pdf"));
  EXPECT_THAT(told(listing), ElementsAre("folder_limit " + path.substr(0, path.size() - 1)));
}

struct Odd {
  const char* says;
  std::string path;
  const char* code;  // empty where it opens
};

TEST(FolderDoor, OpensWhatLiesInTheFolderOnly) {
  const TemporaryFolder outer;
  fs::create_directories(outer / "in/sub");
  outer.file("outside.pdf", "x");
  outer.file("in/a.pdf", "x");
  outer.file("in/H\xE4gersten.pdf", "x");
  fs::create_symlink("../a.pdf", outer / "in/sub/inside.pdf");
  fs::create_symlink("../outside.pdf", outer / "in/out.pdf");
  fs::create_symlink("/etc/hostname", outer / "in/host.txt");
  fs::create_symlink("nowhere", outer / "in/dangling.pdf");
  fs::create_symlink("loop.pdf", outer / "in/loop.pdf");
  ASSERT_EQ(::mkfifo((outer / "in/pipe.pdf").c_str(), 0600), 0);
  const Odd odd[] = {
      {"a file", "a.pdf", ""},
      {"a name in another encoding", "H\xE4gersten.pdf", ""},
      {"a link to a file in the folder", "sub/inside.pdf", ""},
      {"a link out of it", "out.pdf", "outside"},
      {"a link far out of it", "host.txt", "outside"},
      {"a link to nothing", "dangling.pdf", "not_found"},
      {"a link to itself", "loop.pdf", "unreadable"},
      {"a pipe, without waiting", "pipe.pdf", "not_a_file"},
      {"a file that vanished", "gone.pdf", "not_found"},
  };
  const Listing listing = listed(outer / "in");
  const FolderDoor door(outer / "in");
  for (const Odd& one : odd) {
    const Result<Input> input = door.opened(one.path, 1000);
    EXPECT_EQ(input ? "" : input.problem().code, one.code) << one.says;
    if (!input) {
      EXPECT_EQ(input.problem().place.file, path_label(one.path)) << one.says;
    }
    EXPECT_EQ(std::ranges::count(listing.files, one.path), one.path != "gone.pdf") << one.says;
  }
}

}  // namespace
}  // namespace lagesbild
