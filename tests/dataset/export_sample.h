// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small dataset with everything in it that exports must bear.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "dataset/corrections.h"
#include "dataset/nasty.h"
#include "dataset/store.h"

namespace lagesbild::export_sample {

/// A file and what was read from it. Without a sha256 it could not be opened.
struct File {
  FileFacts facts;
  Report report;
  ReportState state = ReportState::ok;
};

inline Assessment assessment(Scope scope, const std::string& number, const std::string& title,
                             const std::string& area_id, std::optional<Change> change,
                             const std::string& comment) {
  Assessment made;
  made.scope = scope;
  made.number = number;
  made.title = title;
  made.area_id = area_id;
  made.change = change;
  made.basis = change ? Basis::stated : Basis::none;
  made.comment = comment;
  made.evidence = {{1, {72, 100.25, 523.5, 120}}, {2, {72, 60, 523.5, 80}}};
  made.confidence = 0.9754;
  if (change) made.rule = "label." + std::string(name_of(*change));
  return made;
}

inline File file_of(const std::string& path, const std::string& district_id,
                    const std::string& district, const std::string& period) {
  File file;
  Source& source = file.report.source;
  source = {path, sha256_of(path), 1000 + path.size(), 2, "Writer", Document::From::pdf};
  file.report.status = Status::ok;
  file.report.district = District{district_id, district, district};
  file.report.period = period;
  file.report.assessments = {
      assessment(Scope::city, "1", "Unga i risk", "unga-i-risk", Change::positive, "Bättre."),
      assessment(Scope::city, "2", "Ordningsvakter", "ordningsvakter", Change::unchanged,
                 "Oförändrat.\nFler pass."),
      assessment(Scope::city, "3", "Kameror", "kameror", std::nullopt, ""),
      assessment(Scope::local, "1.1", "Torget", district_id + "-torget", Change::negative,
                 "Sämre.")};
  file.report.assessments[3].group = "Platser";
  file.facts = {path, source.bytes, 1'700'000'000'000'000'000, 1'700'000'000'000'000'000, 7};
  return file;
}

/// A report with nasty_texts() for comments, from the fifth area on.
inline File nasty_file() {
  File file = file_of("odd/=1+1 %FF 'x\".pdf", "bromma", "Bromma", "2022-12");
  Report& report = file.report;
  report.district->as_written = "=Bromma";
  report.source.producer = "@SUM(A1)";
  report.assessments[0].reference = "local:9.1";
  report.assessments[0].basis = Basis::reference;
  int number = 0;
  for (const NastyText& one : nasty_texts()) {
    report.assessments.push_back(assessment(Scope::local, "9." + std::to_string(++number),
                                            "=" + one.says, "bromma-nasty", std::nullopt,
                                            one.text));
    report.assessments.back().review = {"mixed", "late_label"};
    report.assessments.back().suggested_change = Change::negative;
  }
  report.status = Status::review;
  file.state = ReportState::review;
  report.problems = {
      {"unplaced_text", Severity::warning, {"", 2, 0}, "=cmd|' /C calc'!A0 stands nowhere"},
      {"hidden_text", Severity::info, {"", 1, 0}, "3 letters are hidden"}};
  return file;
}

inline File broken_file(const std::string& path, const std::string& sha256, ReportState state,
                        const std::string& code) {
  File file;
  file.report.source = {path, sha256, 10, std::nullopt, std::nullopt, std::nullopt};
  file.report.problems = {{code, Severity::error, {path, 0, 0}, "it is \"broken\", or worse"}};
  file.state = state;
  file.facts = {path, 10, 5, 5, 9};
  return file;
}

/// Reports of two districts over two years, one of them nasty; two for one district and period; one
/// read from two paths; one rejected, one failed, one never opened.
inline std::vector<File> files() {
  std::vector<File> all = {
      nasty_file(),
      file_of("2022/farsta.pdf", "farsta", "Farsta", "2022-12"),
      file_of("2023/farsta.pdf", "farsta", "Farsta", "2023-12"),
      file_of("2023/farsta-2.pdf", "farsta", "Farsta", "2023-12"),
      broken_file("letter.pdf", sha256_of("letter"), ReportState::rejected, "unknown_form"),
      broken_file("endless.pdf", sha256_of("endless"), ReportState::failed, "time_limit"),
      broken_file("locked.pdf", "", ReportState::rejected, "unreadable")};
  File copy = all[1];
  copy.facts.path = copy.report.source.path = "copies/farsta.pdf";
  all.push_back(copy);
  return all;
}

inline IngestRun run() {
  IngestRun run;
  run.started_at = "2024-01-01T00:00:00";
  run.program = "1.2.3";
  run.rules = "0123456789ab";
  run.poppler = "22.12.0";
  run.sandbox = "none";
  run.districts = {{"bromma", "Bromma", "", "", {}},
                   {"farsta", "Farsta", "", "", {}},
                   {"kista", "Kista", "2007-01-01", "2023-06-30", {"jarva"}},
                   {"jarva", "Järva", "2023-07-01", "", {}}};
  run.areas = {{"unga-i-risk", Scope::city, "Unga i risk", "2019", 2019, 2023},
               {"ordningsvakter", Scope::city, "Ordningsvakter", "2019", 2019, 2023},
               {"kameror", Scope::city, "Kameraövervakning", "2019", 2019, std::nullopt}};
  return run;
}

/// What a person has said of one of them, if it is there.
inline std::vector<Answer> answers() {
  Answer accepted;
  accepted.key = review_key(sha256_of("2022/farsta.pdf"), "city", "1", "Bättre.");
  accepted.accept = true;
  accepted.note = "=as it says";
  return {accepted};
}

/// Writes them into a new dataset in `folder`, in this order.
inline void make_dataset(const std::string& folder, const std::vector<File>& files) {
  Result<Store> store = Store::opened(folder, Store::For::creating);
  ASSERT_TRUE(store) << store.problem().what;
  const auto expect_done = [](const std::optional<Problem>& problem) {
    EXPECT_FALSE(problem) << problem->what;
  };
  expect_done(store->begin(run()));
  for (const File& file : files) {
    const std::string& sha256 = file.report.source.sha256;
    if (sha256.empty()) {
      expect_done(store->add_unopened(file.facts, file.report.problems.front()));
      continue;
    }
    const auto known = store->content(sha256);
    ASSERT_TRUE(known) << known.problem().what;
    expect_done(*known ? store->point(file.facts, *(*known)->report_id)
                       : store->add(file.facts, file.report, file.state));
  }
  ASSERT_TRUE(store->mark_gone());
  expect_done(store->finish("2024-01-01T00:00:01"));
  const auto done = take_answers(*store, answers(), "analyst", "2024-01-02T00:00:00", false);
  ASSERT_TRUE(done) << done.problem().what;
}

}  // namespace lagesbild::export_sample
