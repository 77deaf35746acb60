// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole or not at all: written beside their place under a temporary name,
// flushed to the disk, then renamed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lagesbild {

/// A file in its place.
struct Written {
  std::string name;  ///< within its folder
  std::string sha256;
  std::uint64_t bytes = 0;
  bool changed = false;  ///< false: the same bytes stood there already and were left alone
};

/// Where `name` is written before it is in its place: ".NAME.part" in the same folder. What a
/// killed process left there is written over by the next.
std::string part_of(const std::string& folder, const std::string& name);

/// `name` in `folder`.
std::string path_of(const std::string& folder, const std::string& name);

/// Flushes the part of `name` to the disk and renames it, unless the same bytes stand there
/// already. Problems have the code "output"; the part is then removed.
Result<Written> put_in_place(const std::string& folder, const std::string& name);

/// Removes the part of `name` and gives `problem` back.
Problem discarded(const std::string& folder, const std::string& name, Problem problem);

/// One writer for each folder at a time. Held until the end of its life.
class FolderLock {
 public:
  /// Makes the folder where it is missing. Problems ("output") where that cannot be done, or
  /// another process writes there.
  static Result<FolderLock> taken(const std::string& folder);

 private:
  explicit FolderLock(std::shared_ptr<int> held) : held_(std::move(held)) {}
  std::shared_ptr<int> held_;  ///< descriptor of the folder, closed with the last copy
};

/// A file that is written piece by piece.
class OutputFile {
 public:
  static Result<OutputFile> begun(const std::string& folder, const std::string& name);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  ///< removes what was not finished

  /// A failure is kept, and told by finished().
  void add(std::string_view bytes);
  Result<Written> finished();

 private:
  OutputFile(std::string folder, std::string name, int descriptor);
  void flush();

  std::string folder_, name_;
  int descriptor_ = -1;
  int error_ = 0;  ///< errno of the first failure
  std::string buffer_;
};

}  // namespace lagesbild
