// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a folder that must be read to bring a dataset up to date. Those that need not be are
// settled with the store on the way, and what comes of the others is recorded.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command/progress.h"
#include "dataset/store.h"
#include "ingest/archive_members.h"
#include "ingest/folder.h"
#include "ingest/pool.h"

namespace lagesbild {

class FolderQueue : public FileQueue {
 public:
  struct Settings {
    std::string folder;
    const PoolSettings& pool;
    bool again = false;  ///< what failed before is read once more
  };
  /// `files` as listing_of() gives them; the store's run has begun.
  FolderQueue(const Settings& settings, std::vector<std::string> files, Store& store,
              Progress& progress);

  std::optional<QueuedFile> next() override;
  bool ended() const override;
  int waits_on() const override { return archive_ ? archive_->waits_on() : -1; }
  Clock::time_point deadline() const override;

  /// Records what became of the oldest file handed out. False where the store cannot be written.
  bool take(const Outcome& outcome);
  /// Records what the walk of the folder could not enter.
  void take(const Problem& problem);

  const Tally& tally() const { return tally_; }
  /// Why the store could not be read or written; there are no further files then.
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  /// A file handed out; or the end of an archive, whose members all were.
  struct Handed {
    FileFacts facts;
    std::string sha256;             // empty where it could not be opened
    std::optional<Report> archive;  // with what was wrong with it
  };

  std::optional<QueuedFile> next_of_folder();
  std::optional<QueuedFile> next_of_archive();
  std::optional<QueuedFile> unless_known(FileFacts facts, QueuedFile file);
  bool up_to_date(const FileFacts& facts, bool archive);
  bool wanted_again(const Known& known) const;
  void end_archives();
  void record(const Handed& handed, const Outcome& outcome);
  void count(ReportState state);
  bool stored(const std::optional<Problem>& problem);
  template <class Value>
  Value answered(const Result<Value>& result);

  Settings settings_;
  FolderDoor door_;
  std::vector<std::string> files_;
  Store& store_;
  Progress& progress_;
  std::size_t at_ = 0;                       // in files_
  std::unique_ptr<ArchiveMembers> archive_;  // that is being read
  Handed archive_end_;
  std::deque<Handed> handed_;
  Tally tally_;
  std::optional<Problem> problem_;
};

}  // namespace lagesbild
