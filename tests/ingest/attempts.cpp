// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// By raw system calls where the C library would do something else, or has no name for it. A call
// that is refused with EPERM was refused by the filter before the kernel looked at its arguments.
#include "attempts.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

#include "ingest/sandbox.h"

namespace lagesbild {
namespace {

constexpr const char* target = "/tmp/lagesbild-forbidden";

bool opens(const std::string& path, int flags) { return ::open(path.c_str(), flags, 0600) >= 0; }

bool makes_socket(int family, int type) { return ::socket(family, type, 0) >= 0; }

/// The call got past the filter, whatever the kernel then made of it.
template <class... Arguments>
bool passes(long number, Arguments... arguments) {
  errno = 0;
  return ::syscall(number, arguments...) >= 0 || errno != EPERM;
}

bool raises(__rlimit_resource what) {
  rlimit limits{};
  if (::getrlimit(what, &limits) != 0) return false;
  limits.rlim_cur = limits.rlim_max = limits.rlim_max + 1;
  return ::setrlimit(what, &limits) == 0;
}

bool calls_as_32_bit() {
#ifdef __x86_64__
  long result = 20;  // getpid there
  asm volatile("int $0x80" : "+a"(result) : : "memory");
  return result > 0;
#else
  return false;
#endif
}

bool computes_for_ever() {
  volatile unsigned turns = 0;
  while (turns < 2) static_cast<void>(turns);  // volatile: nobody may guess that this never ends
  return true;
}

}  // namespace

std::vector<Attempt> attempts_on_files() {
  return {
      {"read a file", [] { return opens("/etc/passwd", O_RDONLY); }},
      {"read a file through its own folder and ..",
       [] { return opens(readable_folders(false)[0] + "/../../../etc/passwd", O_RDONLY); }},
      {"read a file beside an open folder",
       [] {
         const int folder = ::open(readable_folders(false)[0].c_str(), O_RDONLY | O_DIRECTORY);
         return ::openat(folder, "../../../etc/passwd", O_RDONLY) >= 0;
       }},
      {"name a file without reading it", [] { return opens("/etc/passwd", O_PATH); }},
      {"list a folder", [] { return opens("/", O_RDONLY | O_DIRECTORY); }},
      {"read a device", [] { return opens("/dev/zero", O_RDONLY); }},
      {"read its memory as a file", [] { return opens("/proc/self/mem", O_RDONLY); }},
      {"write its memory as a file", [] { return opens("/proc/self/mem", O_RDWR); }},
      {"read its surroundings", [] { return opens("/proc/self/environ", O_RDONLY); }},
      {"read its own program", [] { return opens("/proc/self/exe", O_RDONLY); }},
      {"read its parent's memory",
       [] { return opens("/proc/" + std::to_string(::getppid()) + "/mem", O_RDONLY); }},
      {"open with openat2",
       [] {
         std::array<std::uint64_t, 3> how{};
         return passes(SYS_openat2, AT_FDCWD, "/etc/passwd", how.data(), sizeof how);
       }},
      {"open by handle", [] { return passes(SYS_open_by_handle_at, AT_FDCWD, nullptr, 0); }},
      {"make a file", [] { return opens(target, O_WRONLY | O_CREAT); }},
      {"make a file to be read", [] { return opens(target, O_RDONLY | O_CREAT); }},
      {"make an unnamed file", [] { return opens("/tmp", O_TMPFILE | O_RDWR); }},
      {"make a file in memory", [] { return passes(SYS_memfd_create, "x", 0); }},
      {"open for writing", [] { return opens("/dev/null", O_WRONLY); }},
      {"open for both", [] { return opens("/dev/null", O_RDWR); }},
      {"empty a file", [] { return opens("/etc/passwd", O_RDONLY | O_TRUNC); }},
      {"cut a file", [] { return passes(SYS_truncate, target, 0); }},
      {"remove a file", [] { return passes(SYS_unlink, target); }},
      {"remove a file beside a folder", [] { return passes(SYS_unlinkat, AT_FDCWD, target, 0); }},
      {"rename a file", [] { return passes(SYS_rename, target, "/tmp/other"); }},
      {"rename with flags",
       [] { return passes(SYS_renameat2, AT_FDCWD, target, AT_FDCWD, "/tmp/other", 0); }},
      {"link a file", [] { return passes(SYS_link, "/etc/passwd", target); }},
      {"make a symbolic link", [] { return passes(SYS_symlink, "/etc/passwd", target); }},
      {"make a pipe with a name", [] { return passes(SYS_mknod, target, S_IFIFO | 0600, 0); }},
      {"make a folder", [] { return passes(SYS_mkdir, target, 0700); }},
      {"remove a folder", [] { return passes(SYS_rmdir, target); }},
      {"change rights", [] { return passes(SYS_chmod, target, 0777); }},
      {"change an owner", [] { return passes(SYS_chown, target, 0, 0); }},
      {"change times", [] { return passes(SYS_utimensat, AT_FDCWD, target, nullptr, 0); }},
      {"mark a file", [] { return passes(SYS_setxattr, target, "user.x", "x", 1, 0); }},
      {"watch files", [] { return passes(SYS_inotify_init1, 0); }},
      {"go to another folder", [] { return passes(SYS_chdir, "/"); }},
      {"use what its parent had open",
       [] {
         struct stat facts = {};
         for (int file = 3; file < 64; ++file)
           if (::fstat(file, &facts) == 0) return true;
         return false;
       }},
  };
}

std::vector<Attempt> attempts_on_others() {
  return {
      {"make a TCP socket", [] { return makes_socket(AF_INET, SOCK_STREAM); }},
      {"make a UDP socket", [] { return makes_socket(AF_INET, SOCK_DGRAM); }},
      {"make an IPv6 socket", [] { return makes_socket(AF_INET6, SOCK_STREAM); }},
      {"make a Unix socket", [] { return makes_socket(AF_UNIX, SOCK_STREAM); }},
      {"make a netlink socket", [] { return makes_socket(AF_NETLINK, SOCK_RAW); }},
      {"make a packet socket", [] { return makes_socket(AF_PACKET, SOCK_RAW); }},
      {"make a pair of sockets",
       [] {
         std::array<int, 2> ends{};
         return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0;
       }},
      {"connect", [] { return passes(SYS_connect, 0, nullptr, 0); }},
      {"bind", [] { return passes(SYS_bind, 0, nullptr, 0); }},
      {"listen", [] { return passes(SYS_listen, 0, 1); }},
      {"accept", [] { return passes(SYS_accept4, 0, nullptr, nullptr, 0); }},
      {"start a program", [] { return ::execl("/bin/true", "true", nullptr) == 0; }},
      {"start a program by descriptor",
       [] { return passes(SYS_execveat, 0, "", nullptr, nullptr, AT_EMPTY_PATH); }},
      {"start the shell", [] { return std::system("true") == 0; }},
      {"fork", [] { return ::fork() >= 0; }},
      {"fork by its call", [] { return ::syscall(SYS_fork) >= 0; }},
      {"vfork", [] { return passes(SYS_vfork); }},
      {"clone", [] { return passes(SYS_clone, SIGCHLD, 0, 0, 0, 0); }},
      {"clone3", [] { return passes(SYS_clone3, nullptr, 0); }},
      {"be traced", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
      {"trace its parent",
       [] { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr) == 0; }},
      {"read its parent",
       [] { return passes(SYS_process_vm_readv, ::getppid(), nullptr, 0, nullptr, 0, 0); }},
      {"write its parent",
       [] { return passes(SYS_process_vm_writev, ::getppid(), nullptr, 0, nullptr, 0, 0); }},
      {"signal its parent", [] { return ::kill(::getppid(), 0) == 0; }},
      {"signal everybody", [] { return ::kill(-1, 0) == 0; }},
      {"signal a thread of its parent",
       [] { return passes(SYS_tgkill, ::getppid(), ::getppid(), 0); }},
      {"signal by thread", [] { return passes(SYS_tkill, ::getppid(), 0); }},
      {"signal with a value", [] { return passes(SYS_rt_sigqueueinfo, ::getppid(), 0, nullptr); }},
      {"hold its parent", [] { return passes(SYS_pidfd_open, ::getppid(), 0); }},
      {"limit its parent",
       [] { return passes(SYS_prlimit64, ::getppid(), RLIMIT_CORE, nullptr, nullptr); }},
      {"slow its parent", [] { return passes(SYS_setpriority, PRIO_PROCESS, ::getppid(), 19); }},
  };
}

std::vector<Attempt> attempts_on_the_system() {
  return {
      {"become another user", [] { return passes(SYS_setuid, 65'534); }},
      {"become another group", [] { return passes(SYS_setgid, 65'534); }},
      {"join groups", [] { return passes(SYS_setgroups, 0, nullptr); }},
      {"take powers", [] { return passes(SYS_capset, nullptr, nullptr); }},
      {"change its rules", [] { return passes(SYS_prctl, 4, 1, 0, 0, 0); }},  // PR_SET_DUMPABLE
      {"change its root", [] { return passes(SYS_chroot, "/tmp"); }},
      {"mount", [] { return passes(SYS_mount, "x", "/tmp", "tmpfs", 0, nullptr); }},
      {"unmount", [] { return passes(SYS_umount2, "/tmp", 0); }},
      {"make namespaces", [] { return passes(SYS_unshare, 0x10000000); }},
      {"join a namespace", [] { return passes(SYS_setns, 0, 0); }},
      {"run memory it has written",
       [] {
         return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
       }},
      {"make memory run",
       [] {
         void* page =
             ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         return ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
       }},
      {"make memory run by key",
       [] { return passes(SYS_pkey_mprotect, nullptr, 4096, PROT_EXEC, -1); }},
      {"make all memory run", [] { return passes(SYS_personality, 0x0400000); }},
      {"call as a 32-bit program", calls_as_32_bit},
      {"use io_uring", [] { return passes(SYS_io_uring_setup, 1, nullptr); }},
      {"load a BPF program", [] { return passes(SYS_bpf, 0, nullptr, 0); }},
      {"measure the kernel", [] { return passes(SYS_perf_event_open, nullptr, 0, -1, -1, 0); }},
      {"catch page faults", [] { return passes(SYS_userfaultfd, 0); }},
      {"keep keys", [] { return passes(SYS_add_key, "user", "x", "x", 1, -1); }},
      {"load a module", [] { return passes(SYS_init_module, nullptr, 0, ""); }},
      {"restart the machine", [] { return passes(SYS_reboot, 0, 0, 0, nullptr); }},
      {"set the clock", [] { return passes(SYS_settimeofday, nullptr, nullptr); }},
      {"rename the machine", [] { return passes(SYS_sethostname, "x", 1); }},
      {"add a filter", [] { return passes(SYS_seccomp, 1, 0, nullptr); }},
      {"use ports", [] { return passes(SYS_ioperm, 0, 1, 1); }},
  };
}

std::vector<Attempt> attempts_on_limits() {
  return {
#ifndef __SANITIZE_ADDRESS__  // whose shadow takes terabytes of address space
      {"take more memory",
       [] {
         rlimit limits{};
         ::getrlimit(RLIMIT_AS, &limits);
         return ::mmap(nullptr, limits.rlim_cur, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                MAP_FAILED;
       }},
      {"raise its memory", [] { return raises(RLIMIT_AS); }},
#endif
      {"open many files",
       [] {
         const std::string folder = readable_folders(false)[0];
         for (int i = 0; i < 64; ++i)
           if (!opens(folder, O_RDONLY | O_DIRECTORY)) return false;
         return true;
       }},
      {"raise its open files", [] { return raises(RLIMIT_NOFILE); }},
      {"raise its file size", [] { return raises(RLIMIT_FSIZE); }},
      {"leave a core", [] { return raises(RLIMIT_CORE); }},
      {"write a file it was given", [] { return ::write(1, "x", 1) == 1; }},
      {"compute for ever", computes_for_ever},
  };
}

}  // namespace lagesbild
