// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset that cannot be used: a clear problem, and what is there stays as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "dataset/store_sample.h"

namespace lagesbild {
namespace {

using testing::HasSubstr;

std::string code_of(const std::string& folder, Store::For what) {
  const Result<Store> store = Store::opened(folder, what);
  return store ? "" : store.problem().code;
}

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// A dataset with `number` reports in it, all done.
void fill(const std::string& folder, int number) {
  Store store = sample::opened(folder);
  EXPECT_DONE(store.begin(sample::run()));
  for (int i = 0; i < number; ++i) {
    const std::string name = "bromma-" + std::to_string(i) + ".pdf";
    EXPECT_DONE(store.add(sample::file(name), sample::report(name, "bromma", "Bromma", "2022"),
                          ReportState::ok));
  }
  EXPECT_DONE(store.finish("2024-01-01 12:00:01"));
}

TEST(Opening, ThatIsNotThereIsMadeOnlyWhenAskedTo) {
  TemporaryFolder folder;
  EXPECT_EQ(code_of(folder / "new", Store::For::reading), "dataset_missing");
  EXPECT_EQ(code_of(folder / "new", Store::For::writing), "dataset_missing");
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
  EXPECT_EQ(code_of(folder / "new/deeper", Store::For::creating), "");
  EXPECT_EQ(code_of(folder / "new/deeper", Store::For::reading), "");
}

TEST(Opening, LeavesOnePlainFile) {
  TemporaryFolder folder;
  fill(folder / "", 3);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder / ""))
    names.push_back(entry.path().filename());
  EXPECT_THAT(names, testing::UnorderedElementsAre("lagesbild.sqlite", "lock"));
  EXPECT_EQ(bytes_of(folder / "lagesbild.sqlite").substr(18, 2), "\x01\x01");  // no log beside it
}

TEST(Opening, OfADamagedFileIsRefused) {
  struct Case {
    const char* says;
    std::string (*damage)(std::string);
  };
  const Case cases[] = {
      {"text", [](std::string) { return std::string(5000, 'x'); }},
      {"a broken header", [](std::string bytes) { return "X" + bytes.substr(1); }},
      {"cut short", [](std::string bytes) { return bytes.substr(0, bytes.size() / 2); }},
      {"a schema overwritten",
       [](std::string bytes) { return bytes.replace(100, 3000, std::string(3000, '\x7F')); }},
  };
  for (const Case& c : cases) {
    TemporaryFolder folder;
    fill(folder / "", 20);
    const std::string before = c.damage(bytes_of(folder / "lagesbild.sqlite"));
    folder.file("lagesbild.sqlite", before);
    for (const Store::For what : {Store::For::creating, Store::For::reading})
      EXPECT_EQ(code_of(folder / "", what), "dataset_damaged") << c.says;
    EXPECT_EQ(bytes_of(folder / "lagesbild.sqlite"), before) << c.says;
  }
}

TEST(Opening, OfADatasetLeftByABrokenOffRunChecksAllOfIt) {
  TemporaryFolder folder;
  {
    Store store = sample::opened(folder / "");
    EXPECT_DONE(store.begin(sample::run()));
    for (int i = 0; i < 200; ++i)
      EXPECT_DONE(store.add(sample::file(std::to_string(i)),
                            sample::report(std::to_string(i), "bromma", "Bromma", "2022"),
                            ReportState::ok));
  }
  std::string bytes = bytes_of(folder / "lagesbild.sqlite");
  constexpr std::size_t page = 4096;  // bytes
  const std::size_t comment = bytes.find("Positiv förändring. 150");
  ASSERT_NE(comment, bytes.npos);
  bytes.replace(comment / page * page, page, std::string(page, '\x55'));
  folder.file("lagesbild.sqlite", bytes);
  Store store = sample::opened(folder / "");
  const auto problem = store.begin(sample::run());
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "dataset_damaged");
}

TEST(Opening, IsForOneWriterAndAnyReaders) {
  TemporaryFolder folder;
  fill(folder / "", 2);
  Store writer = sample::opened(folder / "", Store::For::writing);
  EXPECT_DONE(writer.begin(sample::run()));
  const Result<Store> second = Store::opened(folder / "", Store::For::writing);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.problem().code, "dataset_busy");
  EXPECT_THAT(second.problem().what, HasSubstr("(" + std::to_string(::getpid()) + ")"));

  Store reader = sample::opened(folder / "", Store::For::reading);
  const std::string before = sample::content(reader);
  EXPECT_DONE(writer.add(sample::file("more.pdf"),
                         sample::report("more", "farsta", "Farsta", "2022"), ReportState::ok));
  EXPECT_NE(sample::content(reader), before);
  EXPECT_DONE(writer.finish("later"));  // although somebody reads
  EXPECT_EQ(sample::content(reader), sample::content(writer));
}

