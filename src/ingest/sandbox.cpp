// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of system calls was found by running some thousands of odd PDFs. A call that is not on
// it fails with EPERM, as harmless libraries ask for more than they need; only what no reader of
// PDFs ever needs ends the process.
#include "ingest/sandbox.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "ingest/landlock.h"

namespace lagesbild {
namespace {

constexpr int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(getcwd),
    SCMP_SYS(uname),
    SCMP_SYS(munmap),
    SCMP_SYS(brk),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(setrlimit),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    // glibc's qsort asks how much memory there is
    SCMP_SYS(sysinfo),
};

constexpr int deadly[] = {
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
};

constexpr int last_standard_descriptor = 2;  // the socket, nothing, the log

/// Calls that are allowed with some arguments only.
bool add_partly_allowed(scmp_filter_ctx filter, bool can_open) {
  const auto allow = [&](int call, scmp_arg_cmp condition) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, condition) == 0;
  };
  constexpr auto no_reading = (O_ACCMODE | O_CREAT | O_TRUNC | O_TMPFILE | O_PATH) & ~O_DIRECTORY;
  const auto own = static_cast<scmp_datum_t>(::getpid());
  bool ok = true;
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    ok &= allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  if (can_open) {
    ok &= allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, no_reading, 0));
    ok &= allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, no_reading, 0));
  }
  for (const int call :
       {SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg)})
    ok &= allow(call, SCMP_A0(SCMP_CMP_LE, last_standard_descriptor));
  ok &= allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0));
  ok &= allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, own));  // abort() ends so
  ok &= allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD));
  ok &= allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD));
  ok &= allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL));
  return ok;
}

bool filter_system_calls(bool can_open) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!filter) return false;
  bool ok = true;
  for (const int call : allowed) ok &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  for (const int call : deadly) ok &= seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0) == 0;
  ok = ok && add_partly_allowed(filter, can_open) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return ok;
}

/// Root without its powers: raising a limit, reading what others own and the like.
bool drop_capabilities() {
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none = {};
  return ::syscall(SYS_capset, &header, none.data()) == 0;
}

/// The first wall that is missing; empty where none is.
std::string missing_in(const Walls& walls) {
  if (!walls.no_new_privileges) return "no_new_privs";
  if (!walls.no_capabilities) return "way to drop capabilities";
  if (!walls.seccomp) return "seccomp";
  return walls.landlock > 0 ? "" : "Landlock";
}

}  // namespace

std::string words_of(const Walls& walls) {
  std::string words;
  const auto add = [&](bool stands, const std::string& name) {
    if (stands) words += (words.empty() ? "" : ", ") + name;
  };
  add(walls.no_new_privileges, "no_new_privs");
  add(walls.no_capabilities, "no capabilities");
  add(walls.seccomp, "seccomp");
  add(walls.landlock > 0, "Landlock " + std::to_string(walls.landlock));
  return words.empty() ? "none" : words;
}

std::vector<std::string> readable_folders(bool fonts) {
  std::vector<std::string> folders = {LAGESBILD_POPPLER_DATA};
  if (fonts)
    for (const char* folder : {"/etc/fonts", "/usr/share/fonts", "/usr/share/fontconfig",
                               "/usr/local/share/fonts", "/var/cache/fontconfig"})
      folders.emplace_back(folder);
  return folders;
}

Result<Walls> enter_sandbox(Sandbox mode, const std::vector<std::string>& readable) {
  Walls walls;
  if (mode == Sandbox::off) return walls;
  walls.no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  walls.landlock = landlock(readable);
  walls.no_capabilities = drop_capabilities();
  walls.seccomp = filter_system_calls(walls.landlock > 0);
  const std::string missing = missing_in(walls);
  if (mode == Sandbox::required && !missing.empty())
    return Problem{"sandbox",
                   Severity::error,
                   {},
                   "this kernel offers no " + missing + ", which --sandbox asks for"};
  return walls;
}

}  // namespace lagesbild
