// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lagesbild ingest`, killed again and again at any moment, ends as if nothing had happened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <random>
#include <regex>
#include <thread>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

using std::chrono::steady_clock;
using testing::AnyOf;
using testing::IsEmpty;

constexpr int kills_wanted = 200;
constexpr int kills_each = 10;  // of one dataset, before it may finish
constexpr int killed = 128 + SIGKILL;

/// Kills one run after `delay`; false where it had ended before.
bool killed_after(const Ingested& folder, std::chrono::microseconds delay) {
  Running program(folder.command());
  std::this_thread::sleep_for(delay);
  ::kill(program.id(), SIGKILL);
  const int code = program.end();
  EXPECT_THAT(code, AnyOf(0, 3, killed));
  return code == killed;
}

/// Files whose reading was committed.
int files_kept(const Ingested& folder) {
  const Ran ran = run({"status", "--dataset", folder.data(), "--lang", "en"});
  static const std::regex count("(?:^|\n)(\\d+) files?: ");
  std::smatch match;
  return std::regex_search(ran.out, match, count) ? std::stoi(match[1]) : 0;
}

TEST(Ingest, KilledAtAnyMomentLosesNothingAndEndsTheSame) {
  const auto reports = corpus_reports();
  ASSERT_GE(reports.size(), 100u);
  const Ingested undisturbed(reports);
  const auto before = steady_clock::now();
  EXPECT_THAT(run(undisturbed.command()).code, AnyOf(0, 3));
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - before);
  const auto expected = undisturbed.exports();
  ASSERT_FALSE(expected.empty());

  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  int kills = 0;
  while (kills < kills_wanted) {
    const Ingested folder(reports);
    // Short lives at last: the later steps are reached by then, and are short.
    int here = 0, kept = 0;
    for (int tries = 0; here < kills_each && tries < 3 * kills_each; ++tries) {
      const auto longest = static_cast<unsigned>(whole.count() / (tries < kills_each ? 4 : 12));
      here += killed_after(folder, std::chrono::microseconds(random() % longest));
      const int now = files_kept(folder);
      ASSERT_GE(now, kept) << "a commit was lost";
      kept = now;
    }
    kills += here;
    ASSERT_GT(here, 0) << "no run lives long enough to be killed";
    const Ran last = run(folder.command());
    ASSERT_THAT(last.code, AnyOf(0, 3)) << last.err;
    ASSERT_THAT(differing(folder.exports(), expected), IsEmpty()) << "after " << kills << " kills";
  }
}

}  // namespace
}  // namespace lagesbild
