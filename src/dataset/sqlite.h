// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's door. Values are bound, never pasted into SQL. A failure sticks to its database: what is
// asked after it does nothing, until take_failure() or Transaction::commit() tells it. So a stretch
// of reading or writing is checked once, at its end.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

struct sqlite3_stmt;

namespace lagesbild {

class Database;

/// A compiled statement, made by Database::statement, used as often as wanted. Must not outlive its
/// database. Parameters are ?1, ?2 ... in the order they are given; columns count from 0.
class Statement {
 public:
  Statement() = default;
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;

  /// Starts anew with these values: integers, doubles, texts (UTF-8), or std::optional of one,
  /// where nothing is NULL.
  template <class... Values>
  Statement& with(const Values&... values) {
    restart();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  /// Steps to the next row. False at the end, and on failure.
  bool next();
  /// with(values...), all its rows stepped over.
  template <class... Values>
  void run(const Values&... values) {
    with(values...);
    while (next()) {
    }
  }

  int columns() const;
  std::string_view name(int column) const;
  bool is_null(int column) const;
  bool is_text(int column) const;
  std::int64_t whole(int column) const;
  double real(int column) const;
  std::string text(int column) const;  ///< empty for NULL
  std::optional<std::string> optional_text(int column) const;
  std::optional<int> optional_number(int column) const;

 private:
  friend class Database;

  void restart();
  void bind(int at, std::int64_t value);
  void bind(int at, double value);
  void bind(int at, std::string_view value);
  void bind(int at, std::nullopt_t);
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, const char* value) { bind(at, std::string_view(value)); }
  template <std::integral Number>
  void bind(int at, Number value) {
    bind(at, static_cast<std::int64_t>(value));
  }
  template <class Value>
  void bind(int at, const std::optional<Value>& value) {
    if (value)
      bind(at, *value);
    else
      bind(at, std::nullopt);
  }

  Database* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

/// One connection to one file, for one thread. Stays where it is made: statements point at it.
class Database {
 public:
  enum class Mode {
    create,  ///< for writing; made where it is missing
    write,   ///< for writing; must be there
    read,    ///< nothing can be changed, save that a killed writer's work is brought in
  };
  /// Opens `path`; foreign keys are enforced. Where that fails, the database has failed.
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Compiles one statement.
  Statement statement(std::string_view sql);
  /// Runs statements without parameters, one after the other.
  void run(const std::string& sql);
  /// The first column of the first row, NULL and no row being 0.
  std::int64_t number(std::string_view sql);
  std::string text(std::string_view sql);

  using TextFunction = std::function<std::optional<std::string>(std::string_view)>;
  /// Makes `name` a function of one text (UTF-8) for SQL on this connection, in place of one of
  /// that name. It gives NULL for NULL, and where `function` gives nothing; it must not throw.
  void define(const char* name, TextFunction function);

  std::int64_t last_id() const;  ///< of the row inserted last
  bool failed() const { return failure_.has_value(); }
  /// The first failure since the last call, which no longer sticks. Codes: "dataset_busy",
  /// "dataset_damaged", "dataset_full", "dataset_read_only", "dataset_failed".
  [[nodiscard]] std::optional<Problem> take_failure();
  /// Notes a failure of SQLite's, or of ours. The first one stays.
  void fail(int sqlite_code);
  void fail(Problem problem);

 private:
  friend class Statement;
  struct Handle;

  std::string path_;
  std::unique_ptr<Handle> handle_;
  std::optional<Problem> failure_;
};

/// All or nothing: without commit(), the end of its life takes back what was written since.
class Transaction {
 public:
  enum class For { reading, writing };
  explicit Transaction(Database& database, For what = For::writing);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// The failure that stuck since the beginning, if any; then nothing was written.
  [[nodiscard]] std::optional<Problem> commit();

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace lagesbild
