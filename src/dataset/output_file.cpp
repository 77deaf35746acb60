// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "base/sha256.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = 1 << 16;  // bytes; a write each

Problem output_problem(const std::string& path, const std::string& what, int error) {
  const std::string why = error ? std::string(": ") + std::strerror(error) : "";
  return {"output", Severity::error, {path, 0, 0}, what + why + "; what stood there is untouched"};
}

int open_file(const std::string& path, int flags) {
  constexpr mode_t everybody_reads = 0666;  // less the user's umask
  return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, everybody_reads);
}

/// errno of the failure, or 0.
int flush_to_disk(const std::string& path, int flags) {
  const int descriptor = open_file(path, flags);
  if (descriptor < 0) return errno;
  // Some file systems cannot flush folders, and say so with EINVAL.
  const bool failed = ::fsync(descriptor) != 0 && errno != EINVAL;
  const int error = failed ? errno : 0;
  ::close(descriptor);
  return error;
}

struct Sum {
  std::string sha256;
  std::uint64_t bytes = 0;
};

/// Nothing where there is no such file to be read.
std::optional<Sum> sum_of(const std::string& path) {
  std::error_code none;
  if (!fs::is_regular_file(fs::symlink_status(path, none))) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  Sha256 sum;
  Sum made;
  std::string bytes(buffer_size, '\0');
  while (in) {
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto size = static_cast<std::size_t>(in.gcount());
    sum.add(std::string_view(bytes).substr(0, size));
    made.bytes += size;
  }
  if (!in.eof()) return std::nullopt;
  made.sha256 = sum.hex();
  return made;
}

}  // namespace

std::string path_of(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

Problem discarded(const std::string& folder, const std::string& name, Problem problem) {
  ::unlink(part_of(folder, name).c_str());
  return problem;
}

std::string part_of(const std::string& folder, const std::string& name) {
  return path_of(folder, "." + name + ".part");
}

Result<Written> put_in_place(const std::string& folder, const std::string& name) {
  const std::string part = part_of(folder, name), path = path_of(folder, name);
  const auto failed = [&](const char* what, int error) {
    ::unlink(part.c_str());
    return output_problem(path, what, error);
  };
  const std::optional<Sum> made = sum_of(part);
  if (!made) return failed("it cannot be read back after writing", 0);
  const std::optional<Sum> stands = sum_of(path);
  Written written = {name, made->sha256, made->bytes, true};
  if (stands && stands->bytes == made->bytes && stands->sha256 == made->sha256) {
    ::unlink(part.c_str());
    written.changed = false;
    return written;
  }
  if (const int error = flush_to_disk(part, O_RDWR)) return failed("it cannot be written", error);
  if (::rename(part.c_str(), path.c_str()) != 0) return failed("it cannot be replaced", errno);
  if (const int error = flush_to_disk(folder, O_RDONLY | O_DIRECTORY))
    return output_problem(folder, "the folder cannot be flushed to the disk", error);
  return written;
}

// ---- the folder -------------------------------------------------------------------------------

Result<FolderLock> FolderLock::taken(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return output_problem(folder, "the folder cannot be made", error.value());
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return output_problem(folder, "the folder cannot be opened", errno);
  std::shared_ptr<int> held(new int(descriptor), [](int* open) {
    ::close(*open);
    delete open;
  });
  // Some network folders know no locks; going on is better than no export at all.
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return output_problem(folder, "another process is writing there; try again when it is done", 0);
  return FolderLock(std::move(held));
}

// ---- piece by piece ---------------------------------------------------------------------------

Result<OutputFile> OutputFile::begun(const std::string& folder, const std::string& name) {
  const std::string part = part_of(folder, name);
  const int descriptor = open_file(part, O_WRONLY | O_CREAT | O_TRUNC);
  if (descriptor < 0) return output_problem(part, "it cannot be written", errno);
  return OutputFile(folder, name, descriptor);
}

OutputFile::OutputFile(std::string folder, std::string name, int descriptor)
    : folder_(std::move(folder)), name_(std::move(name)), descriptor_(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(part_of(folder_, name_).c_str());
}

void OutputFile::add(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void OutputFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && error_ == 0) {
    const ssize_t size = ::write(descriptor_, left.data(), left.size());
    if (size >= 0)
      left.remove_prefix(static_cast<std::size_t>(size));
    else if (errno != EINTR)
      error_ = errno;
  }
  buffer_.clear();
}

Result<Written> OutputFile::finished() {
  flush();
  if (error_ != 0) return output_problem(path_of(folder_, name_), "it cannot be written", error_);
  // Network folders tell a full disk no earlier than here.
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    const int error = errno;
    ::unlink(part_of(folder_, name_).c_str());
    return output_problem(path_of(folder_, name_), "it cannot be written", error);
  }
  return put_in_place(folder_, name_);
}

}  // namespace lagesbild
