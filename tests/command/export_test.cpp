// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "contract.h"
#include "dataset/export_sample.h"
#include "ingest/temporary_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ExportCommand : public testing::Test {
 protected:
  void SetUp() override {
    export_sample::make_dataset(folder_ / "dataset", export_sample::files());
  }
  Ran exported(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"export", "--dataset", folder_ / "dataset"};
    words.insert(words.end(), more.begin(), more.end());
    return lagesbild::run(words);
  }
  std::set<std::string> names_in(const std::string& name) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_ / name))
      names.insert(entry.path().filename());
    return names;
  }
  TemporaryFolder folder_;
};

TEST_F(ExportCommand, WritesEverythingBesideTheDataset) {
  const Ran ran = exported({});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("16 files in " + (folder_ / "dataset") + ", 16 new or changed"));
  EXPECT_TRUE(names_in("dataset").contains("assessments.excel.csv"));
  EXPECT_TRUE(names_in("dataset").contains("lagesbild.xlsx"));
  EXPECT_THAT(exported({}).err, HasSubstr("0 new or changed"));
}

TEST_F(ExportCommand, WritesTheFormatsNamedElsewhere) {
  const Ran ran = exported({"--format", "jsonl,datasette", "--output", folder_ / "new/deep"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(names_in("new/deep"), (std::set<std::string>{"metadata.json", "reports.jsonl"}));
  EXPECT_FALSE(names_in("dataset").contains("reports.jsonl"));
}

TEST_F(ExportCommand, JsonLinesKeepToTheContract) {
  ASSERT_EQ(exported({"--format", "jsonl", "--output", folder_ / "out"}).code, 0);
  std::ifstream in(folder_ / "out/reports.jsonl");
  int objects = 0;
  for (std::string line; std::getline(in, line); ++objects)
    EXPECT_EQ(breach_of_contract(nlohmann::json::parse(line)), "") << line.substr(0, 200);
  EXPECT_EQ(objects, 8);
}

TEST_F(ExportCommand, SaysWhatIsWrong) {
  const Ran format = exported({"--format", "csv,pdf"});
  EXPECT_EQ(format.code, 2);
  EXPECT_THAT(format.err, HasSubstr("not 'pdf'"));
  EXPECT_EQ(exported({"--format", ""}).code, 2);
  EXPECT_EQ(lagesbild::run({"export"}).code, 2);

  const Ran missing = lagesbild::run({"export", "--dataset", folder_ / "missing"});
  EXPECT_EQ(missing.code, 1);
  EXPECT_THAT(missing.err, HasSubstr(folder_ / "missing"));
  EXPECT_FALSE(fs::exists(folder_ / "missing"));

  const Ran file = exported({"--output", folder_.file("file", "x")});
  EXPECT_EQ(file.code, 1);
  EXPECT_THAT(file.err, HasSubstr(folder_ / "file"));
}

TEST_F(ExportCommand, LeavesTheDatasetAsItIs) {
  const auto bytes = [&] {
    std::ifstream in(folder_ / "dataset/lagesbild.sqlite", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string before = bytes();
  ASSERT_EQ(exported({"--output", folder_ / "out"}).code, 0);
  EXPECT_TRUE(bytes() == before);
  EXPECT_EQ(names_in("dataset"), (std::set<std::string>{"lagesbild.sqlite", "lock"}));
}

}  // namespace
}  // namespace lagesbild
