// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/store.h"

#include <filesystem>

#include "dataset/rule_lists.h"
#include "dataset/schema.h"
#include "dataset/settle.h"
#include "dataset/stated.h"
#include "dataset/store_state.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Problem missing(const std::string& folder) {
  return {"dataset_missing",
          Severity::error,
          {folder, 0, 0},
          "there is no dataset; make one with lagesbild ingest FOLDER --dataset DIR"};
}

Problem damaged(const std::string& what) {
  return {
      "dataset_damaged",
      Severity::error,
      {},
      "the dataset or its disk is damaged; check the disk, or put the dataset aside and make it "
      "anew (" +
          what + ")"};
}

Database::Mode mode_for(Store::For what) {
  return what == Store::For::creating  ? Database::Mode::create
         : what == Store::For::writing ? Database::Mode::write
                                       : Database::Mode::read;
}

}  // namespace

std::string_view name_of(ReportState state) {
  switch (state) {
    case ReportState::ok:
      return "ok";
    case ReportState::review:
      return "review";
    case ReportState::rejected:
      return "rejected";
    case ReportState::failed:
      return "failed";
  }
  return "";
}

ReportState state_of(Status status) {
  switch (status) {
    case Status::ok:
      return ReportState::ok;
    case Status::review:
      return ReportState::review;
    case Status::rejected:
      break;
  }
  return ReportState::rejected;
}

// ---- opening ----------------------------------------------------------------------------------

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Database& Store::database() { return state_->database; }

Result<Store> Store::opened(const std::string& folder, For what) {
  const std::string path = (fs::path(folder) / store_name).string();
  std::error_code none;
  if (what != For::creating && !fs::exists(path, none)) return missing(folder);
  std::optional<WriterLock> lock;
  if (what == For::creating)
    if (auto problem = make_dataset_folder(folder)) return *problem;
  if (what != For::reading) {
    Result<WriterLock> taken = WriterLock::taken(folder);
    if (!taken) return taken.problem();
    lock = *std::move(taken);
  }
  auto state = std::make_unique<State>(std::move(lock), path, mode_for(what));
  Database& database = state->database;
  std::optional<Problem> problem = database.take_failure();
  if (!problem)
    problem = what == For::reading ? check_version(database, migrations())
                                   : migrate(database, migrations());
  if (problem) {
    problem->place.file = path;
    return *problem;
  }
  return Store(std::move(state));
}

// ---- a run ------------------------------------------------------------------------------------

std::optional<Problem> Store::begin(const IngestRun& run) {
  State& state = *state_;
  Database& database = state.database;
  state.run = run;
  state.run_id = 0;
  Statement last = database.statement(
      "SELECT program, rules, finished_at, folder FROM runs ORDER BY run_id DESC LIMIT 1");
  const bool any = last.next();
  const bool broken_off = any && last.is_null(2);
  state.lists_are_new = !any || last.text(0) != run.program || last.text(1) != run.rules;
  const bool moved = any && last.text(3) != run.folder;
  last = Statement();
  if (broken_off && !database.failed()) {
    const std::string found = database.text("PRAGMA quick_check(1)");
    if (found != "ok") database.fail(damaged(found));
  }
  database.run(
      "CREATE TEMP TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY) WITHOUT ROWID;"
      "DELETE FROM seen");
  if (!state.files) state.files.emplace(database);
  // What an earlier run has left undone is this one's to settle, even if no file has changed.
  if (broken_off || moved || state.lists_are_new) state.begin_writing();
  return database.take_failure();
}

bool Store::State::begin_writing() {
  if (run_id > 0) return true;
  database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  database.run("PRAGMA wal_autocheckpoint = 8000");  // pages; a flush every hundred reports or so
  if (run.keeps_before) keep_stated(database);
  Transaction transaction(database);
  database
      .statement(
          "INSERT INTO runs (started_at, program, poppler, rules, sandbox, folder) VALUES (?1, ?2, "
          "?3, ?4, ?5, ?6)")
      .run(run.started_at, run.program, run.poppler, run.rules, run.sandbox, run.folder);
  const std::int64_t id = database.last_id();
  if (lists_are_new) put_rule_lists(database, run);
  if (auto problem = transaction.commit()) {
    database.fail(*problem);
    return false;
  }
  run_id = id;
  files_read = files_failed = files_gone = 0;
  return true;
}

bool Store::changed() const { return state_->run_id > 0; }

std::optional<Problem> Store::finish(const std::optional<std::string>& finished_at) {
  State& state = *state_;
  Database& database = state.database;
  if (state.run_id == 0) return std::nullopt;  // nothing has changed
  database.run("PRAGMA synchronous = FULL");   // the commit below takes all before it to the disk
  Transaction transaction(database);
  settle(database);
  database
      .statement(
          "UPDATE runs SET finished_at = ?2, files_read = ?3, files_failed = ?4, files_gone = ?5 "
          "WHERE run_id = ?1")
      .run(state.run_id, finished_at, state.files_read, state.files_failed, state.files_gone);
  if (auto problem = transaction.commit()) return problem;
  // One plain file again, unless somebody is reading beside us: then the log stays for a while.
  database.run("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
  database.run("PRAGMA journal_mode = DELETE");
  std::optional<Problem> problem = database.take_failure();
  database.run("PRAGMA busy_timeout = 5000");
  if (problem && problem->code == "dataset_busy") problem.reset();
  return problem;
}

// ---- reading ----------------------------------------------------------------------------------

std::string Store::folder_read() {
  return state_->database.text(
      "SELECT folder FROM runs WHERE folder IS NOT NULL ORDER BY run_id DESC LIMIT 1");
}

Result<Report> Store::report(std::int64_t report_id, const std::string& path) {
  State& state = *state_;
  if (!state.reader) state.reader.emplace(state.database);
  Report report = state.reader->report(report_id, path);
  if (auto problem = state.database.take_failure()) return *problem;
  return report;
}

std::optional<Problem> Store::for_each_file(
    const std::function<std::optional<Problem>(const Report&)>& take) {
  State& state = *state_;
  if (!state.reader) state.reader.emplace(state.database);
  Statement files =
      state.database.statement("SELECT path, report_id, bytes FROM current_files ORDER BY path");
  while (files.next()) {
    const std::string path = files.text(0);
    Report report;
    if (files.is_null(1)) {
      report.source.path = path;
      report.source.bytes = static_cast<std::uint64_t>(files.whole(2));
      report.problems = state.reader->problems_of(path);
    } else {
      report = state.reader->report(files.whole(1), path);
    }
    if (auto problem = state.database.take_failure()) return problem;
    if (auto problem = take(report)) return problem;
  }
  return state.database.take_failure();
}

}  // namespace lagesbild
