// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every attempt runs in a process of its own behind the walls; what it could do tells its exit
// code.
#include "ingest/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "attempts.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

constexpr int could = 0;
constexpr int could_not = 1;
constexpr int no_sandbox = 2;

/// Runs `attempt` behind the walls; it says whether it worked. A kill counts as "could not".
template <class Attempt>
int tried(const Attempt& attempt, const std::vector<std::string>& readable) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto walls = enter_sandbox(Sandbox::automatic, readable);
    if (!walls || !walls->seccomp) ::_exit(no_sandbox);
    ::_exit(attempt() ? could : could_not);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : could_not;
}

bool landlock_here() {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto walls = enter_sandbox(Sandbox::automatic, {});
    ::_exit(walls && walls->landlock ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

const Attempt needed[] = {
    {"memory", [] { return std::string(1 << 22, 'x').size() == 1u << 22; }},
    {"the clock", [] { return ::time(nullptr) > 0; }},
    {"random bytes",
     [] {
       char byte = 0;
       return ::syscall(SYS_getrandom, &byte, 1, 0) == 1;
     }},
    {"its own limits",
     [] {
       rlimit limits{};
       return ::getrlimit(RLIMIT_AS, &limits) == 0;
     }},
    {"words to its log", [] { return ::write(2, "", 0) == 0; }},
};

TEST(Sandbox, AllowsWhatAReaderNeeds) {
  for (const Attempt& attempt : needed)
    EXPECT_EQ(tried(attempt.works, {"/usr/share"}), could) << attempt.says;
}

TEST(Sandbox, ReadsItsFoldersOnly) {
  // Without Landlock nothing can be opened at all.
  const int inside = landlock_here() ? could : could_not;
  const TemporaryFolder open_folder, closed_folder;
  const std::string seen = open_folder.file("seen", "x");
  const std::string unseen = closed_folder.file("unseen", "x");
  const std::string around =
      open_folder /
      ("../" + std::filesystem::path(unseen).parent_path().filename().string() + "/unseen");
  std::filesystem::create_symlink(unseen, open_folder / "link");
  const auto opens = [&](const std::string& path) {
    return tried([&] { return ::open(path.c_str(), O_RDONLY) >= 0; },
                 {std::filesystem::path(seen).parent_path().string()});
  };
  EXPECT_EQ(opens(seen), inside);
  EXPECT_EQ(opens(unseen), could_not);
  EXPECT_EQ(opens(around), could_not) << "through ..";
  EXPECT_EQ(opens(open_folder / "link"), could_not) << "through a link";
  EXPECT_EQ(opens("/etc/passwd"), could_not);
  EXPECT_EQ(opens("/dev/zero"), could_not);
  EXPECT_EQ(opens("/proc/self/environ"), could_not);
}

TEST(Sandbox, SaysWhatIsInForce) {
  EXPECT_EQ(words_of(Walls{}), "none");
  EXPECT_EQ(words_of(Walls{true, true, true, 7}),
            "no_new_privs, no capabilities, seccomp, Landlock 7");
  EXPECT_EQ(words_of(Walls{true, false, true, 0}), "no_new_privs, seccomp");
}

TEST(Sandbox, CanBeLeftOff) {
  const auto walls = enter_sandbox(Sandbox::off, {});
  ASSERT_TRUE(walls);
  EXPECT_FALSE(walls->seccomp);
  EXPECT_FALSE(walls->landlock);
}

}  // namespace
}  // namespace lagesbild
