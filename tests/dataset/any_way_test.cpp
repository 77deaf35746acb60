// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same dataset, whatever the way that led to it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "dataset/make_believe.h"

namespace lagesbild {
namespace {

TEST(AnyWay, TheOrderOfFilesAndRunsMakesNoDifference) {
  Folder folder = varied_folder();
  const std::string expected = content_of(folder);
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    std::ranges::shuffle(folder, random);
    TemporaryFolder place;
    // Some runs see a part of the folder, some have other rules, some are broken off.
    for (int part = 0; part < 3; ++part) {
      Store store = sample::opened(place / "");
      EXPECT_DONE(store.begin(sample::run(part == 1 ? "rules-2" : "rules-1")));
      for (std::size_t i = 0; i < folder.size(); ++i)
        if (random() % 2) take(store, folder[i]);
      if (random() % 2) static_cast<void>(store.mark_gone());
      if (random() % 2) EXPECT_DONE(store.finish(std::nullopt));
    }
    Store store = sample::opened(place / "");
    ingest(store, folder);
    EXPECT_EQ(sample::content(store), expected) << "round " << round;
    EXPECT_EQ(sample::soundness(store), "ok") << "round " << round;
  }
}

/// Runs in a process of its own, killed after `microseconds`. Gives whether it was done by then.
bool killed_run(const std::string& place, const Folder& folder, useconds_t microseconds) {
  const pid_t child = ::fork();
  if (child == 0) {
    Store store = sample::opened(place);
    ingest(store, folder);
    ::_exit(0);
  }
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

TEST(AnyWay, KilledAtAnyMomentItGoesOnToTheSameEnd) {
  Folder folder = varied_folder();
  for (int i = 0; i < 40; ++i) {
    const std::string path = "many/" + std::to_string(i);
    folder.push_back(
        member(path, sample::report(path, "farsta", "Farsta", std::to_string(2000 + i / 2))));
  }
  const std::string expected = content_of(folder);
  std::mt19937 random(13);
  std::uniform_int_distribution<useconds_t> moment(0, 60'000);
  int killed = 0;
  for (int round = 0; round < 15; ++round) {
    TemporaryFolder place;
    for (int times = 0; times < 3; ++times)
      killed += !killed_run(place / "", folder, moment(random));
    Store store = sample::opened(place / "");
    ingest(store, folder);
    EXPECT_EQ(sample::content(store), expected) << "round " << round;
    EXPECT_EQ(sample::soundness(store), "ok") << "round " << round;
  }
  EXPECT_GT(killed, 0);
}

}  // namespace
}  // namespace lagesbild
