// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/input.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include "base/sha256.h"

namespace lagesbild {
namespace {

constexpr std::size_t hash_chunk = 256u << 10;  // bytes read at once

Problem trouble(std::string code, const std::string& path, std::string what) {
  return {std::move(code), Severity::error, Place{path, 0, 0}, std::move(what)};
}

Problem trouble_of_errno(const std::string& path) {
  const int error = errno;
  if (error == ENOENT || error == ENOTDIR)
    return trouble("not_found", path, "there is no such file");
  return trouble("unreadable", path,
                 std::string("the file cannot be opened: ") + std::strerror(error));
}

std::string kind_of(const struct stat& facts) {
  if (S_ISDIR(facts.st_mode)) return "a folder; name the files in it";
  if (S_ISFIFO(facts.st_mode)) return "a named pipe, not a file";
  if (S_ISSOCK(facts.st_mode)) return "a socket, not a file";
  return "a device, not a file";
}

Problem too_large(const std::string& path, std::uint64_t limit) {
  return trouble("too_large", path,
                 "the file is larger than " + std::to_string(limit >> 20) +
                     " MiB; raise --max-size to read it anyway");
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Stamp stamp_of(const std::string& path) {
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) != 0) return {};
  return {static_cast<std::uint64_t>(facts.st_size), nanoseconds(facts.st_mtim),
          nanoseconds(facts.st_ctim), static_cast<std::uint64_t>(facts.st_ino)};
}

Result<Input> opened(const std::string& path, std::uint64_t limit) {
  if (path.find('\0') != std::string::npos)
    return trouble("not_found", path, "no file has such a name");
  struct stat facts = {};
  // Asked before opening, too: to open a device may already do something.
  if (::stat(path.c_str(), &facts) != 0) return trouble_of_errno(path);
  if (!S_ISREG(facts.st_mode)) return trouble("not_a_file", path, "this is " + kind_of(facts));

  Input input;
  input.file = Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!input.file || ::fstat(input.file.get(), &facts) != 0) return trouble_of_errno(path);
  if (!S_ISREG(facts.st_mode)) return trouble("not_a_file", path, "this is " + kind_of(facts));
  input.bytes = static_cast<std::uint64_t>(facts.st_size);
  if (input.bytes > limit) return too_large(path, limit);
  return input;
}

std::string sha256_of(int file) {
  Sha256 sum;
  std::string bytes(hash_chunk, '\0');
  off_t at = 0;
  while (true) {
    const ssize_t got = ::pread(file, bytes.data(), bytes.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return "";
    if (got == 0) return sum.hex();
    sum.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

Result<std::string> bytes_of(int file, std::uint64_t limit) {
  struct stat facts = {};
  if (::fstat(file, &facts) != 0) return trouble_of_errno("");
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(std::min<std::uint64_t>(static_cast<std::uint64_t>(facts.st_size), limit) + 1);
  while (filled <= limit) {
    if (filled == bytes.size())  // it has grown since
      bytes.resize(std::min<std::uint64_t>(limit + 1, 2 * filled));
    const ssize_t got =
        ::pread(file, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return trouble("unreadable", "",
                     std::string("the file cannot be read: ") + std::strerror(errno));
    if (got == 0) {
      bytes.resize(filled);
      return bytes;
    }
    filled += static_cast<std::size_t>(got);
  }
  return too_large("", limit);
}

}  // namespace lagesbild
