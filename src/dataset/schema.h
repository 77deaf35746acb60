// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset, and how older ones become today's.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "dataset/sqlite.h"

namespace lagesbild {

/// What the file's header says it is: "Lage" as a big-endian number.
inline constexpr std::int64_t dataset_application = 0x4C616765;

/// SQL that leads from one version to the next, in order: after the n-th the version is n. What is
/// published is not changed any more; a change is a new text at the end.
std::span<const std::string_view> migrations();

/// Brings the database to the version after the last of `steps`, in one transaction; one that is
/// empty gets all of them. Without `steps` to take, nothing is written. Problems: "dataset_newer",
/// "dataset_damaged" where it is another program's, and the database's own.
std::optional<Problem> migrate(Database& database, std::span<const std::string_view> steps);

/// As migrate() would judge, but for reading: nothing is written, and an older version is a problem
/// ("dataset_older").
std::optional<Problem> check_version(Database& database, std::span<const std::string_view> steps);

}  // namespace lagesbild
