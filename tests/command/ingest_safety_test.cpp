// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lagesbild ingest` where something is in its way: it says so, and what was there stays as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

/// Runs a script in a shell; $1 is the program, the words follow. Exit code, and what was told.
Ran run_in_shell(const std::string& script, const std::vector<std::string>& words) {
  const TemporaryFolder folder;
  std::string command = "sh -c '" + script + "' sh '" PROGRAM "'";
  for (const std::string& word : words) command += " '" + word + "'";
  command += " >'" + folder / "out" + "' 2>'" + folder / "err" + "'";
  const int status = std::system(command.c_str());
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = bytes_in(folder / "out");
  ran.err = bytes_in(folder / "err");
  return ran;
}

/// All there is in the dataset, the store too.
std::map<std::string, std::string> contents(const std::string& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename() != "lock") all[entry.path().filename()] = bytes_in(entry.path());
  return all;
}

void wait_for_store(const Ingested& folder) {
  for (int i = 0; i < 60'000 && !fs::exists(folder.data() + "/lagesbild.sqlite"); ++i)
    ::usleep(1000);
}

TEST(IngestSafety, OneProcessWritesADatasetAtATime) {
  const Ingested folder(corpus_reports());
  Running first(folder.command());
  wait_for_store(folder);
  const Ran second = run(folder.command());
  EXPECT_EQ(second.code, 1);
  EXPECT_THAT(second.err, HasSubstr("lagesbild ingest: "));
  EXPECT_THAT(second.err, HasSubstr(std::to_string(first.id()))) << "names who holds it";
  EXPECT_THAT(first.end(), AnyOf(0, 3));
  EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
}

TEST(IngestSafety, AReaderSeesAWholeDatasetMeanwhile) {
  const Ingested folder(corpus_reports());
  Running writer(folder.command());
  wait_for_store(folder);
  for (int i = 0; i < 5; ++i) {
    const Ran ran = run({"status", "--dataset", folder.data()});
    EXPECT_EQ(ran.code, 0) << ran.err;
  }
  EXPECT_THAT(writer.end(), AnyOf(0, 3));
}

TEST(IngestSafety, AFullDiskLeavesTheOldDatasetIntact) {
  const auto reports = corpus_reports(30);
  const Ingested whole(reports);
  EXPECT_THAT(run(whole.command()).code, AnyOf(0, 3));
  const Ingested folder(corpus_reports(5));
  EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
  const auto before = folder.exports();
  for (const auto& [name, bytes] : reports) folder.put(name, bytes);

  int full = 0;
  for (const int kibibytes : {1, 40, 100, 200, 300}) {  // the largest file there may be
    const Ran ran = run_in_shell("ulimit -f " + std::to_string(2 * kibibytes) + "; exec \"$@\"",
                                 folder.command());
    EXPECT_THAT(ran.code, AnyOf(0, 1, 3)) << kibibytes;
    if (ran.code != 1) continue;
    ++full;
    EXPECT_THAT(ran.err, HasSubstr("lagesbild ingest: ")) << kibibytes;
    EXPECT_EQ(run({"status", "--dataset", folder.data()}).code, 0) << kibibytes;
    for (const auto& [name, bytes] : folder.exports())
      EXPECT_TRUE(bytes == before.at(name) || bytes == whole.exports().at(name)) << name;
  }
  EXPECT_GT(full, 2);
  EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
  EXPECT_THAT(differing(folder.exports(), whole.exports()), IsEmpty());
}

TEST(IngestSafety, AReadOnlyDatasetIsToldAndLeftAlone) {
  if (std::system("unshare --mount true 2>/dev/null") != 0) GTEST_SKIP() << "needs a mount";
  const Ingested folder(corpus_reports(3));
  EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
  const auto before = contents(folder.data());
  folder.put("new.txt", "no report");
  std::vector<std::string> words = folder.command();
  words.insert(words.begin(), folder.data());
  const Ran ran = run_in_shell(
      "program=$1 data=$2; shift 2; export program data; unshare --mount sh -c \"mount --bind "
      "\\\"\\$data\\\" \\\"\\$data\\\" && mount -o remount,ro,bind \\\"\\$data\\\" && exec "
      "\\\"\\$program\\\" \\\"\\$@\\\"\" sh \"$@\"",
      words);
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("lagesbild ingest: " + folder.data()));
  EXPECT_EQ(contents(folder.data()), before);
}

struct Unusable {
  const char* says;
  std::vector<std::string> words;
  const char* told;
};

TEST(IngestSafety, WhatCannotBeADatasetIsTold) {
  const Ingested folder(corpus_reports(1));
  const TemporaryFolder other;
  fs::create_directory(other / "foreign");
  other.file("file", "x");
  other.file("foreign/lagesbild.sqlite", "this is no database, and was never meant to be one");
  const Unusable all[] = {
      {"a file", {"--dataset", other / "file"}, "file"},
      {"a folder that cannot be made", {"--dataset", "/proc/self/data"}, "/proc/self/data"},
      {"another file of that name", {"--dataset", other / "foreign"}, "lagesbild.sqlite"},
  };
  for (const Unusable& one : all) {
    std::vector<std::string> words = {"ingest", folder.in()};
    words.insert(words.end(), one.words.begin(), one.words.end());
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 1) << one.says;
    EXPECT_THAT(ran.err, HasSubstr(one.told)) << one.says;
  }
  EXPECT_THAT(bytes_in(other / "foreign/lagesbild.sqlite"), HasSubstr("never meant to be one"));
  EXPECT_EQ(run({"ingest", folder.in() + "/missing", "--dataset", other / "new"}).code, 1);
  EXPECT_FALSE(fs::exists(other / "new")) << "no folder to read, no dataset";
}

TEST(IngestSafety, ASignalStopsItAndTheNextRunGoesOn) {
  const auto reports = corpus_reports();
  const Ingested whole(reports);
  EXPECT_THAT(run(whole.command()).code, AnyOf(0, 3));
  for (const int signal : {SIGTERM, SIGINT}) {
    const Ingested folder(reports);
    Running program(folder.command({"--jobs", "1"}));
    wait_for_store(folder);
    ::kill(program.id(), signal);
    EXPECT_EQ(program.end(), 75);
    EXPECT_FALSE(fs::exists(folder.data() + "/lagesbild.sqlite-wal")) << "one plain file";
    EXPECT_THAT(run({"status", "--dataset", folder.data()}).out, HasSubstr("läsningen avbröts"));
    EXPECT_THAT(run(folder.command()).code, AnyOf(0, 3));
    EXPECT_THAT(differing(folder.exports(), whole.exports()), IsEmpty());
  }
}

}  // namespace
}  // namespace lagesbild
