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

/// The bytes of `file` from its beginning on. Problems: "unreadable", or "too_large" where there
/// are more than `limit` by now.
Result<std::string> bytes_of(int file, std::uint64_t limit);

}  // namespace lagesbild
