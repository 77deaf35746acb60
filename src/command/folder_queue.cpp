// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/folder_queue.h"

#include <algorithm>
#include <utility>

#include "ingest/kinds.h"
#include "ingest/label.h"

namespace lagesbild {
namespace {

constexpr int looked_at_once = 256;  // files, before whoever asks may listen to others

FileFacts facts_of(std::string label, const Stamp& stamp) {
  return {std::move(label), stamp.bytes, stamp.modified_ns, stamp.changed_ns, stamp.inode};
}

Problem unreadable() {
  return {"unreadable", Severity::error, {}, "the file cannot be read to its end"};
}

Problem changed_while_read() {
  return {"changed_while_read",
          Severity::error,
          {},
          "the file changed while it was read; run ingest again when it is whole"};
}

/// The first error among them, or the first of all.
std::string reason(const std::vector<Problem>& problems) {
  const auto error = std::ranges::find(problems, Severity::error, &Problem::severity);
  if (error != problems.end()) return error->what;
  return problems.empty() ? "" : problems.front().what;
}

}  // namespace

FolderQueue::FolderQueue(const Settings& settings, std::vector<std::string> files, Store& store,
                         Progress& progress)
    : settings_(settings),
      door_(settings.folder),
      files_(std::move(files)),
      store_(store),
      progress_(progress) {
  tally_.total = files_.size();
}

bool FolderQueue::ended() const { return problem_ || (at_ == files_.size() && !archive_); }

Clock::time_point FolderQueue::deadline() const {
  return archive_ ? archive_->deadline() : Clock::time_point::max();
}

// ---- what is to be read -------------------------------------------------------------------------

std::optional<QueuedFile> FolderQueue::next() {
  for (int looked = 0; looked < looked_at_once && !ended(); ++looked) {
    if (auto file = archive_ ? next_of_archive() : next_of_folder()) return file;
    if (archive_) return std::nullopt;  // its next member will come
  }
  progress_.show(tally_);
  return std::nullopt;
}

std::optional<QueuedFile> FolderQueue::next_of_folder() {
  const std::string& path = files_[at_++];
  FileFacts facts = facts_of(path_label(path), door_.stamp(path));
  const bool is_archive = kind_of(path) == FileKind::archive;
  if (up_to_date(facts, is_archive)) return std::nullopt;
  QueuedFile file{facts.path,
                  door_.opened(path, is_archive ? unpacked_limit : settings_.pool.input_limit)};
  if (!is_archive || !file.input) return unless_known(std::move(facts), std::move(file));
  archive_ = std::make_unique<ArchiveMembers>(settings_.pool, facts.path, *file.input);
  archive_end_ = {std::move(facts), "", Report()};
  return std::nullopt;
}

std::optional<QueuedFile> FolderQueue::next_of_archive() {
  while (auto member = archive_->next()) {
    FileFacts facts = archive_end_.facts;
    if (!member->input && member->path == facts.path) {
      archive_end_.archive->problems.push_back(member->input.problem());
      continue;
    }
    ++tally_.total;
    facts.path = member->path;
    facts.bytes = member->input ? member->input->bytes : 0;
    auto file = unless_known(std::move(facts), *std::move(member));
    if (file || problem_) return file;
  }
  if (!archive_->ended()) return std::nullopt;
  archive_.reset();
  handed_.push_back(std::move(archive_end_));
  end_archives();
  return std::nullopt;
}

/// Nothing where the store has what the file holds.
std::optional<QueuedFile> FolderQueue::unless_known(FileFacts facts, QueuedFile file) {
  Handed handed{std::move(facts), "", {}};
  if (file.input) {
    handed.sha256 = sha256_of(file.input->file.get());
    if (handed.sha256.empty()) file.input = unreadable();
  }
  const auto known = answered(store_.content(handed.sha256));
  if (known && known->current && !wanted_again(*known)) {
    if (stored(store_.point(handed.facts, *known->report_id))) count(known->state);
    return std::nullopt;
  }
  if (problem_) return std::nullopt;
  handed_.push_back(std::move(handed));
  return file;
}

/// True where nothing need be read. What cannot be opened is tried every time: that costs nothing.
bool FolderQueue::up_to_date(const FileFacts& facts, bool archive) {
  const auto known = answered(store_.unchanged(facts));
  if (!known || !known->current || wanted_again(*known)) return false;
  if (!known->report_id && !(archive && answered(store_.seen_members(facts.path)))) return false;
  if (!stored(store_.seen(facts.path))) return true;
  count(known->report_id ? known->state : ReportState::ok);
  return true;
}

bool FolderQueue::wanted_again(const Known& known) const {
  return settings_.again && (!known.report_id || known.broken_off);
}

// ---- what became of it --------------------------------------------------------------------------

bool FolderQueue::take(const Outcome& outcome) {
  const Handed handed = std::move(handed_.front());
  handed_.pop_front();
  record(handed, outcome);
  end_archives();
  progress_.show(tally_);
  return !problem_;
}

void FolderQueue::record(const Handed& handed, const Outcome& outcome) {
  Report report = outcome.answer ? std::get<Report>(*outcome.answer) : rejected(outcome);
  ReportState state = outcome.answer ? state_of(report.status) : ReportState::failed;
  std::string& sha256 = report.source.sha256;
  if (!handed.sha256.empty() && sha256 != handed.sha256) {
    report = Report();
    report.problems = {changed_while_read()};
  }
  if (handed.sha256.empty() || sha256.empty()) state = ReportState::rejected;
  if (!stored(sha256.empty() ? store_.add_unopened(handed.facts, report.problems.front())
                             : store_.add(handed.facts, report, state)))
    return;
  count(state);
  if (state == ReportState::rejected || state == ReportState::failed)
    progress_.say(handed.facts.path + ": " + std::string(name_of(state)) + ": " +
                  reason(report.problems));
}

void FolderQueue::take(const Problem& problem) {
  FileFacts facts;
  facts.path = problem.place.file.empty() ? "." : problem.place.file;
  ++tally_.total;
  if (!stored(store_.add_unopened(facts, problem))) return;
  count(ReportState::rejected);
  progress_.say(facts.path + ": " + problem.what);
}

/// Records the archives whose members have all been taken.
void FolderQueue::end_archives() {
  while (!handed_.empty() && handed_.front().archive) {
    const Handed handed = std::move(handed_.front());
    handed_.pop_front();
    const std::vector<Problem>& problems = handed.archive->problems;
    stored(store_.add(handed.facts, *handed.archive, ReportState::rejected));
    count(problems.empty() ? ReportState::ok : ReportState::rejected);
    for (const Problem& problem : problems)
      progress_.say(handed.facts.path + ": rejected: " + problem.what);
  }
}

void FolderQueue::count(ReportState state) {
  ++tally_.done;
  tally_.failed += state == ReportState::rejected || state == ReportState::failed;
  tally_.review += state == ReportState::review;
}

bool FolderQueue::stored(const std::optional<Problem>& problem) {
  if (problem && !problem_) problem_ = problem;
  return !problem;
}

template <class Value>
Value FolderQueue::answered(const Result<Value>& result) {
  if (result) return *result;
  stored(result.problem());
  return Value();
}

}  // namespace lagesbild
