// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening what somebody named: only regular files, never waited on.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "ingest/descriptor.h"

namespace lagesbild {

inline constexpr std::uint64_t default_input_limit = 256u << 20;  ///< bytes

struct Input {
  Descriptor file;          ///< read-only, at its beginning
  std::uint64_t bytes = 0;  ///< size when it was opened
};

/// Opens `path`. Problems: "not_found", "not_a_file" (folder, pipe, device, socket), "unreadable",
/// "too_large" (more than `limit` bytes); place.file is `path`.
Result<Input> opened(const std::string& path, std::uint64_t limit);

/// What tells a changed file from one that is as it was.
struct Stamp {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  ///< since 1970-01-01
  std::int64_t changed_ns = 0;   ///< its contents or its entry
  std::uint64_t inode = 0;
  bool operator==(const Stamp&) const = default;
};

/// All 0 where nothing can be said. Links are followed.
Stamp stamp_of(const std::string& path);

/// The SHA-256 of `file` from its beginning on; empty where it cannot be read.
std::string sha256_of(int file);

/// The bytes of `file` from its beginning on. Problems: "unreadable", or "too_large" where there
/// are more than `limit` by now.
Result<std::string> bytes_of(int file, std::uint64_t limit);

}  // namespace lagesbild
