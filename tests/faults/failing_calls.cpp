// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library, it lets one call on files below a folder fail, or all from one on:
//
//     FAULT_BELOW=/folder    whose files count; also the folder itself
//     FAULT_KIND=ENOSPC      calls that need room; EIO: all; KILL: what changes files, and the
//                            process dies instead
//     FAULT_AT=7             the seventh such call; 0: none
//     FAULT_FOR_GOOD=1       and all after it
//     FAULT_TOLD=/file       gets a line "NAME PATH" for the first that failed, and "calls N" at
//                            the end
//
// A write that fails has written half. What the processes that were forked do is not counted.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Kind { none, no_space, input_output, kill };
enum class Does { reads, writes, needs_room };  // and so on: who needs room writes

struct Fault {
  const char* below = nullptr;
  const char* told = nullptr;
  Kind kind = Kind::none;
  long at = 0;
  bool for_good = false;
  pid_t process = 0;
  long calls = 0;
};

Fault fault;
std::array<bool, 1024> is_ours;  // by descriptor

Kind kind_named(const char* name) {
  if (!name) return Kind::none;
  if (std::strcmp(name, "ENOSPC") == 0) return Kind::no_space;
  if (std::strcmp(name, "EIO") == 0) return Kind::input_output;
  return std::strcmp(name, "KILL") == 0 ? Kind::kill : Kind::none;
}

/// Without the functions below, so that it is not counted itself.
void tell(const char* what, const char* where) {
  const int file = static_cast<int>(
      ::syscall(SYS_openat, AT_FDCWD, fault.told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  std::array<char, 4200> line{};
  const int size = std::snprintf(line.data(), line.size(), "%s %s\n", what, where);
  ::syscall(SYS_write, file, line.data(), size);
  ::syscall(SYS_close, file);
}

__attribute__((constructor)) void begin() {
  const char* at = std::getenv("FAULT_AT");
  const char* for_good = std::getenv("FAULT_FOR_GOOD");
  fault.below = std::getenv("FAULT_BELOW");
  fault.told = std::getenv("FAULT_TOLD");
  fault.at = at ? std::atol(at) : 0;
  fault.for_good = for_good && *for_good == '1';
  fault.process = ::getpid();
  if (fault.below && fault.told) fault.kind = kind_named(std::getenv("FAULT_KIND"));
}

__attribute__((destructor)) void end() {
  const Kind kind = fault.kind;
  fault.kind = Kind::none;
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), "%ld", fault.calls);
  if (kind != Kind::none && ::getpid() == fault.process) tell("calls", number.data());
}

bool counts(Does what) {
  switch (fault.kind) {
    case Kind::no_space:
      return what == Does::needs_room;
    case Kind::input_output:
      return true;
    case Kind::kill:
      return what != Does::reads;
    default:
      return false;
  }
}

/// Counts a call; true where it is to fail, with errno set.
bool strikes(const char* name, const char* path) {
  if (::getpid() != fault.process) return false;
  const long call = ++fault.calls;
  if (fault.at == 0 || call < fault.at || (call > fault.at && !fault.for_good)) return false;
  if (call == fault.at) tell(name, path);
  errno = fault.kind == Kind::no_space ? ENOSPC : EIO;
  return true;
}

void die_if_killed() {
  if (fault.kind == Kind::kill) ::raise(SIGKILL);
}

bool fails(Does what, const char* name, const char* path) {
  if (!counts(what) || !path || std::strncmp(path, fault.below, std::strlen(fault.below)) != 0)
    return false;
  if (!strikes(name, path)) return false;
  die_if_killed();
  return true;
}

bool ours(int file) {
  return file >= 0 && static_cast<std::size_t>(file) < is_ours.size() &&
         is_ours[static_cast<std::size_t>(file)];
}

bool fails(Does what, const char* name, int file) {
  if (!ours(file) || !counts(what) || !strikes(name, "")) return false;
  die_if_killed();
  return true;
}

/// Of a write: half of it is done before it fails.
template <class Write>
bool fails_halfway(const char* name, int file, std::size_t size, const Write& write) {
  if (!ours(file) || !counts(Does::needs_room) || !strikes(name, "")) return false;
  const int error = errno;
  if (size > 1) static_cast<void>(write(size / 2));
  errno = error;
  die_if_killed();
  return true;
}

int noted(int file, const char* path) {
  if (file >= 0 && static_cast<std::size_t>(file) < is_ours.size())
    is_ours[static_cast<std::size_t>(file)] =
        fault.kind != Kind::none && std::strncmp(path, fault.below, std::strlen(fault.below)) == 0;
  return file;
}

/// The C library's own.
template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int opened(const char* path, int flags, mode_t mode) {
  if (fails((flags & O_CREAT) != 0 ? Does::needs_room : Does::reads, "open", path)) return -1;
  return noted(static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode)), path);
}

mode_t mode_in(int flags, std::va_list& more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

}  // namespace

#define OPEN_LIKE(NAME)                                   \
  extern "C" int NAME(const char* path, int flags, ...) { \
    std::va_list more;                                    \
    va_start(more, flags);                                \
    const mode_t mode = mode_in(flags, more);             \
    va_end(more);                                         \
    return opened(path, flags, mode);                     \
  }
OPEN_LIKE(open)
OPEN_LIKE(open64)

extern "C" ssize_t write(int file, const void* bytes, std::size_t size) {
  const auto some = [&](std::size_t part) { return ::syscall(SYS_write, file, bytes, part); };
  return fails_halfway("write", file, size, some) ? -1 : some(size);
}

