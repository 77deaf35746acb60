// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Problem read_only(const std::string& path, const std::string& what, int error) {
  return {"dataset_read_only",
          Severity::error,
          {path, 0, 0},
          what + " (" + std::strerror(error) + "); name a folder that can be written to"};
}

/// The process that wrote its number into the lock; digits only, or empty.
std::string holder(int descriptor) {
  std::array<char, 20> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  const std::string_view read(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return std::string(read.substr(0, read.find_first_not_of("0123456789")));
}

/// The number is for people alone: where it cannot be written, the lock holds all the same.
void sign(int descriptor) {
  const std::string number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) == 0)
    static_cast<void>(::pwrite(descriptor, number.data(), number.size(), 0) < 0);
}

void let_go(int* descriptor) {
  static_cast<void>(::ftruncate(*descriptor, 0) < 0);
  ::close(*descriptor);
  delete descriptor;
}

}  // namespace

Result<WriterLock> WriterLock::taken(const std::string& folder) {
  const std::string path = (fs::path(folder) / "lock").string();
  constexpr mode_t everybody_reads = 0666;  // less the user's umask
  const int descriptor =
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, everybody_reads);
  if (descriptor < 0) return read_only(path, "the dataset cannot be written", errno);
  // Some network folders know no locks; SQLite's own still keep the store whole there.
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    const std::string number = holder(descriptor);
    ::close(descriptor);
    return Problem{"dataset_busy",
                   Severity::error,
                   {folder, 0, 0},
                   "another process" + (number.empty() ? "" : " (" + number + ")") +
                       " is writing the dataset; wait until it has ended"};
  }
  sign(descriptor);
  return WriterLock(std::shared_ptr<int>(new int(descriptor), let_go));
}

std::optional<Problem> make_dataset_folder(const std::string& folder) {
  std::error_code error;
  if (!fs::create_directories(folder, error) && !error) return std::nullopt;
  if (error) return read_only(folder, "the folder cannot be made", error.value());
  const fs::path above = fs::absolute(folder).lexically_normal().parent_path();
  const int descriptor = ::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;  // not ours to read; it is there all the same
  static_cast<void>(::fsync(descriptor));
  ::close(descriptor);
  return std::nullopt;
}

}  // namespace lagesbild