TEST(Opening, AfterTheWriterDiedGoesOn) {
  TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    Store store = sample::opened(folder / "");
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(code_of(folder / "", Store::For::writing), "");
}

TEST(Opening, WhileAnotherProgramChangesTheDatabaseIsBusy) {
  TemporaryFolder folder;
  fill(folder / "", 1);
  Database other(folder / "lagesbild.sqlite", Database::Mode::write);
  Store store = sample::opened(folder / "", Store::For::writing);
  EXPECT_DONE(store.begin(sample::run()));
  store.database().run("PRAGMA busy_timeout = 10");  // milliseconds; not to wait for long here
  Transaction held(other);
  const auto problem = store.add(sample::file("b"), sample::report("b", "bromma", "Bromma", "2023"),
                                 ReportState::ok);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "dataset_busy");
}

/// What `act` gives, done by somebody without any rights to others' files.
int as_nobody(int (*act)(const std::string&), const std::string& folder) {
  constexpr uid_t nobody = 65534;
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(100);
    ::_exit(act(folder));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 101;
}

TEST(Opening, InAFolderThatCannotBeWrittenIsForReadingAlone) {
  TemporaryFolder folder;
  fill(folder / "", 2);
  ::chmod((folder / "lagesbild.sqlite").c_str(), 0444);
  ::chmod((folder / "lock").c_str(), 0444);
  ::chmod((folder / "").c_str(), 0555);
  EXPECT_EQ(as_nobody(
                [](const std::string& at) {
                  return code_of(at, Store::For::writing) == "dataset_read_only" ? 0 : 1;
                },
                folder / ""),
            0);
  EXPECT_EQ(as_nobody(
                [](const std::string& at) {
                  return code_of(at + "/deeper", Store::For::creating) == "dataset_read_only" ? 0
                                                                                              : 1;
                },
                folder / ""),
            0);
  EXPECT_EQ(as_nobody(
                [](const std::string& at) {
                  Store store = sample::opened(at, Store::For::reading);
                  return store.database().number("SELECT count(*) FROM latest_reports") == 1 ? 0
                                                                                             : 1;
                },
                folder / ""),
            0);
  ::chmod((folder / "").c_str(), 0755);
}

TEST(Opening, WhereAFileStandsInTheWayIsRefused) {
  TemporaryFolder folder;
  folder.file("taken", "");
  EXPECT_EQ(code_of(folder / "taken", Store::For::creating), "dataset_read_only");
}

// ---- a full disk ------------------------------------------------------------------------------

/// Adds reports until that fails; gives how many are in, and the problem.
std::pair<int, std::optional<Problem>> fill_up(Store& store) {
  constexpr int enough = 5000;
  for (int i = 0; i < enough; ++i) {
    const std::string name = "farsta-" + std::to_string(i);
    if (auto problem = store.add(sample::file(name),
                                 sample::report(name, "farsta", "Farsta", "2023"), ReportState::ok))
      return {i, problem};
  }
  return {enough, std::nullopt};
}

TEST(FullDisk, IsSaidAndWhatWasDoneStays) {
  TemporaryFolder folder;
  fill(folder / "", 3);
  Store store = sample::opened(folder / "", Store::For::writing);
  EXPECT_DONE(store.begin(sample::run()));
  store.database().run("PRAGMA max_page_count = " +
                       std::to_string(store.database().number("PRAGMA page_count") + 40));
  const auto [in, problem] = fill_up(store);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "dataset_full");
  EXPECT_GT(in, 0);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM reports"), 3 + in);
  EXPECT_EQ(sample::soundness(store), "ok");
}

TEST(FullDisk, IsSaidWhereTheSystemRefusesToWrite) {
  TemporaryFolder folder;
  fill(folder / "", 3);
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  std::pair<int, std::optional<Problem>> filled;
  {
    Store store = sample::opened(folder / "", Store::For::writing);
    EXPECT_DONE(store.begin(sample::run()));
    const rlimit limit{std::filesystem::file_size(folder / "lagesbild.sqlite") + 200'000,
                       before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    filled = fill_up(store);
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_TRUE(filled.second);
  EXPECT_EQ(filled.second->code, "dataset_full");
  EXPECT_GT(filled.first, 0);

  // With room again, the run is taken up where it stopped.
  Store store = sample::opened(folder / "", Store::For::writing);
  EXPECT_DONE(store.begin(sample::run()));
  EXPECT_EQ(store.database().number("SELECT count(*) FROM reports"), 3 + filled.first);
  EXPECT_EQ(sample::soundness(store), "ok");
  EXPECT_DONE(store.finish("later"));
}

}  // namespace
}  // namespace lagesbild
