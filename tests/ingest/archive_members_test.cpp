// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Archives as a real worker unpacks them, and what a lying one can do.
#include "ingest/archive_members.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>

#include <algorithm>

#include "fake_worker.h"
#include "ingest/archive.h"
#include "real_work.h"
#include "temporary_folder.h"
#include "zip.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::uint64_t input_limit = 1u << 20;

PoolSettings settings_of_real_workers() {
  WorkerSettings worker;
  worker.memory = 512u << 20;
  worker.input_limit = input_limit;
  PoolSettings settings;
  settings.work = real_work(worker);
  settings.timeout = std::chrono::seconds(20);
  settings.memory = worker.memory;
  settings.input_limit = input_limit;
  return settings;
}

PoolSettings settings_of_fake_workers() {
  PoolSettings settings = settings_of_real_workers();
  settings.work = fake_worker_command();
  settings.timeout = std::chrono::seconds(1);
  return settings;
}

std::vector<QueuedFile> all_of(const PoolSettings& settings, const std::string& bytes) {
  const TemporaryFolder folder;
  const Result<Input> input = opened(folder.file("z.zip", bytes), 1u << 30);
  EXPECT_TRUE(input);
  ArchiveMembers members(settings, "z.zip", *input);
  std::vector<QueuedFile> all;
  while (!members.ended()) {
    if (auto file = members.next()) {
      all.push_back(*std::move(file));
      continue;
    }
    pollfd ready{members.waits_on(), POLLIN, 0};
    if (!members.ended()) ::poll(&ready, 1, 100);
  }
  return all;
}

/// "label=bytes" or "label!code" of each.
std::vector<std::string> told(const std::vector<QueuedFile>& files) {
  std::vector<std::string> all;
  for (const QueuedFile& file : files)
    all.push_back(file.path + (file.input ? "=" + *bytes_of(file.input->file.get(), input_limit)
                                          : "!" + file.input.problem().code));
  return all;
}

std::vector<std::string> told(const std::vector<ZipMember>& members) {
  return told(all_of(settings_of_real_workers(), zip_of(members)));
}

TEST(ArchiveMembers, AreTheReportsInIt) {
  EXPECT_THAT(told({{"2022/", "", AE_IFDIR},
                    {"2022/bromma.pdf", "one"},
                    {"2022/Hägersten-Älvsjö.TXT", "two"},
                    {"picture.jpg", "jpg"},
                    {"Bromma 2021.12", "%PDF-1.4"},
                    {"notes", "hej"},
                    {"__MACOSX/2022/._bromma.pdf", "mac"},
                    {"empty.pdf", ""}}),
              ElementsAre("z.zip/2022/bromma.pdf=one", "z.zip/2022/Hägersten-Älvsjö.TXT=two",
                          "z.zip/Bromma 2021.12=%PDF-1.4", "z.zip/empty.pdf="));
}

TEST(ArchiveMembers, HaveHarmlessNames) {
  EXPECT_THAT(told({{"../../etc/a.pdf", "1"},
                    {"/etc/b.pdf", "2"},
                    {"H\xE4.pdf", "3"},
                    {"a\n\x1b.pdf", "4"},
                    {"same.pdf", "5"},
                    {"same.pdf", "6"},
                    {"./same.pdf", "7"},
                    {"same.pdf (2)", "%PDF"},
                    {"link.pdf", "/etc/passwd", AE_IFLNK}}),
              ElementsAre("z.zip/%2E%2E/%2E%2E/etc/a.pdf=1", "z.zip/etc/b.pdf=2",
                          "z.zip/H%E4.pdf=3", "z.zip/a%0A%1B.pdf=4", "z.zip/same.pdf=5",
                          "z.zip/same.pdf (2)=6", "z.zip/same.pdf (3)=7",
                          "z.zip/same.pdf (2) (2)=%PDF", "z.zip/link.pdf!not_a_file"));
}

TEST(ArchiveMembers, CannotBeChangedAnyMore) {
  const auto files = all_of(settings_of_real_workers(), zip_of({{"a.pdf", "one"}}));
  ASSERT_EQ(files.size(), 1u);
  ASSERT_TRUE(files[0].input);
  EXPECT_EQ(files[0].input->bytes, 3u);
  EXPECT_EQ(::pwrite(files[0].input->file.get(), "x", 1, 0), -1);
  EXPECT_EQ(::ftruncate(files[0].input->file.get(), 0), -1);
}

TEST(ArchiveMembers, OfArchivesInItAreReadTwoDeep) {
  const std::string innermost = zip_of({{"deep.pdf", "no"}});
  const std::string inner = zip_of({{"b.pdf", "two"}, {"deeper.zip", innermost}});
  EXPECT_THAT(
      told({{"a.pdf", "one"}, {"in.zip", inner}, {"in.zip/b.pdf", "x"}, {"c.pdf", "three"}}),
      ElementsAre("z.zip/a.pdf=one", "z.zip/in.zip/b.pdf=two",
                  "z.zip/in.zip/deeper.zip!archive_limit", "z.zip/in.zip/b.pdf (2)=x",
                  "z.zip/c.pdf=three"));
}

TEST(ArchiveMembers, ThatAreLockedAreNamed) {
  EXPECT_THAT(told(all_of(settings_of_real_workers(), zip_of({{"a.pdf", "one"}}, "secret"))),
              ElementsAre("z.zip/a.pdf!password"));
}

