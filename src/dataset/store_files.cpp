// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which files are there, and which of them need reading.
#include "dataset/store_state.h"

namespace lagesbild {
namespace {

constexpr ReportState states[] = {ReportState::ok, ReportState::review, ReportState::rejected,
                                  ReportState::failed};

/// From columns report_id, sha256, state, program, rules, ocr, poppler, broken_off.
Known known_from(const Statement& row, const IngestRun& run) {
  Known known;
  if (row.is_null(0)) {
    known.current = true;  // that a file cannot be opened has nothing to do with rules
    return known;
  }
  known.report_id = row.whole(0);
  known.sha256 = row.text(1);
  for (const ReportState state : states)
    if (row.text(2) == name_of(state)) known.state = state;
  known.broken_off = row.whole(7) != 0;
  known.current = row.text(3) == run.program && row.text(4) == run.rules &&
                  row.text(5) == run.ocr && row.text(6) == run.poppler;
  return known;
}

Result<std::optional<Known>> first_known(Statement& rows, const IngestRun& run,
                                         Database& database) {
  std::optional<Known> known;
  if (rows.next()) known = known_from(rows, run);
  rows.with();
  if (auto problem = database.take_failure()) return *problem;
  return known;
}

}  // namespace

FileStatements::FileStatements(Database& database)
    : file(database.statement(
          "SELECT r.report_id, r.sha256, r.state, r.program, r.rules, r.ocr, u.poppler, r.state = "
          "'failed' OR "
          "EXISTS (SELECT 1 FROM problems p WHERE p.report_id = r.report_id AND p.code = "
          "'time_limit') FROM files f "
          "LEFT JOIN reports r ON r.report_id = f.report_id "
          "LEFT JOIN runs u ON u.run_id = r.run_id WHERE f.path = ?1 AND f.bytes = ?2 AND "
          "f.modified_ns = ?3 AND f.changed_ns = ?4 AND f.inode = ?5")),
      content(database.statement(
          "SELECT r.report_id, r.sha256, r.state, r.program, r.rules, r.ocr, u.poppler, r.state = "
          "'failed' OR "
          "EXISTS (SELECT 1 FROM problems p WHERE p.report_id = r.report_id AND p.code = "
          "'time_limit') FROM reports r JOIN runs u ON u.run_id = r.run_id WHERE r.sha256 = ?1")),
      see(database.statement("INSERT OR IGNORE INTO seen VALUES (?1)")),
      is_gone(database.statement("SELECT 1 FROM files WHERE path = ?1 AND gone = 1")),
      return_file(database.statement("UPDATE files SET gone = 0, last_run = ?2 WHERE path = ?1")),
      put_file(database.statement(
          "INSERT INTO files (path, bytes, modified_ns, changed_ns, inode, report_id, gone, "
          "last_run) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7) ON CONFLICT (path) DO UPDATE SET "
          "bytes = ?2, modified_ns = ?3, changed_ns = ?4, inode = ?5, report_id = ?6, gone = 0, "
          "last_run = ?7")),
      forget_problems(database.statement("DELETE FROM problems WHERE path = ?1")) {}

Result<std::optional<Known>> Store::unchanged(const FileFacts& file) {
  Statement& rows = state_->files->file;
  rows.with(file.path, file.bytes, file.modified_ns, file.changed_ns, file.inode);
  return first_known(rows, state_->run, state_->database);
}

Result<std::optional<Known>> Store::content(std::string_view sha256) {
  Statement& rows = state_->files->content;
  rows.with(sha256);
  return first_known(rows, state_->run, state_->database);
}

Result<bool> Store::seen_members(const std::string& archive) {
  State& state = *state_;
  Database& database = state.database;
  const std::string from = archive + "/", to = archive + "0";  // the sign after '/'
  Statement old = database.statement(
      "SELECT 1 FROM files WHERE path = ?5 AND gone = 1 UNION ALL "
      "SELECT 1 FROM files f JOIN reports r ON r.report_id = f.report_id JOIN runs u ON u.run_id = "
      "r.run_id WHERE f.path > ?1 AND f.path < ?2 AND f.gone = 0 AND (r.program <> ?3 OR "
      "r.rules <> ?4 OR r.ocr <> ?6 OR u.poppler <> ?7)");
  const bool again = old.with(from, to, state.run.program, state.run.rules, archive, state.run.ocr,
                              state.run.poppler)
                         .next();
  old = Statement();
  if (!again)
    database
        .statement(
            "INSERT OR IGNORE INTO seen SELECT path FROM files WHERE path > ?1 AND path < ?2 AND "
            "gone = 0")
        .run(from, to);
  if (auto problem = database.take_failure()) return *problem;
  return !again;
}

std::optional<Problem> Store::seen(const std::string& path) {
  State& state = *state_;
  state.files->see.run(path);
  const bool was_gone = state.files->is_gone.with(path).next();
  state.files->is_gone.with();
  if (was_gone && state.begin_writing()) state.files->return_file.run(path, state.run_id);
  return state.database.take_failure();
}

void Store::State::put_file(const FileFacts& file, std::optional<std::int64_t> report_id) {
  files->see.run(file.path);
  files->forget_problems.run(file.path);
  files->put_file.run(file.path, file.bytes, file.modified_ns, file.changed_ns, file.inode,
                      report_id, run_id);
}

std::optional<Problem> Store::point(const FileFacts& file, std::int64_t report_id) {
  State& state = *state_;
  if (!state.begin_writing()) return state.database.take_failure();
  Transaction transaction(state.database);
  state.put_file(file, report_id);
  return transaction.commit();
}

std::optional<Problem> Store::add(const FileFacts& file, const Report& report,
                                  ReportState report_state) {
  State& state = *state_;
  if (!state.begin_writing()) return state.database.take_failure();
  if (!state.writer) state.writer.emplace(state.database);
  Transaction transaction(state.database);
  std::optional<std::int64_t> report_id;
  if (!report.source.sha256.empty())
    report_id = state.writer->put(report, report_state, state.run, state.run_id);
  state.put_file(file, report_id);
  state.writer->put_problems(report.problems, report_id, file.path);
  if (auto problem = transaction.commit()) return problem;
  ++state.files_read;
  if (report_state == ReportState::failed) ++state.files_failed;
  return std::nullopt;
}

std::optional<Problem> Store::add_unopened(const FileFacts& file, const Problem& why) {
  Database& database = state_->database;
  const bool known = database
                         .statement(
                             "SELECT 1 FROM files f JOIN problems p ON p.path = f.path WHERE "
                             "f.path = ?1 AND f.bytes "
                             "= ?2 AND f.modified_ns = ?3 AND f.changed_ns = ?4 AND f.inode = ?5 "
                             "AND f.gone = 0 AND "
                             "p.code = ?6 AND p.message = ?7")
                         .with(file.path, file.bytes, file.modified_ns, file.changed_ns, file.inode,
                               why.code, why.what)
                         .next();
  if (auto problem = database.take_failure()) return problem;
  if (known) return seen(file.path);
  Report report;
  report.problems = {why};
  return add(file, report, ReportState::rejected);
}

Result<std::int64_t> Store::mark_gone() {
  State& state = *state_;
  Database& database = state.database;
  const std::string lost = " WHERE gone = 0 AND path NOT IN (SELECT path FROM seen)";
  const std::int64_t number = database.number("SELECT count(*) FROM files" + lost);
  if (number > 0 && state.begin_writing())
    database.statement("UPDATE files SET gone = 1, last_run = ?1" + lost).run(state.run_id);
  if (auto problem = database.take_failure()) return *problem;
  state.files_gone += number;
  return number;
}

}  // namespace lagesbild
