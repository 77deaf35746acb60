// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "base/sha256.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

Result<Written> write(const std::string& folder, const std::string& name, std::string_view bytes) {
  Result<OutputFile> file = OutputFile::begun(folder, name);
  if (!file) return file.problem();
  file->add(bytes);
  return file->finished();
}

TEST(OutputFile, IsThereWholeWithItsSumAndSize) {
  const TemporaryFolder folder;
  const std::string bytes(200'000, 'x');
  const Result<Written> written = write(folder / "", "a.csv", bytes);
  ASSERT_TRUE(written) << written.problem().what;
  EXPECT_EQ(bytes_of(folder / "a.csv"), bytes);
  EXPECT_EQ(written->name, "a.csv");
  EXPECT_EQ(written->sha256, sha256_of(bytes));
  EXPECT_EQ(written->bytes, bytes.size());
  EXPECT_TRUE(written->changed);
  EXPECT_EQ(names_in(folder / ""), std::set<std::string>{"a.csv"});
}

TEST(OutputFile, EqualBytesAreLeftAlone) {
  const TemporaryFolder folder;
  folder.file("a.csv", "same");
  struct stat before = {}, after = {};
  ::stat((folder / "a.csv").c_str(), &before);
  const Result<Written> written = write(folder / "", "a.csv", "same");
  ::stat((folder / "a.csv").c_str(), &after);
  ASSERT_TRUE(written);
  EXPECT_FALSE(written->changed);
  EXPECT_EQ(before.st_ino, after.st_ino);
  EXPECT_EQ(names_in(folder / ""), std::set<std::string>{"a.csv"});
}

TEST(OutputFile, OtherBytesOfTheSameSizeReplaceIt) {
  const TemporaryFolder folder;
  folder.file("a.csv", "1234");
  ASSERT_TRUE(write(folder / "", "a.csv", "5678"));
  EXPECT_EQ(bytes_of(folder / "a.csv"), "5678");
}

TEST(OutputFile, WhatIsNotFinishedLeavesNothing) {
  const TemporaryFolder folder;
  folder.file("a.csv", "old");
  {
    Result<OutputFile> file = OutputFile::begun(folder / "", "a.csv");
    ASSERT_TRUE(file);
    file->add(std::string(100'000, 'x'));
    EXPECT_EQ(names_in(folder / "").size(), 2u);
  }
  EXPECT_EQ(bytes_of(folder / "a.csv"), "old");
  EXPECT_EQ(names_in(folder / ""), std::set<std::string>{"a.csv"});
}

TEST(OutputFile, WhatAKilledProcessLeftIsWrittenOver) {
  const TemporaryFolder folder;
  std::ofstream(part_of(folder / "", "a.csv")) << std::string(100, 'x');
  ASSERT_TRUE(write(folder / "", "a.csv", "new"));
  EXPECT_EQ(bytes_of(folder / "a.csv"), "new");
  EXPECT_EQ(names_in(folder / ""), std::set<std::string>{"a.csv"});
}

TEST(OutputFile, DoesNotFollowALinkLaidInItsWay) {
  const TemporaryFolder folder;
  folder.file("treasure", "gold");
  fs::create_symlink(folder / "treasure", part_of(folder / "", "a.csv"));
  const Result<Written> written = write(folder / "", "a.csv", "new");
  EXPECT_EQ(bytes_of(folder / "treasure"), "gold");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, "output");
}

TEST(OutputFile, AFullDiskIsToldAndTheOldFileStays) {
  const TemporaryFolder folder;
  folder.file("a.csv", "old");
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before = {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small = {1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const Result<Written> written = write(folder / "", "a.csv", std::string(100'000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, "output");
  EXPECT_THAT(written.problem().place.file, testing::EndsWith("a.csv"));
  EXPECT_THAT(written.problem().what, testing::HasSubstr("untouched"));
  EXPECT_EQ(bytes_of(folder / "a.csv"), "old");
  EXPECT_EQ(names_in(folder / ""), std::set<std::string>{"a.csv"});
}

TEST(OutputFile, AFolderThatIsNotThereIsAProblem) {
  const TemporaryFolder folder;
  const auto written = write(folder / "missing", "a.csv", "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, "output");
}

TEST(FolderLock, IsForOneAtATime) {
  const TemporaryFolder folder;
  {
    const auto first = FolderLock::taken(folder / "new/deep");
    ASSERT_TRUE(first);
    const auto second = FolderLock::taken(folder / "new/deep");
    ASSERT_FALSE(second);
    EXPECT_THAT(second.problem().what, testing::HasSubstr("another process"));
  }
  EXPECT_TRUE(FolderLock::taken(folder / "new/deep"));
}

TEST(FolderLock, AFileInItsPlaceIsAProblem) {
  const TemporaryFolder folder;
  EXPECT_FALSE(FolderLock::taken(folder.file("file", "x")));
}

}  // namespace
}  // namespace lagesbild
