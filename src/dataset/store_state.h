// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an open Store holds, for the files that make it up.
#pragma once

#include <optional>
#include <string>

#include "dataset/report_reader.h"
#include "dataset/report_writer.h"
#include "dataset/store.h"
#include "dataset/writer_lock.h"

namespace lagesbild {

/// Statements for every file of a run.
struct FileStatements {
  explicit FileStatements(Database& database);
  Statement file, content, see, is_gone, return_file, put_file, forget_problems;
};

struct Store::State {
  State(std::optional<WriterLock> held, const std::string& path, Database::Mode mode)
      : lock(std::move(held)), database(path, mode) {}

  /// Writes the run down, before the first thing it changes. False on failure.
  bool begin_writing();
  /// The file as of this run. In a transaction.
  void put_file(const FileFacts& file, std::optional<std::int64_t> report_id);

  std::optional<WriterLock> lock;
  Database database;
  IngestRun run;
  bool lists_are_new = false;
  std::int64_t run_id = 0;  ///< 0: this run has not changed anything yet
  std::int64_t files_read = 0, files_failed = 0, files_gone = 0;
  // Compiled when they are first needed.
  std::optional<FileStatements> files;
  std::optional<ReportWriter> writer;
  std::optional<ReportReader> reader;
};

}  // namespace lagesbild