extern "C" ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
  const auto some = [&](std::size_t part) {
    return ::syscall(SYS_pwrite64, file, bytes, part, at);
  };
  return fails_halfway("pwrite", file, size, some) ? -1 : some(size);
}
extern "C" ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return ::pwrite64(file, bytes, size, at);
}

extern "C" ssize_t read(int file, void* bytes, std::size_t size) {
  return fails(Does::reads, "read", file) ? -1 : ::syscall(SYS_read, file, bytes, size);
}
extern "C" ssize_t pread64(int file, void* bytes, std::size_t size, off64_t at) {
  return fails(Does::reads, "pread", file) ? -1 : ::syscall(SYS_pread64, file, bytes, size, at);
}
extern "C" ssize_t pread(int file, void* bytes, std::size_t size, off_t at) {
  return ::pread64(file, bytes, size, at);
}

extern "C" int fsync(int file) {
  return fails(Does::needs_room, "fsync", file) ? -1 : static_cast<int>(::syscall(SYS_fsync, file));
}
extern "C" int fdatasync(int file) {
  return fails(Does::needs_room, "fdatasync", file)
             ? -1
             : static_cast<int>(::syscall(SYS_fdatasync, file));
}
extern "C" int ftruncate64(int file, off64_t size) noexcept {
  return fails(Does::needs_room, "ftruncate", file)
             ? -1
             : static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
extern "C" int ftruncate(int file, off_t size) noexcept { return ::ftruncate64(file, size); }

extern "C" int close(int file) {
  const bool failed = fails(Does::needs_room, "close", file);
  const int error = errno;
  if (ours(file)) is_ours[static_cast<std::size_t>(file)] = false;
  const int code = static_cast<int>(::syscall(SYS_close, file));
  if (failed) errno = error;
  return failed ? -1 : code;
}

extern "C" void* mmap64(void* place, std::size_t size, int protection, int flags, int file,
                        off64_t at) noexcept {
  static const auto map = real<decltype(&::mmap64)>("mmap64");
  return fails(Does::reads, "mmap", file) ? MAP_FAILED
                                          : map(place, size, protection, flags, file, at);
}

extern "C" int rename(const char* from, const char* to) noexcept {
  return fails(Does::needs_room, "rename", to) ? -1
                                               : static_cast<int>(::syscall(SYS_rename, from, to));
}
extern "C" int unlink(const char* path) noexcept {
  return fails(Does::writes, "unlink", path) ? -1 : static_cast<int>(::syscall(SYS_unlink, path));
}
extern "C" int remove(const char* path) noexcept {
  static const auto remove_it = real<decltype(&std::remove)>("remove");
  return fails(Does::writes, "remove", path) ? -1 : remove_it(path);
}
extern "C" int mkdir(const char* path, mode_t mode) noexcept {
  return fails(Does::needs_room, "mkdir", path)
             ? -1
             : static_cast<int>(::syscall(SYS_mkdir, path, mode));
}

// ---- stdio, which calls the kernel by ways of its own ---

namespace {

/// A stream whose calls are those above.
std::FILE* stream_on(int file, const char* mode) {
  cookie_io_functions_t calls{};
  const auto number = [](void* cookie) { return static_cast<int>(reinterpret_cast<long>(cookie)); };
  static const auto number_of = number;
  calls.read = [](void* cookie, char* bytes, std::size_t size) {
    return ::read(number_of(cookie), bytes, size);
  };
  calls.write = [](void* cookie, const char* bytes, std::size_t size) -> ssize_t {
    const ssize_t written = ::write(number_of(cookie), bytes, size);
    return written < 0 ? 0 : written;
  };
  calls.seek = [](void* cookie, off64_t* to, int from) {
    const off64_t at = ::lseek64(number_of(cookie), *to, from);
    if (at < 0) return -1;
    *to = at;
    return 0;
  };
  calls.close = [](void* cookie) { return ::close(number_of(cookie)); };
  return ::fopencookie(reinterpret_cast<void*>(static_cast<long>(file)), mode, calls);
}

std::FILE* stream(const char* path, const char* mode, const char* name) {
  const bool writes = std::strpbrk(mode, "wa+") != nullptr;
  const bool is_below =
      fault.kind != Kind::none && std::strncmp(path, fault.below, std::strlen(fault.below)) == 0;
  if (!is_below || !writes) {
    if (fails(Does::reads, "fopen", path)) return nullptr;
    return real<std::FILE* (*)(const char*, const char*)>(name)(path, mode);
  }
  const bool anew = *mode == 'w';
  const int flags = (std::strchr(mode, '+') ? O_RDWR : O_WRONLY) | (*mode == 'r' ? 0 : O_CREAT) |
                    (anew ? O_TRUNC : 0);
  const int file = ::open(path, flags, 0666);
  return file < 0 ? nullptr : stream_on(file, mode);
}

}  // namespace

extern "C" std::FILE* fopen(const char* path, const char* mode) {
  return stream(path, mode, "fopen");
}
extern "C" std::FILE* fopen64(const char* path, const char* mode) {
  return stream(path, mode, "fopen64");
}
extern "C" std::FILE* fdopen(int file, const char* mode) noexcept {
  static const auto real_one = real<decltype(&::fdopen)>("fdopen");
  return ours(file) ? stream_on(file, mode) : real_one(file, mode);
}
