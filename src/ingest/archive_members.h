// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The members of one archive as files to be read. A worker process unpacks them one at a time into
// memory that nobody can change any more; archives in it are opened in turn, each by its own
// worker.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/child.h"
#include "ingest/file_queue.h"
#include "ingest/pool.h"

namespace lagesbild {

inline constexpr std::size_t deepest_archive = 2;              ///< an archive in an archive
inline constexpr std::uint64_t unpacked_limit = 4ull << 30;    ///< bytes in all
inline constexpr std::uint64_t unpacked_always = 64ull << 20;  ///< bytes that any archive may have
inline constexpr std::uint64_t unpacked_ratio = 100;  ///< times its size; text packs to a tenth

class ArchiveMembers : public FileQueue {
 public:
  /// `settings` name the worker and the limits; `label` is what members' labels begin with.
  /// Problems, under the archive's label: those of unpack(), "archive_limit", "worker",
  /// "worker_died", "time_limit", "memory_limit". What came before one is good.
  ArchiveMembers(const PoolSettings& settings, std::string label, const Input& archive);

  std::optional<QueuedFile> next() override;
  bool ended() const override { return levels_.empty() && !problem_; }
  int waits_on() const override { return levels_.empty() ? -1 : levels_.back().child.socket(); }
  Clock::time_point deadline() const override { return deadline_; }

 private:
  /// An archive that is being unpacked.
  struct Level {
    std::string label;
    Child child;
    FrameReader frames;
    std::optional<std::string> member;  // the name of the one that is coming
    Input bytes;                        // of it
  };

  std::optional<QueuedFile> open(std::string label, int file);
  std::optional<QueuedFile> heard(const Frame& frame);
  std::optional<QueuedFile> begun(const Frame& frame);
  std::optional<QueuedFile> grown(const Frame& frame);
  std::optional<QueuedFile> ended_with(const std::optional<Problem>& why);
  QueuedFile broken_off(Problem why);
  QueuedFile given_up(const std::string& why);
  QueuedFile lost_by_itself();
  std::string unused_label(const std::string& name);

  const PoolSettings& settings_;
  std::uint64_t byte_limit_;
  std::vector<Level> levels_;          // each within the one before
  std::optional<QueuedFile> problem_;  // told first
  std::map<std::string, int> labels_;  // wanted so far, and how often
  std::size_t members_ = 0;            // begun so far
  std::uint64_t bytes_ = 0;            // unpacked so far
  Clock::time_point deadline_ = Clock::time_point::max();
};

}  // namespace lagesbild
