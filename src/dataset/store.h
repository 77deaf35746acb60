// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The store of a dataset: FOLDER/lagesbild.sqlite, written by one process at a time. What it holds
// when a run has finished depends on the files read, the rules and the program alone, and not on
// the order, the number of runs, or how often one was killed on the way.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/sqlite.h"
#include "model/report.h"

namespace lagesbild {

inline constexpr std::string_view store_name = "lagesbild.sqlite";

/// A district as the rules know it.
struct KnownDistrict {
  std::string id;
  std::string name;
  std::string from, to;                 ///< first and last day, "YYYY-MM-DD"; empty for open ends
  std::vector<std::string> successors;  ///< ids
};

/// An area as the rules know it. One that stands in several lists comes once for each.
struct KnownArea {
  std::string id;
  Scope scope = Scope::city;
  std::string title;
  std::string list;             ///< version of the city's list; empty for local ones
  std::optional<int> from, to;  ///< years in force, inclusive
};

/// Who reads, and by what.
struct IngestRun {
  std::string started_at;  ///< any clear text of date and time; never exported
  std::string program;     ///< versions; reports read by another program or other rules are old
  std::string rules;
  std::string poppler;
  std::string sandbox;
  std::vector<KnownDistrict> districts;  ///< must be the same for the same `rules`
  std::vector<KnownArea> areas;
  std::string folder;         ///< that is read, as a path from the dataset's folder
  std::string ocr;            ///< how scans are read, in any words; what was read otherwise is old
  bool keeps_before = false;  ///< what is stated before its first change is kept: stated_before()
};

enum class ReportState { ok, review, rejected, failed };

std::string_view name_of(ReportState state);
/// The state of a report that was read to its end, well or not. One that was broken off is
/// `failed`.
ReportState state_of(Status status);

/// A file before it was read. The numbers are compared for the quick check and mean nothing more.
struct FileFacts {
  std::string path;  ///< relative to the folder that is read, UTF-8
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  ///< since 1970-01-01
  std::int64_t changed_ns = 0;
  std::uint64_t inode = 0;
};

/// What the store has of a file or a content.
struct Known {
  std::optional<std::int64_t> report_id;  ///< nothing: the file could not be opened
  std::string sha256;
  ReportState state = ReportState::rejected;
  bool broken_off = false;  ///< as a whole, or after its first pages
  bool current = false;     ///< read by this run's program, rules and OCR
};

/// The store, open. Problems have the codes of dataset/sqlite.h, and "dataset_newer",
/// "dataset_older" (reading), "dataset_missing" (not for creating). After a problem of a function
/// that writes, nothing of that call is in the store, and what was there is intact.
class Store {
 public:
  enum class For {
    creating,  ///< writing; folder and file are made where they are missing
    writing,   ///< what is older is brought up to date
    reading,   ///< also while another process writes
  };
  static Result<Store> opened(const std::string& folder, For what);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// For SQL over the views of dataset/schema_sql.h.
  Database& database();

  // ---- a run, in this order; nothing is written while nothing is new ----------------------------

  /// Begins a run. A dataset whose last run was broken off is checked as a whole first.
  std::optional<Problem> begin(const IngestRun& run);

  /// What is known of the file, if it has not changed since: same size, times and inode. Its report
  /// may be old (Known::current). For an unopened file too.
  Result<std::optional<Known>> unchanged(const FileFacts& file);
  /// What is known of this content, from whichever file.
  Result<std::optional<Known>> content(std::string_view sha256);

  /// The file is there and as it was. For files that unchanged() knows and that need no reading.
  std::optional<Problem> seen(const std::string& path);
  /// An archive's members ("archive.zip/...") are there and as they were. False, and nothing is
  /// noted, where some of them must be read again.
  Result<bool> seen_members(const std::string& archive);
  /// The file holds what a report already in the store was read from.
  std::optional<Problem> point(const FileFacts& file, std::int64_t report_id);
  /// The file was read. Replaces what was read from the same content before. `report.source` tells
  /// sha256 and bytes; without a sha256 it is recorded as a file that could not be opened, or, if
  /// it has no problems either, as an archive that was read to its end. Problems of the report are
  /// about this file, whatever path they name.
  std::optional<Problem> add(const FileFacts& file, const Report& report, ReportState state);
  /// The file is there, but could not be opened. Nothing is written where that is known.
  std::optional<Problem> add_unopened(const FileFacts& file, const Problem& why);

  /// Marks files as gone that were neither seen nor recorded in this run. Only after the whole
  /// folder was walked. Gives how many became so.
  Result<std::int64_t> mark_gone();

  /// Something was written in this run, or an earlier one has left something undone.
  bool changed() const;

  /// Settles what depends on all reports (duplicates, titles of areas, what nobody uses any more)
  /// and brings everything to the disk for good. `finished_at` is nothing when the run was broken
  /// off and will go on another time.
  std::optional<Problem> finish(const std::optional<std::string>& finished_at);

  // ---- reading --------------------------------------------------------------------------------

  /// The folder that the last run read, as a path from the dataset's folder; empty where that is
  /// not known.
  std::string folder_read();

  /// The report as it was added, with `path` as its source, and the problem "two_reports" where
  /// another one is for the same district and period.
  Result<Report> report(std::int64_t report_id, const std::string& path);

  /// Gives every file that is not gone, by path, as its report: one that could not be opened as a
  /// rejected one without sha256. Ends early with the problem that `take` gives.
  std::optional<Problem> for_each_file(
      const std::function<std::optional<Problem>(const Report&)>& take);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace lagesbild
