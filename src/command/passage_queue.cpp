// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/passage_queue.h"

#include <utility>

#include "ingest/kinds.h"

namespace lagesbild {

std::string archive_of(std::string_view name) {
  for (std::size_t end = name.find('/'); end != std::string_view::npos;
       end = name.find('/', end + 1))
    if (kind_of(name.substr(0, end)) == FileKind::archive) return std::string(name.substr(0, end));
  return "";
}

PassageQueue::PassageQueue(const PoolSettings& pool, const std::string& folder,
                           const WantedFiles& wanted)
    : pool_(pool), door_(folder), wanted_(wanted) {
  for (const auto& [name, file] : wanted) {
    std::string outer = archive_of(name);
    // A folder may be named as an archive is.
    if (outer.empty() || door_.opened(name, pool.input_limit)) outer = name;
    if (order_.empty() || order_.back() != outer) order_.push_back(std::move(outer));
  }
}

std::optional<QueuedFile> PassageQueue::next() {
  while (!ended()) {
    if (archive_) {
      if (auto file = next_of_archive()) return file;
      if (archive_) return std::nullopt;  // its next member will come
      continue;
    }
    const std::string& name = order_[at_++];
    const bool archive = !wanted_.contains(name);
    Result<Input> input = door_.opened(name, archive ? unpacked_limit : pool_.input_limit);
    if (!input) continue;
    if (archive)
      archive_ = std::make_unique<ArchiveMembers>(pool_, name, *input);
    else if (auto file = asked_for({name, *std::move(input), {}}))
      return file;
  }
  return std::nullopt;
}

std::optional<QueuedFile> PassageQueue::next_of_archive() {
  while (auto member = archive_->next())
    if (auto file = asked_for(*std::move(member))) return file;
  if (archive_->ended()) archive_.reset();
  return std::nullopt;
}

/// Nothing where it is not wanted, or not what was read.
std::optional<QueuedFile> PassageQueue::asked_for(QueuedFile file) const {
  const auto found = wanted_.find(file.path);
  if (found == wanted_.end() || !file.input) return std::nullopt;
  if (sha256_of(file.input->file.get()) != found->second.sha256) return std::nullopt;
  file.passages = found->second.passages;
  return file;
}

}  // namespace lagesbild
