// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One writer for a dataset at a time, whatever becomes of it: the system lets go of the lock of a
// process that died.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace lagesbild {

/// Holds FOLDER/lock until the end of its life. The file stays, empty.
class WriterLock {
 public:
  /// Problems: "dataset_busy", naming the process that holds it; "dataset_read_only".
  static Result<WriterLock> taken(const std::string& folder);

 private:
  explicit WriterLock(std::shared_ptr<int> held) : held_(std::move(held)) {}
  std::shared_ptr<int> held_;  ///< descriptor; the last copy lets go
};

/// Makes `folder` and those above it where they are missing, on the disk for good.
std::optional<Problem> make_dataset_folder(const std::string& folder);

}  // namespace lagesbild
