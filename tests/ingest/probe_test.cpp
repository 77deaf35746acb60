// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/probe.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fake_worker.h"
#include "ingest/child.h"
#include "ingest/limits.h"
#include "real_work.h"

namespace lagesbild {
namespace {

PoolSettings real_workers(Sandbox sandbox) {
  WorkerSettings worker;
  worker.memory = default_memory_limit;
  worker.input_limit = default_input_limit;
  worker.sandbox = sandbox;
  PoolSettings settings;
  settings.work = real_work(worker);
  return settings;
}

bool needs_a_limit_of_memory(const Probed& one) { return one.name == "take more memory"; }

TEST(Probe, IsStoppedEachTime) {
  const auto all = probed(real_workers(Sandbox::automatic));
  ASSERT_TRUE(all) << all.problem().what;
  ASSERT_EQ(all->size(), probes().size());
  for (const Probed& one : *all) {
#ifdef __SANITIZE_ADDRESS__
    if (needs_a_limit_of_memory(one)) continue;  // whose shadow cannot be limited
#endif
    EXPECT_TRUE(one.stopped) << "a worker can " << one.name << ": " << one.how;
  }
}

TEST(Probe, GetsThroughWhereNothingStandsInItsWay) {
  const auto all = probed(real_workers(Sandbox::off));
  ASSERT_TRUE(all) << all.problem().what;
  for (const Probed& one : *all)
    if (one.name != "raise a limit" && !needs_a_limit_of_memory(one)) {
      EXPECT_FALSE(one.stopped) << one.name << ": " << one.how;
    }
}

TEST(Probe, SaysWhyNoWorkerStarts) {
  PoolSettings settings;
  settings.work = fake_worker_command("die");
  EXPECT_EQ(probed(settings).problem().code, "worker");
  settings.work = fake_worker_command("refuse");
  EXPECT_EQ(walls_of(settings).problem().code, "rules");
}

/// The value of `name` in the kernel's own account of a process.
std::string status_of(pid_t process, const std::string& name) {
  std::ifstream lines("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(name + ":")) return line.substr(line.find_last_of("\t ") + 1);
  return "";
}

TEST(Probe, WallsAreThoseTheKernelKnowsOf) {
  const PoolSettings settings = real_workers(Sandbox::automatic);
  Result<Child> child = Child::started(settings.work);
  ASSERT_TRUE(child);
  const Received hello = received(child->socket(), true);
  FrameReader frames;
  frames.add(hello.bytes);
  const auto frame = frames.next();
  ASSERT_TRUE(frame && *frame);
  const auto walls = walls_of(**frame);
  ASSERT_TRUE(walls);
  EXPECT_EQ(status_of(child->id(), "NoNewPrivs"), walls->no_new_privileges ? "1" : "0");
  EXPECT_EQ(status_of(child->id(), "Seccomp"), walls->seccomp ? "2" : "0");
  EXPECT_EQ(status_of(child->id(), "CapEff") == "0000000000000000", walls->no_capabilities);
  EXPECT_TRUE(walls->seccomp);
}

}  // namespace
}  // namespace lagesbild
