// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "command/dataset_folder.h"
#include "command/run.h"

namespace lagesbild {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

/// Two reports of each of two districts.
std::vector<std::pair<std::string, std::string>> few_reports() {
  std::map<std::string, int> taken;
  std::vector<std::pair<std::string, std::string>> few;
  for (const auto& report : corpus_reports()) {
    const std::string district = report.first.substr(0, 6);
    if ((district == "bromma" || district == "farsta") && taken[district]++ < 2)
      few.push_back(report);
  }
  return few;
}

/// Every file below `folder` by its path.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      all[fs::relative(entry.path(), folder).string()] = bytes_in(entry.path());
  return all;
}

TEST(Report, WritesAFolderToBeOpened) {
  const Ingested dataset(few_reports());
  ASSERT_NE(run(dataset.command()).code, 1);
  const Ran ran = run({"report", "--dataset", dataset.data()});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("/data/report/index.html"));
  const auto files = files_in(fs::path(dataset.data()) / "report");
  for (const char* name : {"index.html", "search.html", "review.html", "page.js", "page.css",
                           "lagesbild.xlsx", "district-bromma.html", "data/district-bromma.js"})
    EXPECT_TRUE(files.contains(name)) << name;
}

TEST(Report, IsTheSameTwiceAndForgetsDistrictsThatAreGone) {
  const Ingested dataset(few_reports());
  ASSERT_NE(run(dataset.command()).code, 1);
  const std::string out = dataset.in() + "-shown";
  const std::vector<std::string> command = {"report", "--dataset", dataset.data(), "--out", out};
  ASSERT_EQ(run(command).code, 0);
  const auto before = files_in(out);
  ASSERT_EQ(run(command).code, 0);
  EXPECT_EQ(differing(before, files_in(out)), std::vector<std::string>());
  for (const auto& [name, bytes] : few_reports())
    if (name.starts_with("bromma")) dataset.remove(name);
  ASSERT_NE(run(dataset.command()).code, 1);
  ASSERT_EQ(run(command).code, 0);
  EXPECT_TRUE(before.contains("district-bromma.html"));
  EXPECT_FALSE(files_in(out).contains("data/district-bromma.js"));
}

TEST(Report, SpeaksTheLanguageAskedFor) {
  const Ingested dataset(few_reports());
  ASSERT_NE(run(dataset.command()).code, 1);
  ASSERT_EQ(run({"report", "--dataset", dataset.data(), "--lang", "en"}).code, 0);
  EXPECT_THAT(bytes_in(fs::path(dataset.data()) / "report" / "index.html"),
              HasSubstr("Status reports"));
}

TEST(Report, SaysWhatIsWrong) {
  EXPECT_EQ(run({"report"}).code, 2);
  const Ingested dataset;
  EXPECT_EQ(run({"report", "--dataset", dataset.data()}).code, 1);
  EXPECT_EQ(run({"report", "--dataset", dataset.data(), "--lang", "de"}).code, 2);
}

}  // namespace
}  // namespace lagesbild