TEST(ArchiveMembers, OfBrokenArchivesEndWithTheReason) {
  const PoolSettings settings = settings_of_real_workers();
  std::string noise;
  for (unsigned i = 0, x = 1; i < 300'000; ++i)
    noise += static_cast<char>((x = x * 69069 + 5) >> 24);
  const std::string good = zip_of({{"a.pdf", "one"}, {"b.pdf", noise}});
  EXPECT_THAT(told(all_of(settings, "")), ElementsAre("z.zip!damaged"));
  EXPECT_THAT(told(all_of(settings, "no archive at all")), ElementsAre("z.zip!damaged"));
  const auto cut = told(all_of(settings, good.substr(0, good.size() / 2)));
  ASSERT_GE(cut.size(), 2u);
  EXPECT_EQ(cut.front(), "z.zip/a.pdf=one");
  EXPECT_THAT(cut.back(), HasSubstr("!damaged"));
  std::string flipped = good;
  flipped[good.size() / 2] ^= 1;
  EXPECT_THAT(told(all_of(settings, flipped)),
              ElementsAre("z.zip/a.pdf=one", "z.zip/b.pdf!damaged"));
}

TEST(ArchiveMembers, OfDamagedArchivesDoNoHarm) {
  const PoolSettings settings = settings_of_real_workers();
  const std::string good = zip_of({{"a.pdf", "one"}, {"in.zip", zip_of({{"b.pdf", "two"}})}});
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::string bad = good;
    unsigned x = seed;
    for (int i = 0; i < 4; ++i) {
      x = x * 69069 + 5;
      bad[(x >> 8) % bad.size()] ^= static_cast<char>(x >> 24);
    }
    for (const QueuedFile& file : all_of(settings, bad)) EXPECT_THAT(file.path, HasSubstr("z.zip"));
  }
}

struct Bomb {
  const char* says;
  std::vector<ZipMember> members;
  const char* last;  // what is told at last
  const char* what;
};

TEST(ArchiveMembers, AreBounded) {
  const std::string zeros(input_limit, '\0');
  std::vector<ZipMember> swarm, flood, quiet;
  for (std::size_t i = 0; i <= most_members; ++i) swarm.push_back({std::to_string(i) + ".pdf", ""});
  for (std::size_t i = 0; i <= most_members; ++i) quiet.push_back({std::to_string(i) + ".jpg", ""});
  for (int i = 0; i < 70; ++i) flood.push_back({std::to_string(i) + ".pdf", zeros});
  const Bomb bombs[] = {
      {"a member", {{"a.pdf", zeros + "x"}}, "z.zip/a.pdf!too_large", "1 MiB"},
      {"how many", swarm, "z.zip!archive_limit", "10000 members"},
      {"how many, wanted or not", quiet, "z.zip!archive_limit", "10000 members"},
      {"in all", flood, "z.zip!archive_limit", "64 MiB, over 100 times its own size"},
      {"in all, in archives within", {{"in.zip", zip_of(flood)}}, "z.zip!archive_limit", "64 MiB"},
  };
  for (const Bomb& bomb : bombs) {
    const auto files = all_of(settings_of_real_workers(), zip_of(bomb.members));
    ASSERT_FALSE(files.empty()) << bomb.says;
    ASSERT_FALSE(files.back().input) << bomb.says;
    EXPECT_EQ(files.back().path + "!" + files.back().input.problem().code, bomb.last) << bomb.says;
    EXPECT_THAT(files.back().input.problem().what, HasSubstr(bomb.what)) << bomb.says;
  }
}

struct Lie {
  const char* says;
  const char* order;
  const char* last;
};

const Lie lies[] = {
    {"a worker that dies", "segv", "z.zip!worker_died"},
    {"one that hangs", "hang", "z.zip!time_limit"},
    {"one that used its time", "xcpu", "z.zip!time_limit"},
    {"one that gives a report instead", "say x", "z.zip!worker_died"},
    {"one that talks nonsense", "nonsense", "z.zip!worker_died"},
    {"members without end", "many", "z.zip!archive_limit"},
    {"a member without end", "fat", "z.zip!worker_died"},
    {"bytes of no member", "unbegun", "z.zip!worker_died"},
    {"a member in a member", "nested", "z.zip!worker_died"},
    {"one that hangs after a member", "member x", "z.zip!time_limit"},
};

TEST(ArchiveMembers, AreNotTakenFromALiar) {
  for (const Lie& lie : lies) {
    const auto all = told(all_of(settings_of_fake_workers(), lie.order));
    ASSERT_FALSE(all.empty()) << lie.says;
    EXPECT_EQ(all.back(), lie.last) << lie.says;
  }
}

TEST(ArchiveMembers, NeedAWorkerThatStarts) {
  PoolSettings settings = settings_of_fake_workers();
  settings.work = fake_worker_command("die");
  EXPECT_THAT(told(all_of(settings, "x")), ElementsAre("z.zip!worker_died"));
  settings.work = std::vector<std::string>{"/missing"};
  EXPECT_THAT(told(all_of(settings, "x")), ElementsAre("z.zip!worker"));
}

}  // namespace
}  // namespace lagesbild
