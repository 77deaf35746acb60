// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/export.h"

#include "dataset/csv.h"
#include "dataset/data_package.h"
#include "dataset/export_tables.h"
#include "dataset/json_lines.h"
#include "dataset/rows.h"
#include "dataset/workbook.h"

namespace lagesbild {
namespace {

constexpr ExportFormatName formats_by_name[] = {{"csv", ExportFormat::csv},
                                                {"excel-csv", ExportFormat::excel_csv},
                                                {"jsonl", ExportFormat::jsonl},
                                                {"xlsx", ExportFormat::xlsx},
                                                {"datapackage", ExportFormat::datapackage},
                                                {"datasette", ExportFormat::datasette}};

Result<Written> write_text(const std::string& folder, const std::string& name,
                           const std::string& text) {
  Result<OutputFile> file = OutputFile::begun(folder, name);
  if (!file) return file.problem();
  file->add(text);
  return file->finished();
}

Result<Written> write_csv(Database& store, const std::string& folder, const ExportTable& table,
                          const CsvDialect& dialect, const std::string& name) {
  Result<OutputFile> file = OutputFile::begun(folder, name);
  if (!file) return file.problem();
  std::string line(dialect.head);
  Row head;
  for (const Column& column : table.columns) head.emplace_back(std::string(column.name));
  append_csv(line, head, dialect);
  file->add(line);
  for_each_row(store, query_of(table), [&](const Row& row) {
    line.clear();
    append_csv(line, row, dialect);
    file->add(line);
  });
  if (const auto problem = store.take_failure()) return *problem;
  return file->finished();
}

/// What was written, until the first problem.
class Export {
 public:
  Export(Store& store, std::string folder, const Disclosure& disclosure)
      : store_(store), folder_(std::move(folder)), disclosure_(disclosure) {
    disclose(store_.database(), disclosure);
  }

  void tables(const CsvDialect& dialect, const std::string& ending) {
    for (const ExportTable& table : export_tables())
      if (!problem_)
        keep(write_csv(store_.database(), folder_, table, dialect,
                       std::string(table.name) + ending));
  }
  void workbook() {
    if (!problem_) keep(write_workbook(store_.database(), folder_));
  }
  void json_lines() {
    if (!problem_) keep(write_json_lines(store_, folder_, disclosure_));
  }
  void text(const std::string& name, const std::string& text) {
    if (!problem_) keep(write_text(folder_, name, text));
  }

  const std::vector<Written>& written() const { return written_; }
  Result<std::vector<Written>> done() && {
    if (problem_) return *problem_;
    return std::move(written_);
  }

 private:
  void keep(Result<Written> one) {
    if (one)
      written_.push_back(*std::move(one));
    else
      problem_ = one.problem();
  }

  Store& store_;
  std::string folder_;
  const Disclosure& disclosure_;
  std::vector<Written> written_;
  std::optional<Problem> problem_;
};

}  // namespace

std::span<const ExportFormatName> export_formats() { return formats_by_name; }

std::set<ExportFormat> all_export_formats() {
  std::set<ExportFormat> all;
  for (const ExportFormatName& one : formats_by_name) all.insert(one.format);
  return all;
}

Result<std::vector<Written>> export_all(Store& store, const std::string& folder,
                                        const std::set<ExportFormat>& formats,
                                        const Disclosure& disclosure) {
  const auto wanted = [&](ExportFormat format) { return formats.contains(format); };
  const Result<FolderLock> lock = FolderLock::taken(folder);
  if (!lock) return lock.problem();
  const Transaction one_state(store.database(), Transaction::For::reading);
  Export made(store, folder, disclosure);
  if (wanted(ExportFormat::csv) || wanted(ExportFormat::datapackage)) made.tables(rfc_4180, ".csv");
  // The CSV files come first, so that these are theirs.
  const std::string package = wanted(ExportFormat::datapackage) ? data_package(made.written()) : "";
  if (wanted(ExportFormat::excel_csv)) made.tables(excel_csv, ".excel.csv");
  if (wanted(ExportFormat::jsonl)) made.json_lines();
  if (wanted(ExportFormat::xlsx)) made.workbook();
  if (wanted(ExportFormat::datapackage)) made.text("datapackage.json", package);
  if (wanted(ExportFormat::datasette)) made.text("metadata.json", datasette_metadata());
  return std::move(made).done();
}

}  // namespace lagesbild
