// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each attempt in a process of its own behind the limits and walls of a worker, on this kernel and
// as on one without Landlock. How the process ends tells what it could do.
#include "attempts.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstddef>

#include "ingest/limits.h"
#include "ingest/sandbox.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

enum Exit : int { could = 0, could_not = 1, no_walls = 2 };

/// From now on the kernel answers as one that has never heard of Landlock.
bool forget_landlock() {
  constexpr unsigned int answer = SECCOMP_RET_ERRNO | ENOSYS;
  std::array<sock_filter, 4> program = {
      sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
      sock_filter BPF_STMT(BPF_RET | BPF_K, answer),
      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  const sock_fprog filter = {static_cast<unsigned short>(program.size()), program.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

struct Kernel {
  const char* name;
  bool landlock;
};

/// As serve() does. A file to write into stands at descriptor 1.
bool behind_walls(const Kernel& kernel) {
  if (!kernel.landlock && !forget_landlock()) return false;
  limit_process(default_memory_limit);
  limit_cpu(std::chrono::seconds(0));
  const auto walls = enter_sandbox(Sandbox::automatic, readable_folders(false));
  return walls && walls->seccomp && walls->no_new_privileges && walls->no_capabilities &&
         (kernel.landlock || walls->landlock == 0);
}

/// How the child ended: its exit code, or the signal's number negative.
int end_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int tried(const Attempt& attempt, const Kernel& kernel) {
  const TemporaryFolder folder;
  const std::string file = folder.file("file", "");
  const pid_t child = ::fork();
  if (child != 0) return end_of(child);
  ::dup2(::open(file.c_str(), O_RDWR), 1);
  if (!behind_walls(kernel)) ::_exit(no_walls);
  ::_exit(attempt.works() ? could : could_not);
}

const Kernel kernels[] = {{"Here", true}, {"WithoutLandlock", false}};

class Attempts : public testing::TestWithParam<std::tuple<Attempt, Kernel>> {};

TEST_P(Attempts, IsStopped) {
  const auto& [attempt, kernel] = GetParam();
  const int end = tried(attempt, kernel);
  EXPECT_NE(end, could) << "a worker can " << attempt.says;
  EXPECT_NE(end, no_walls) << "a worker does not get behind its walls";
  RecordProperty("end", end);
}

std::string name_of(const testing::TestParamInfo<Attempts::ParamType>& info) {
  std::string name;
  bool capital = true;
  for (const char c : std::string(std::get<0>(info.param).says)) {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (letter) name += capital ? static_cast<char>(std::toupper(c)) : c;
    capital = !letter;
  }
  return name + "_" + std::get<1>(info.param).name;
}

auto all(std::vector<Attempt> attempts) {
  return testing::Combine(testing::ValuesIn(std::move(attempts)), testing::ValuesIn(kernels));
}

INSTANTIATE_TEST_SUITE_P(Files, Attempts, all(attempts_on_files()), name_of);
INSTANTIATE_TEST_SUITE_P(Others, Attempts, all(attempts_on_others()), name_of);
INSTANTIATE_TEST_SUITE_P(System, Attempts, all(attempts_on_the_system()), name_of);
INSTANTIATE_TEST_SUITE_P(Limits, Attempts, all(attempts_on_limits()), name_of);

TEST(AttemptsOnAStore, AreStopped) {
  for (const Kernel& kernel : kernels) {
    static const TemporaryFolder folder;
    static const std::string store = folder.file("lagesbild.sqlite", "SQLite format 3");
    const Attempt reads = {"read", [] { return ::open(store.c_str(), O_RDONLY) >= 0; }};
    const Attempt writes = {"write", [] { return ::open(store.c_str(), O_RDWR) >= 0; }};
    const Attempt removes = {"remove", [] { return ::unlink(store.c_str()) == 0; }};
    for (const Attempt& attempt : {reads, writes, removes})
      EXPECT_EQ(tried(attempt, kernel), could_not) << attempt.says << ", " << kernel.name;
  }
}

TEST(AttemptsWithoutWalls, Work) {
  // Or the tests above would pass for another reason.
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    bool all_work = true;
    for (const Attempt& attempt : attempts_on_files())
      if (std::string_view(attempt.says) == "read a file" ||
          std::string_view(attempt.says) == "read a device" ||
          std::string_view(attempt.says) == "open for writing")
        all_work = all_work && attempt.works();
    for (const Attempt& attempt : attempts_on_others())
      if (std::string_view(attempt.says) == "make a Unix socket" ||
          std::string_view(attempt.says) == "signal its parent")
        all_work = all_work && attempt.works();
    ::_exit(all_work ? could : could_not);
  }
  EXPECT_EQ(end_of(child), could);
}

}  // namespace
}  // namespace lagesbild
