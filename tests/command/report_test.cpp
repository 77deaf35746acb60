// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "command/dataset_folder.h"
#include "command/run.h"
#include "ingest/zip.h"

namespace lagesbild {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
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

/// Names of the pictures that the district pages of `folder` show; each must be there.
std::set<std::string> pictures_shown(const fs::path& folder) {
  static const std::regex image(R"rx(src="(pictures/[0-9a-f]{32}[0-9-]*\.png)" width="\d+")rx");
  std::set<std::string> names;
  for (const auto& [name, html] : files_in(folder)) {
    if (!name.starts_with("district-")) continue;
    for (std::sregex_iterator i(html.begin(), html.end(), image), end; i != end; ++i)
      names.insert((*i)[1]);
  }
  for (const std::string& name : names)
    EXPECT_TRUE(bytes_in(folder / name).starts_with("\x89PNG")) << name;
  return names;
}

std::vector<std::pair<std::string, std::string>> one_pdf() {
  return {
      {"år 2021/bromma.pdf", bytes_in(PROJECT_ROOT "/corpus/bromma-2021-writer-ruled/report.pdf")}};
}

TEST(Pictures, AreDrawnOnceAndStayWhenTheFileIsGone) {
  const Ingested dataset(one_pdf());
  ASSERT_NE(run(dataset.command()).code, 1);
  const std::vector<std::string> command = {"report", "--dataset", dataset.data()};
  ASSERT_EQ(run(command).code, 0);
  const fs::path folder = fs::path(dataset.data()) / "report";
  const auto shown = pictures_shown(folder);
  EXPECT_GT(shown.size(), 10u);
  const auto page = [&] { return bytes_in(folder / "district-bromma.html"); };
  EXPECT_THAT(page(), HasSubstr("href=\"../../in/%C3%A5r%202021/bromma.pdf#page=1\""));

  const fs::path kept = fs::path(dataset.data()) / shown.begin()->c_str();
  std::ofstream(kept) << "spoilt";
  ASSERT_EQ(run(command).code, 0);
  EXPECT_EQ(pictures_shown(folder), shown) << "a spoilt one is drawn again";

  fs::rename(dataset.in(), dataset.in() + "-moved");
  ASSERT_EQ(run(command).code, 0);
  EXPECT_EQ(pictures_shown(folder), shown);
  EXPECT_THAT(page(), Not(HasSubstr("bromma.pdf#page")));
  ASSERT_EQ(run({"report", "--dataset", dataset.data(), "--reports", dataset.in() + "-moved"}).code,
            0);
  EXPECT_THAT(page(), HasSubstr("href=\"../../in-moved/%C3%A5r%202021/bromma.pdf#page=1\""));
}

TEST(Pictures, OfAFileThatHasChangedAreNotDrawn) {
  const Ingested dataset(one_pdf());
  ASSERT_NE(run(dataset.command()).code, 1);
  dataset.put("år 2021/bromma.pdf", "%PDF-1.4 another one");
  ASSERT_EQ(run({"report", "--dataset", dataset.data()}).code, 0);
  const fs::path folder = fs::path(dataset.data()) / "report";
  EXPECT_TRUE(pictures_shown(folder).empty());
  EXPECT_THAT(bytes_in(folder / "district-bromma.html"), HasSubstr("Ingen bild: filen"));
}

TEST(Pictures, OfMembersOfAnArchiveAreDrawnToo) {
  const auto [name, bytes] = one_pdf().front();
  const Ingested dataset({{"alla.zip", zip_of({{"2021/bromma.pdf", bytes}})}});
  ASSERT_NE(run(dataset.command()).code, 1);
  ASSERT_EQ(run({"report", "--dataset", dataset.data()}).code, 0);
  const fs::path folder = fs::path(dataset.data()) / "report";
  EXPECT_GT(pictures_shown(folder).size(), 10u);
  EXPECT_THAT(bytes_in(folder / "district-bromma.html"), HasSubstr("href=\"../../in/alla.zip\""));
}

TEST(Pictures, ShowNothingThatIsMaskedOrLeftOut) {
  const Ingested dataset(one_pdf());
  ASSERT_NE(run(dataset.command()).code, 1);
  const TemporaryFolder rules;
  fs::copy(PROJECT_ROOT "/rules", rules / "");
  std::ofstream(rules / "privacy.yaml")
      << "shown_as: {email: '[e]', telephone: '[t]', personal_number: '[p]', case_number: '[c]'}\n"
         "mask:\n  - {id: mask.word, is: email, pattern: 'oforandrat', match: ['oforandrat'], no: "
         "['a']}\n";
  const fs::path folder = fs::path(dataset.data()) / "report";
  const auto shown_with = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"report", "--dataset", dataset.data(), "--rules", rules / ""});
    EXPECT_EQ(run(words).code, 0);
    return pictures_shown(folder).size();
  };
  const std::size_t all = shown_with({"--unmasked"});
  const std::size_t masked = shown_with({});
  EXPECT_GT(masked, 0u);
  EXPECT_LT(masked, all);
  EXPECT_THAT(bytes_in(folder / "district-bromma.html"), HasSubstr("uppgifter som är maskerade"));
  EXPECT_EQ(files_in(folder / "pictures").size(), masked) << "those of the last time are gone";
  EXPECT_EQ(shown_with({"--no-comments"}), 0u);
  EXPECT_TRUE(files_in(folder / "pictures").empty());
  EXPECT_EQ(shown_with({"--no-pictures"}), 0u);
}

TEST(Report, SaysWhatIsWrong) {
  EXPECT_EQ(run({"report"}).code, 2);
  const Ingested dataset;
  EXPECT_EQ(run({"report", "--dataset", dataset.data()}).code, 1);
  EXPECT_EQ(run({"report", "--dataset", dataset.data(), "--lang", "de"}).code, 2);
}

}  // namespace
}  // namespace lagesbild
