// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;
using testing::HasSubstr;

/// An environment variable for as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

struct Settled {
  int code = 0;  ///< of ExitCode, 0 where options were given
  int jobs = 0, size = 0;
  std::string dataset, told;
};

Settled settled(std::vector<std::string> words) {
  Options options;
  auto add = options.listed.add_options();
  add("jobs,j", po::value<int>()->default_value(7));
  add("max-size", po::value<int>()->default_value(8));
  add("dataset", po::value<std::string>());
  add("quiet", po::bool_switch());
  options.hidden.add_options()("folder", po::value<std::string>());
  options.positional.add("folder", 1);
  testing::internal::CaptureStderr();
  const auto parsed =
      layered_options_of({"lagesbild try", std::move(words)}, Usage(), options, "folder");
  Settled settled;
  settled.told = testing::internal::GetCapturedStderr();
  if (const auto* code = std::get_if<ExitCode>(&parsed)) {
    settled.code = *code;
    return settled;
  }
  const auto& given = std::get<po::variables_map>(parsed);
  settled.jobs = given["jobs"].as<int>();
  settled.size = given["max-size"].as<int>();
  if (given.count("dataset") > 0) settled.dataset = given["dataset"].as<std::string>();
  return settled;
}

TEST(Settings, OfTheCommandLineWinOverTheEnvironmentAndThatOverTheFile) {
  const TemporaryFolder folder;
  const std::string here = folder / "";
  EXPECT_EQ(settled({here}).jobs, 7) << "nothing is said";
  folder.file("lagesbild.yaml", "# how we read\njobs: 1\nmax-size: 11\n");
  EXPECT_EQ(settled({here}).jobs, 1);
  EXPECT_EQ(settled({here}).size, 11);
  const Variable variable("LAGESBILD_JOBS", "2");
  EXPECT_EQ(settled({here}).jobs, 2);
  EXPECT_EQ(settled({here}).size, 11);
  EXPECT_EQ(settled({here, "--jobs", "3"}).jobs, 3);
  EXPECT_EQ(settled({here, "-j4"}).jobs, 4);
  EXPECT_EQ(settled({}).jobs, 2) << "no folder, no file";
}

TEST(Settings, NameFoldersFromWhereTheyStand) {
  const TemporaryFolder folder;
  folder.file("lagesbild.yaml", "dataset: ../data\n");
  const std::string beside = std::filesystem::path(folder / "../data").lexically_normal();
  EXPECT_EQ(settled({folder / ""}).dataset, beside);
  folder.file("lagesbild.yaml", "dataset: /data\n");
  EXPECT_EQ(settled({folder / ""}).dataset, "/data");
  const Variable variable("LAGESBILD_DATASET", "data");
  EXPECT_EQ(settled({folder / ""}).dataset, "data");
}

struct Wrong {
  const char* says;
  const char* file;
  const char* told;
};

const Wrong wrongs[] = {
    {"an unknown option", "jobs: 1\njbs: 2\n",
     "lagesbild.yaml:2: error: unknown option 'jbs', did"},
    {"an option that takes no value", "quiet: true\n", "unknown option 'quiet'"},
    {"a number that is none", "\njobs: two\n", "lagesbild.yaml:2: error: "},
    {"a list", "jobs: [1, 2]\n", "'jobs' must hold one value"},
    {"no options at all", "- jobs\n", "must stand options"},
    {"no YAML", "jobs: [\n", "lagesbild.yaml:"},
};

TEST(Settings, ThatAreWrongAreNamedWithTheirPlace) {
  const TemporaryFolder folder;
  for (const Wrong& wrong : wrongs) {
    folder.file("lagesbild.yaml", wrong.file);
    const Settled ran = settled({folder / ""});
    EXPECT_EQ(ran.code, exit_usage) << wrong.says;
    EXPECT_THAT(ran.told, HasSubstr(wrong.told)) << wrong.says;
  }
  const Variable variable("LAGESBILD_MAX_SIZE", "much");
  EXPECT_THAT(settled({}).told, HasSubstr("LAGESBILD_MAX_SIZE: error: "));
}

TEST(Settings, MayBeAnEmptyFile) {
  const TemporaryFolder folder;
  folder.file("lagesbild.yaml", "# nothing yet\n");
  EXPECT_EQ(settled({folder / ""}).jobs, 7);
}

}  // namespace
}  // namespace lagesbild
