// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace lagesbild {
namespace {

constexpr int patience = 5000;  // milliseconds; a reader beside us holds its lock far shorter

/// SQLite tells a full disk apart only where it writes data, not where a limit stops it or where
/// the log's index does not fit any more; errno has long been overwritten then.
bool is_full(int code) {
  return (code & 0xFF) == SQLITE_FULL || code == SQLITE_IOERR_WRITE ||
         code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_TRUNCATE;
}

Problem problem_of(int code, const std::string& path, const std::string& message) {
  const auto because = [&](const char* name, const std::string& what) {
    return Problem{name, Severity::error, {path, 0, 0}, what + " (" + message + ")"};
  };
  if (is_full(code))
    return because("dataset_full",
                   "the disk takes no more: it is full, a limit is reached, or it fails; make room "
                   "and run it again");
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return because("dataset_busy", "another program is using the dataset; close it there");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return because("dataset_damaged",
                     "this is no dataset, or it or its disk is damaged; check the disk, or put the "
                     "dataset aside and make it anew");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return because("dataset_read_only",
                     "it cannot be opened as it must be; check the rights on the file and its "
                     "folder, and whether the disk is full");
    default:
      return because("dataset_failed",
                     "the dataset cannot be used; check its disk, and whether it is full");
  }
}

}  // namespace

// ---- statements -------------------------------------------------------------------------------

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(statement_, other.statement_);
  return *this;
}

void Statement::restart() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::bind(int at, std::int64_t value) {
  if (statement_) database_->fail(sqlite3_bind_int64(statement_, at, value));
}

void Statement::bind(int at, double value) {
  if (statement_) database_->fail(sqlite3_bind_double(statement_, at, value));
}

void Statement::bind(int at, std::nullopt_t) {
  if (statement_) database_->fail(sqlite3_bind_null(statement_, at));
}

void Statement::bind(int at, std::string_view value) {
  if (!statement_) return;
  const char* text = value.data() ? value.data() : "";  // a null pointer would be NULL
  database_->fail(
      sqlite3_bind_text64(statement_, at, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

bool Statement::next() {
  if (!database_ || database_->failed()) return false;
  if (!statement_) database_->fail(SQLITE_MISUSE);  // its compiling failed, and was told before
  if (!statement_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code);
  sqlite3_reset(statement_);
  return false;
}

int Statement::columns() const { return sqlite3_column_count(statement_); }

std::string_view Statement::name(int column) const {
  return sqlite3_column_name(statement_, column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool Statement::is_text(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_TEXT;
}

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  if (!bytes) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return {reinterpret_cast<const char*>(bytes), size};
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<int> Statement::optional_number(int column) const {
  if (is_null(column)) return std::nullopt;
  return sqlite3_column_int(statement_, column);
}

// ---- database ---------------------------------------------------------------------------------

struct Database::Handle {
  sqlite3* connection = nullptr;
  ~Handle() { sqlite3_close_v2(connection); }
};

Database::Database(const std::string& path, Mode mode)
    : path_(path), handle_(std::make_unique<Handle>()) {
  // For reading too the file is opened for writing, if it may be: a log left by a killed writer
  // must be brought in before anything can be read.
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
  fail(sqlite3_open_v2(path.c_str(), &handle_->connection, flags, nullptr));
  if (failed()) return;
  sqlite3_busy_timeout(handle_->connection, patience);
  run("PRAGMA cache_size = -16384");  // KiB, as it is negative
  sqlite3_db_config(handle_->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_->connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  if (mode == Mode::read) run("PRAGMA query_only = ON");
}

Database::~Database() = default;

void Database::fail(int code) {
  if (code == SQLITE_OK || failed()) return;
  sqlite3* connection = handle_->connection;
  const std::string message = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  failure_ = problem_of(code, path_, message);
}

void Database::fail(Problem problem) {
  if (!failed()) failure_ = std::move(problem);
}

std::optional<Problem> Database::take_failure() { return std::exchange(failure_, std::nullopt); }

Statement Database::statement(std::string_view sql) {
  Statement made;
  made.database_ = this;
  if (failed()) return made;
  fail(sqlite3_prepare_v3(handle_->connection, sql.data(), static_cast<int>(sql.size()),
                          SQLITE_PREPARE_PERSISTENT, &made.statement_, nullptr));
  return made;
}

void Database::run(const std::string& sql) {
  if (!failed()) fail(sqlite3_exec(handle_->connection, sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::number(std::string_view sql) {
  Statement row = statement(sql);
  return row.next() ? row.whole(0) : 0;
}

std::string Database::text(std::string_view sql) {
  Statement row = statement(sql);
  return row.next() ? row.text(0) : std::string();
}

void Database::define(const char* name, TextFunction function) {
  if (failed()) return;
  const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (!text) return sqlite3_result_null(context);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const auto& given = *static_cast<TextFunction*>(sqlite3_user_data(context));
    const std::optional<std::string> result = given({text, size});
    if (!result) return sqlite3_result_null(context);
    sqlite3_result_text64(context, result->data(), result->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  };
  fail(sqlite3_create_function_v2(handle_->connection, name, 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                  new TextFunction(std::move(function)), call, nullptr, nullptr,
                                  [](void* given) { delete static_cast<TextFunction*>(given); }));
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_->connection); }

// ---- transactions -----------------------------------------------------------------------------

Transaction::Transaction(Database& database, For what) : database_(database) {
  database_.run(what == For::writing ? "BEGIN IMMEDIATE" : "BEGIN");
  open_ = !database_.failed();
}

Transaction::~Transaction() {
  if (!open_) return;
  const std::optional<Problem> before = database_.take_failure();
  database_.run("ROLLBACK");
  // SQLite may have rolled back by itself, which is no news; what failed before is.
  static_cast<void>(database_.take_failure());
  if (before) database_.fail(*before);
}

std::optional<Problem> Transaction::commit() {
  database_.run("COMMIT");
  std::optional<Problem> failure = database_.take_failure();
  if (!failure) open_ = false;
  return failure;
}

}  // namespace lagesbild
