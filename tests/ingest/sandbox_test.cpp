// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every attempt runs in a process of its own behind the walls; what it could do tells its exit
// code.
#include "ingest/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

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

struct Attempt {
  const char* says;
  bool (*works)();
};

int any_socket(int family, int type) { return ::socket(family, type, 0); }

const Attempt forbidden[] = {
    {"a TCP socket", [] { return any_socket(AF_INET, SOCK_STREAM) >= 0; }},
    {"a UDP socket", [] { return any_socket(AF_INET, SOCK_DGRAM) >= 0; }},
    {"an IPv6 socket", [] { return any_socket(AF_INET6, SOCK_STREAM) >= 0; }},
    {"a Unix socket", [] { return any_socket(AF_UNIX, SOCK_STREAM) >= 0; }},
    {"a netlink socket", [] { return any_socket(AF_NETLINK, SOCK_RAW) >= 0; }},
    {"a socket pair",
     [] {
       int ends[2];
       return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
     }},
    {"connecting", [] { return ::connect(0, nullptr, 0) == 0 || errno != EPERM; }},
    {"listening", [] { return ::listen(0, 1) == 0 || errno != EPERM; }},
    {"another program",
     [] {
       ::execl("/bin/true", "true", nullptr);
       return false;
     }},
    {"a fork", [] { return ::fork() >= 0; }},
    {"a raw fork", [] { return ::syscall(SYS_fork) >= 0; }},
    {"a clone", [] { return ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0; }},
    {"the shell", [] { return std::system("true") == 0; }},
    {"tracing itself", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
    {"a signal to its parent", [] { return ::kill(::getppid(), 0) == 0; }},
    {"a signal to everybody", [] { return ::kill(-1, 0) == 0; }},
    {"writing a new file",
     [] { return ::open("lagesbild-forbidden", O_WRONLY | O_CREAT, 0600) >= 0; }},
    {"opening for writing", [] { return ::open("/dev/null", O_WRONLY) >= 0; }},
    {"opening for both", [] { return ::open("/dev/null", O_RDWR) >= 0; }},
    {"an unnamed file", [] { return ::open("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0; }},
    {"a file in memory", [] { return ::syscall(SYS_memfd_create, "x", 0) >= 0; }},
    {"a new folder", [] { return ::mkdir("lagesbild-forbidden", 0700) == 0; }},
    {"removing", [] { return ::unlink("lagesbild-forbidden") == 0 || errno != EPERM; }},
    {"renaming", [] { return ::rename("a", "b") == 0 || errno != EPERM; }},
    {"a link", [] { return ::symlink("a", "lagesbild-forbidden") == 0; }},
    {"other rights", [] { return ::chmod("/tmp", 0777) == 0; }},
    {"another owner", [] { return ::chown("/tmp", 0, 0) == 0; }},
    {"another root", [] { return ::chroot("/tmp") == 0; }},
    {"another user", [] { return ::syscall(SYS_setuid, 65534) == 0; }},
    {"memory that can be run",
     [] {
       return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                     -1, 0) != MAP_FAILED;
     }},
    {"memory made to run",
     [] {
       void* page =
           ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
       return ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
     }},
    {"a mount", [] { return ::syscall(SYS_mount, "x", "/tmp", "tmpfs", 0, nullptr) == 0; }},
    {"new namespaces", [] { return ::syscall(SYS_unshare, 0x10000000) == 0; }},
    {"io_uring", [] { return ::syscall(SYS_io_uring_setup, 1, nullptr) >= 0 || errno != EPERM; }},
    {"a BPF program", [] { return ::syscall(SYS_bpf, 0, nullptr, 0) >= 0 || errno != EPERM; }},
    {"another process's memory",
     [] { return ::syscall(SYS_process_vm_readv, ::getppid(), nullptr, 0, nullptr, 0, 0) >= 0; }},
    {"another process's limits",
     [] { return ::syscall(SYS_prlimit64, ::getppid(), RLIMIT_CORE, nullptr, nullptr) == 0; }},
};

TEST(Sandbox, RefusesWhatAReaderNeverNeeds) {
  for (const Attempt& attempt : forbidden)
    EXPECT_EQ(tried(attempt.works, {"/usr/share"}), could_not) << attempt.says;
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
    {"a readable folder", [] { return ::open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0; }},
    {"words to its log", [] { return ::write(2, "", 0) == 0; }},
};

TEST(Sandbox, AllowsWhatAReaderNeeds) {
  for (const Attempt& attempt : needed)
    EXPECT_EQ(tried(attempt.works, {"/usr/share"}), could) << attempt.says;
}

TEST(Sandbox, ReadsItsFoldersOnly) {
  if (!landlock_here()) GTEST_SKIP() << "this kernel has no Landlock";
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
  EXPECT_EQ(opens(seen), could);
  EXPECT_EQ(opens(unseen), could_not);
  EXPECT_EQ(opens(around), could_not) << "through ..";
  EXPECT_EQ(opens(open_folder / "link"), could_not) << "through a link";
  EXPECT_EQ(opens("/etc/passwd"), could_not);
  EXPECT_EQ(opens("/dev/zero"), could_not);
  EXPECT_EQ(opens("/proc/self/environ"), could_not);
}

TEST(Sandbox, CanBeLeftOff) {
  const auto walls = enter_sandbox(Sandbox::off, {});
  ASSERT_TRUE(walls);
  EXPECT_FALSE(walls->seccomp);
  EXPECT_FALSE(walls->landlock);
}

}  // namespace
}  // namespace lagesbild
