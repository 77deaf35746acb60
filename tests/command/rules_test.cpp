// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "run.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A copy of the rule files that a test may spoil.
class RulesCopy {
 public:
  RulesCopy() { std::filesystem::copy(PROJECT_ROOT "/rules", folder_); }
  RulesCopy(const RulesCopy&) = delete;
  RulesCopy& operator=(const RulesCopy&) = delete;
  ~RulesCopy() { std::filesystem::remove_all(folder_); }

  std::string path() const { return folder_.string(); }
  void append(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::app) << text;
  }

 private:
  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) / "rules-copy";
};

TEST(RulesTry, PrintsOneObjectPerComment) {
  const Ran ran =
      run({"rules", "try", "Oförändrat.", "Klottret har minskat.", "Ingen förbättring."});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.lines(),
              ElementsAre(R"({"comment":"Oförändrat.","change":"unchanged","basis":"stated",)"
                          R"("suggested_change":null,"review":[],"rule":"unchanged.edge"})",
                          R"({"comment":"Klottret har minskat.","change":null,"basis":"none",)"
                          R"("suggested_change":"positive","review":[],"rule":"hint.bad_fell"})",
                          R"({"comment":"Ingen förbättring.","change":null,"basis":"none",)"
                          R"("suggested_change":null,"review":["negated_label"],"rule":""})"));
}

TEST(RulesTry, ReadsLinesAndTheirLineBreaks) {
  const Ran ran = run({"rules", "try"}, "Centrum\\nOförändrat\r\n\nF\xFFrs\xC3\xA4mring");
  EXPECT_EQ(ran.code, 0);
  ASSERT_EQ(ran.lines().size(), 3u) << "an empty line is a comment, a last line needs no end";
  EXPECT_THAT(ran.lines()[0], HasSubstr(R"("comment":"Centrum\nOförändrat","change":"unchanged")"));
  EXPECT_THAT(ran.lines()[1], HasSubstr(R"("comment":"","change":null)"));
  EXPECT_THAT(ran.lines()[2], HasSubstr("\uFFFD")) << "invalid bytes must not break the JSON";
}

TEST(RulesTry, RefusesLinesWithoutEnd) {
  const Ran ran = run({"rules", "try"}, std::string((1 << 20) + 2, 'a'));
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("longer than 1 MiB"));
}

TEST(RulesCheck, TellsWhichExampleFails) {
  EXPECT_EQ(run({"rules", "check"}).code, 0);

  const RulesCopy copy;
  copy.append("change.yaml", "    Positiv förändring\n");
  const Ran ran = run({"rules", "check", "--rules", copy.path()});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("change.yaml:"));
  EXPECT_THAT(ran.err, HasSubstr("\"Positiv förändring\" comes to 'positive'"));
}

TEST(Rules, WantToKnowWhatToDo) {
  EXPECT_EQ(run({"rules"}).code, 2);
  const Ran ran = run({"rules", "chekc"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("did you mean 'check'?"));
}

}  // namespace
}  // namespace lagesbild
