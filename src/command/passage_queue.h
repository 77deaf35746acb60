// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of which passages are to be drawn: those of the folder, then members of archives.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ingest/archive_members.h"
#include "ingest/folder.h"
#include "ingest/pool.h"

namespace lagesbild {

/// A file of which something is wanted.
struct WantedFile {
  std::string sha256;
  std::vector<Passage> passages;  ///< by page, at most most_passages
};

/// By the name that the dataset has for a file.
using WantedFiles = std::map<std::string, WantedFile>;

class PassageQueue : public FileQueue {
 public:
  /// `folder` is where names begin. Files that are not there, or hold something else, are passed
  /// over.
  PassageQueue(const PoolSettings& pool, const std::string& folder, const WantedFiles& wanted);

  std::optional<QueuedFile> next() override;
  bool ended() const override { return at_ == order_.size() && !archive_; }
  int waits_on() const override { return archive_ ? archive_->waits_on() : -1; }
  Clock::time_point deadline() const override {
    return archive_ ? archive_->deadline() : Clock::time_point::max();
  }

 private:
  std::optional<QueuedFile> next_of_archive();
  std::optional<QueuedFile> asked_for(QueuedFile file) const;

  const PoolSettings& pool_;
  FolderDoor door_;
  const WantedFiles& wanted_;
  std::vector<std::string> order_;  // files of the folder, archives once
  std::size_t at_ = 0;
  std::unique_ptr<ArchiveMembers> archive_;
};

/// The archive that a member's name begins with; empty where it names a file of the folder.
std::string archive_of(std::string_view name);

}  // namespace lagesbild
