// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// libarchive's door: the members of a zip archive, one after the other. For workers only: what an
// archive says of itself is as untrusted as what it holds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace lagesbild {

inline constexpr std::size_t most_members = 10'000;  ///< of one archive, wanted or not

/// Called for each wanted member: begin, bytes (none or many times), end. False to go no further.
struct MemberSink {
  std::function<bool(const std::string& name)> begin;  ///< `name` may be anything
  std::function<bool(std::string_view bytes)> bytes;
  std::function<bool(const std::optional<Problem>& why)> end;  ///< why it is not whole
};

/// Gives the reports and archives of the zip archive `file`, by their names. A member's problems:
/// "password", "not_a_file", "damaged", "too_large" (more than `limit` bytes). The archive's own:
/// "damaged", "archive_limit"; what came before it is good.
std::optional<Problem> unpack(int file, std::uint64_t limit, const MemberSink& sink);

}  // namespace lagesbild
