// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <stdexcept>

#include "fake_worker.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;

PoolSettings settings_for(unsigned jobs, const std::string& start = "well") {
  PoolSettings settings;
  settings.work = fake_worker_command(start);
  settings.jobs = jobs;
  settings.timeout = std::chrono::seconds(2);
  settings.memory = 512u << 20;
  settings.input_limit = 1u << 20;
  return settings;
}

/// What came of a file: the report's producer, or the problem's code.
std::string word_of(const Outcome& outcome) {
  if (!outcome.answer) return "!" + outcome.answer.problem().code;
  return std::get<Report>(*outcome.answer).source.producer.value_or("");
}

std::vector<std::string> words_of(const PoolSettings& settings, std::vector<std::string> files) {
  std::vector<std::string> words;
  Names names(std::move(files));
  const auto end = read_all(settings, names, [&](const Outcome& outcome) {
    words.push_back(word_of(outcome));
    return true;
  });
  EXPECT_TRUE(end) << end.problem().what;
  return words;
}

struct Case {
  const char* says;
  const char* order;
  const char* word;
  const char* message;  // a part of it
};

const Case cases[] = {
    {"an answer is passed on", "say hej", "hej", ""},
    {"log lines nobody reads block nobody", "chatter hej", "hej", ""},
    {"a problem the worker names is passed on", "failed why", "!unreadable", "why"},
    {"an abort is named", "abort", "!worker_died", "signal 6"},
    {"a segmentation fault is named", "segv", "!worker_died", "signal 11"},
    {"a worker that leaves is named", "exit", "!worker_died", "exit 7"},
    {"an exception is named", "throws logic", "!worker_died", "logic"},
    {"a worker that waits for ever is ended", "hang", "!time_limit", "2 s"},
    {"a worker that computes for ever is ended", "spin", "!time_limit", "2 s"},
    {"the processor limit is a time limit", "xcpu", "!time_limit", "2 s"},
    {"an abort for memory is a memory limit", "memory", "!memory_limit", "512 MiB"},
    {"nonsense is no answer", "nonsense", "!worker_died", "nonsense"},
    {"a frame too large is no answer", "huge", "!worker_died", "nonsense"},
    {"a broken object is no answer", "broken", "!worker_died", "nonsense"},
    {"an answer to another task is no answer", "other", "!worker_died", "nonsense"},
    {"half an answer is no answer", "half", "!worker_died", "exit 0"},
    {"a report larger than any is no answer", "too-large", "!worker_died", "nonsense"},
    {"a frame of no kind is no answer", "kindless", "!worker_died", "nonsense"},
    {"a second greeting is no answer", "greets", "!worker_died", "nonsense"},
    {"a task is no answer", "tasks", "!worker_died", "nonsense"},
    {"a flood is no answer", "floods", "!worker_died", "nonsense"},
    {"an answer without end is ended", "slowly", "!time_limit", "2 s"},
    {"what the second worker reads in part is not read", "partly", "!worker_died", "signal 9"},
    {"pages before the one that hangs are read", "stuck", "3 pages", ""},
    {"pages read late are left", "stuck late", "3 pages", ""},
    {"what hangs a second time is a time limit", "stuck-again", "!time_limit", "2 s"},
    {"first pages that are no report are a time limit", "stuck-again rejected", "!time_limit",
     "2 s"},
    {"pages without end are ended", "reads", "!time_limit", "2 s"},
    {"a worker that hangs up is ended", "closes", "!worker_died", "signal 9"},
};

TEST(Pool, GivesEveryFileItsOwnEnd) {
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    const std::string file = folder.file("order.pdf", c.order);
    Names names({file});
    std::string word, message, sha256;
    const auto end = read_all(settings_for(1), names, [&](const Outcome& outcome) {
      word = word_of(outcome);
      if (!outcome.answer) message = outcome.answer.problem().what;
      sha256 = outcome.sha256;
      return true;
    });
    ASSERT_TRUE(end) << c.says;
    EXPECT_EQ(word, c.word) << c.says;
    EXPECT_NE(message.find(c.message), std::string::npos) << c.says << ": " << message;
    EXPECT_EQ(sha256.size(), word[0] == '!' ? 64u : 0u) << c.says;
  }
}

#ifndef __SANITIZE_ADDRESS__  // whose shadow cannot be limited
TEST(Pool, NamesTheMemoryThatRanOut) {
  const TemporaryFolder folder;
  EXPECT_THAT(words_of(settings_for(1, "limited"),
                       {folder.file("a", "takes all"), folder.file("b", "say b")}),
              ElementsAre("!memory_limit", "b"));
}
#endif

TEST(Pool, LetsNoFileTouchAnother) {
  const TemporaryFolder folder;
  std::vector<std::string> files, expected;
  for (int i = 0; i < 60; ++i) {
    const char* orders[] = {"say", "abort", "say", "nonsense", "half", "say"};
    const std::string order = orders[i % 6];
    const std::string name = "f" + std::to_string(i);
    files.push_back(folder.file(name, order + " " + name));
    expected.push_back(order == "say" ? name : "!worker_died");
  }
  for (const unsigned jobs : {1u, 2u, 7u}) EXPECT_EQ(words_of(settings_for(jobs), files), expected);
}

PoolSettings settings_for_scans() {
  PoolSettings settings = settings_for(1);
  settings.ocr_command = fake_worker_command("ocr");
  return settings;
}

