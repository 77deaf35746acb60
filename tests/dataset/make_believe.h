// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that is not there: what a reader would make of its files, and runs over it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dataset/store_sample.h"

namespace lagesbild {

/// A file of a make-believe folder: its path, and what a reader would make of it.
struct Member {
  FileFacts facts;
  Report report;
  ReportState state = ReportState::ok;
};
using Folder = std::vector<Member>;

inline Member member(const std::string& path, const Report& report, std::int64_t modified_ns = 1) {
  return {sample::file(path, modified_ns), report, state_of(report.status)};
}

inline Member unopened(const std::string& path) {
  Report report;
  report.problems = {{"unreadable", Severity::error, {}, "check its rights"}};
  return {sample::file(path), report, ReportState::rejected};
}

/// A folder with what there may be: two reports of one thing, one content twice, areas and a
/// district that the rules do not know, files that are no reports.
inline Folder varied_folder() {
  Folder folder;
  for (const char* year : {"2019", "2020", "2021-12"})
    for (const auto& [id, name] : {std::pair("bromma", "Bromma"), std::pair("farsta", "Farsta")}) {
      const std::string path = std::string(year) + "/" + id + ".pdf";
      folder.push_back(member(path, sample::report(path, id, name, year)));
      Assessment own = folder.back().report.assessments[1];
      own.area_id = std::string(id) + "-parken";  // the rules do not know it; called so since then
      own.title = std::string("Parken ") + year;
      folder.back().report.assessments.push_back(own);
    }
  Report later = sample::report("later", "bromma", "Bromma", "2020");
  later.source.dated = "2024-02-01T10:00:00";
  folder.push_back(member("2020/bromma again.pdf", later));
  folder.push_back(member("2020/copy of bromma.pdf", folder[2].report, 5));
  folder.push_back(member("x.pdf", sample::report("x", "solna", "Solna", "2020")));
  Report nameless = sample::report("nameless", "bromma", "Bromma", "2020");
  nameless.district.reset();
  nameless.status = Status::review;
  folder.push_back(member("nameless.pdf", nameless));
  Report rejected;
  rejected.source.sha256 = sha256_of("rejected");
  rejected.problems = {{"unknown_form", Severity::error, {}, "no report"}};
  folder.push_back(member("a/rejected.pdf", rejected));
  folder.push_back(unopened("a/locked.pdf"));
  return folder;
}

/// What `ingest` does with a file. Gives whether it had to be read.
inline bool take(Store& store, const Member& one) {
  const Result<std::optional<Known>> as_it_was = store.unchanged(one.facts);
  EXPECT_TRUE(as_it_was);
  if (*as_it_was && (*as_it_was)->current) {
    EXPECT_DONE(store.seen(one.facts.path));
    return false;
  }
  const Result<std::optional<Known>> known = store.content(one.report.source.sha256);
  EXPECT_TRUE(known);
  if (*known && (*known)->current) {
    EXPECT_DONE(store.point(one.facts, (*known)->report_id.value()));
    return false;
  }
  EXPECT_DONE(store.add(one.facts, one.report, one.state));
  return true;
}

/// A whole run; gives how many files were read.
inline int ingest(Store& store, const Folder& folder, const std::string& rules = "rules-1") {
  EXPECT_DONE(store.begin(sample::run(rules)));
  int read = 0;
  for (const Member& one : folder) read += take(store, one);
  EXPECT_TRUE(store.mark_gone());
  EXPECT_DONE(store.finish("done"));
  return read;
}

inline std::string content_of(const Folder& folder) {
  TemporaryFolder place;
  Store store = sample::opened(place / "");
  ingest(store, folder);
  EXPECT_EQ(sample::soundness(store), "ok");
  return sample::content(store);
}

}  // namespace lagesbild
