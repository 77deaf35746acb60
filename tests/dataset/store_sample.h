// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports, runs and stores for the tests of this room, and all that a store says as one text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/sha256.h"
#include "dataset/store.h"
#include "ingest/temporary_folder.h"
#include "model/json.h"

namespace lagesbild::sample {

inline IngestRun run(const std::string& rules = "rules-1") {
  IngestRun run{"2024-01-01 12:00:00", "0.1.0", rules, "22.12.0", "seccomp", {}, {}};
  run.districts = {{"bromma", "Bromma", "", "", {}},
                   {"farsta", "Farsta", "", "", {}},
                   {"alvsjo", "Älvsjö", "", "2020-06-30", {"hagersten-alvsjo"}},
                   {"hagersten-alvsjo", "Hägersten-Älvsjö", "2020-07-01", "", {}}};
  run.areas = {
      {"torg", Scope::city, "Torg", "2019", 2019, 2023},
      {"torg", Scope::city, "Torg och platser", "2024", 2024, std::nullopt},
      {"skolor", Scope::city, "Skolor", "2019", 2019, 2023},
      {"parker", Scope::local, "Parker", "", std::nullopt, std::nullopt},
  };
  return run;
}

/// An ok report, of a content of its own for each `content`.
inline Report report(const std::string& content, const std::string& district,
                     const std::string& name, const std::string& period) {
  Report report;
  report.source.sha256 = sha256_of(content);
  report.source.bytes = content.size();
  report.source.pages = 2;
  report.source.text_from = Document::From::pdf;
  report.status = Status::ok;
  report.district = District{district, name, name};
  report.period = period;
  Assessment first;
  first.number = "1";
  first.title = "Torg";
  first.area_id = "torg";
  first.change = Change::positive;
  first.basis = Basis::stated;
  first.comment = "Positiv förändring. " + content;
  first.evidence = {{1, {10, 20, 300.5, 40.25}}};
  first.confidence = 0.99;
  first.rule = "label";
  Assessment second;
  second.scope = Scope::local;
  second.number = "1.1";
  second.title = "Torget i " + content;
  second.area_id = district + "-torget";
  second.comment = "Ingen uppgift.";
  second.confidence = 0.8;
  second.review = {"uncertain_mapping"};
  report.assessments = {first, second};
  return report;
}

inline FileFacts file(const std::string& path,
                      std::int64_t modified_ns = 1'700'000'000'000'000'000) {
  return {path, 1000, modified_ns, modified_ns, 7};
}

inline Store opened(const std::string& folder, Store::For what = Store::For::creating) {
  Result<Store> store = Store::opened(folder, what);
  if (!store) throw std::runtime_error(store.problem().what);
  return *std::move(store);
}

#define EXPECT_DONE(call)                                            \
  do {                                                               \
    const auto not_done = (call);                                    \
    EXPECT_FALSE(not_done) << (not_done ? sentence(*not_done) : ""); \
  } while (false)

/// Rows of `sql`, a line each, values separated by '|'.
inline std::string rows(Database& database, const std::string& sql) {
  std::string text;
  Statement statement = database.statement(sql);
  while (statement.next()) {
    for (int i = 0; i < statement.columns(); ++i) {
      const std::string_view name = statement.name(i);
      if (name == "run_id" || name == "assessment_id" || name == "report_id") continue;
      text += (i > 0 ? "|" : "") + (statement.is_null(i) ? "NULL" : statement.text(i));
    }
    text += "\n";
  }
  if (const auto problem = database.take_failure()) text += "FAILED: " + problem->what + "\n";
  return text;
}

/// All that an export could show: the views' rows, sorted, and the reports as JSON.
inline std::string content(Store& store) {
  Database& database = store.database();
  std::string text;
  const std::pair<const char*, const char*> views[] = {
      {"current_reports", "sha256"},
      {"latest_reports", "sha256"},
      {"assessments_flat", "sha256, position"},
      {"problems_flat", "path, ordinal"},
      {"current_districts", "district_id"},
      {"current_areas", "area_id"},
      {"missing_reports", "year, district_id"},
  };
  for (const auto& [view, order] : views)
    text += std::string("-- ") + view + "\n" +
            rows(database, std::string("SELECT * FROM ") + view + " ORDER BY " + order);
  text += "-- files\n" + rows(database, "SELECT path, gone FROM files ORDER BY path");
  EXPECT_DONE(store.for_each_file([&](const Report& report) -> std::optional<Problem> {
    text += json_of(report, Keys::all) + "\n";
    return std::nullopt;
  }));
  return text;
}

/// "ok" when the file is whole, every foreign key leads somewhere, and the index is sound and,
/// after the end of a run, fits the comments.
inline std::string soundness(Store& store) {
  Database& database = store.database();
  std::string found = database.text("PRAGMA integrity_check");
  found += rows(database, "PRAGMA foreign_key_check");
  const bool all = database.number(
      "SELECT NOT EXISTS (SELECT * FROM assessments, comment_search_state WHERE assessment_id > "
      "indexed_to)");
  database.statement("INSERT INTO comment_search (comment_search, rank) VALUES (?1, ?2)")
      .run("integrity-check", all ? 1 : 0);
  if (const auto problem = database.take_failure()) found += problem->what;
  return found;
}

}  // namespace lagesbild::sample