TEST(Pool, LeavesScansToAWorkerThatReadsThem) {
  const TemporaryFolder folder;
  EXPECT_THAT(
      words_of(settings_for_scans(), {folder.file("a", "say a"), folder.file("b", "scan - say b"),
                                      folder.file("c", "say c"), folder.file("d", "scan - say d")}),
      ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(words_of(settings_for(1), {folder.file("b", "scan - say b")}),
              ElementsAre("!worker_died"));
}

TEST(Pool, GivesEachRecognisedPageItsTimeButNotForEver) {
  const TemporaryFolder folder;
  EXPECT_THAT(words_of(settings_for_scans(),
                       {folder.file("a", "scan - pages a"), folder.file("b", "scan - endless"),
                        folder.file("c", "endless")}),
              ElementsAre("a", "!worker_died", "!worker_died"));
}

TEST(Pool, KeepsTheOrderOfTheNames) {
  const TemporaryFolder folder;
  EXPECT_THAT(words_of(settings_for(3), {folder.file("a", "slow a"), folder.file("b", "say b"),
                                         folder / "missing", folder.file("c", "say c")}),
              ElementsAre("a", "b", "!not_found", "c"));
}

TEST(Pool, TriesAFileOnceMoreInAFreshWorker) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a", "once " + folder / "mark");
  EXPECT_THAT(words_of(settings_for(1), {folder.file("b", "say b"), file}),
              ElementsAre("b", "at last"));
}

TEST(Pool, TriesAFileAgainWhileNoOtherIsRead) {
  const TemporaryFolder folder;
  std::vector<std::string> files, expected;
  for (int i = 0; i < 8; ++i) {
    const bool alone = i == 1 || i == 2 || i == 6;
    files.push_back(
        folder.file("f" + std::to_string(i), (alone ? "alone " : "holds ") + folder / "mark"));
    expected.emplace_back(alone ? "alone" : "held");
  }
  for (const unsigned jobs : {1u, 3u}) EXPECT_EQ(words_of(settings_for(jobs), files), expected);
}

TEST(Pool, SaysWhatIsNoReadableFile) {
  const TemporaryFolder folder;
  const std::string fifo = folder / "fifo.pdf";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  const std::string large = folder.file("large", std::string((1u << 20) + 1, 'x'));
  EXPECT_THAT(words_of(settings_for(2), {fifo, "/", "/dev/zero", large, "", std::string("a\0b", 3),
                                         std::string(10'000, 'x')}),
              ElementsAre("!not_a_file", "!not_a_file", "!not_a_file", "!too_large", "!not_found",
                          "!not_found", "!unreadable"));
}

TEST(Pool, TakesMoreFilesThanItHoldsAtOnce) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a", "say a");
  std::vector<std::string> files(3000, folder / "missing");
  for (std::size_t i = 0; i < files.size(); i += 3) files[i] = file;
  const auto words = words_of(settings_for(2), files);
  ASSERT_EQ(words.size(), files.size());
  for (std::size_t i = 0; i < words.size(); ++i) ASSERT_EQ(words[i], i % 3 ? "!not_found" : "a");
}

TEST(Pool, EndsWhenTheSinkHasEnough) {
  const TemporaryFolder folder;
  Names names(std::vector<std::string>(100, folder.file("a", "say a")));
  int seen = 0;
  const auto end = read_all(settings_for(2), names, [&](const Outcome&) { return ++seen < 3; });
  ASSERT_TRUE(end);
  EXPECT_EQ(*end, PoolEnd::refused);
  EXPECT_EQ(seen, 3);
}

TEST(Pool, ReportsWorkersThatCannotStart) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a", "say a");
  const auto problem_with = [&](const PoolSettings& settings) {
    Names names({file});
    const auto end = read_all(settings, names, [](const Outcome&) { return true; });
    return end ? Problem{} : end.problem();
  };
  EXPECT_EQ(problem_with(settings_for(2, "die")).code, "worker");
  PoolSettings nowhere = settings_for(1);
  nowhere.work = std::vector<std::string>{folder / "missing"};
  EXPECT_EQ(problem_with(nowhere).code, "worker");
  const Problem refused = problem_with(settings_for(1, "refuse"));
  EXPECT_EQ(refused.code, "rules");
  EXPECT_EQ(refused.place.file, "form.yaml");
  EXPECT_EQ(refused.place.line, 7);
}

TEST(Child, CopyOfThisProcessEndsWithTheCodeOfItsWork) {
  Result<Child> child = Child::started([] { return 7; });
  ASSERT_TRUE(child);
  EXPECT_TRUE(received(child->socket(), true).closed);
  EXPECT_EQ(child->end(), "exit 7");
}

TEST(Child, CopyTellsOfAnExceptionInItsLog) {
  Result<Child> child = Child::started([]() -> int { throw std::runtime_error("no such thing"); });
  ASSERT_TRUE(child);
  EXPECT_TRUE(received(child->socket(), true).closed);
  EXPECT_EQ(child->log(), "no such thing\n");
}

TEST(Pool, AnswersNothingWithNothing) {
  EXPECT_THAT(words_of(settings_for(4, "die"), {}), ElementsAre());
}

TEST(Pool, MakesARejectedReportOfAProblem) {
  const Report report = rejected(
      {"a.pdf", 12, std::string(64, '0'), Problem{"time_limit", Severity::error, {}, "too slow"}});
  EXPECT_EQ(report.status, Status::rejected);
  EXPECT_EQ(report.source.path, "a.pdf");
  EXPECT_EQ(report.source.bytes, 12u);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].code, "time_limit");
}

}  // namespace
}  // namespace lagesbild
