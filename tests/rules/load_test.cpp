// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "rules/rules.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string shipped = PROJECT_ROOT "/rules";

/// A copy of the shipped rules that a test may break.
class RulesFolder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = testing::TempDir() + "lagesbild-rules-" + test->name();
    fs::remove_all(folder_);
    fs::copy(shipped, folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void append(const std::string& file, const std::string& text) {
    std::ofstream(folder_ + "/" + file, std::ios::app) << text;
  }

  void replace(const std::string& file, const std::string& what, const std::string& with) {
    std::ifstream in(folder_ + "/" + file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    std::ofstream(folder_ + "/" + file) << text.replace(at, what.size(), with);
  }

  std::string first_problem() {
    const auto rules = load_rules(folder_);
    return rules ? "none" : sentence(rules.problem());
  }

  std::string folder_;
};

TEST(Rules, TheShippedOnesMeetTheirExamples) {
  for (const Problem& problem : check_rules(shipped)) ADD_FAILURE() << sentence(problem);
}

TEST(Rules, TheShippedOnesAreRead) {
  const auto rules = load_rules(shipped);
  ASSERT_TRUE(rules) << sentence(rules.problem());
  EXPECT_EQ(rules->version.size(), 12u);
  EXPECT_EQ(rules->version, shipped_rules_version()) << "known when built, so that they load late";
  EXPECT_EQ(rules->form.months.at("december"), 12);
  EXPECT_THAT(rules->form.ticked, testing::Contains("☒"));
  EXPECT_EQ(rules->districts.size(), 17u);
}

TEST(Rules, EachListOfTheCityHasItsAreas) {
  const auto rules = load_rules(shipped);
  ASSERT_TRUE(rules);
  std::map<std::string, int> count;
  for (const Area& area : rules->areas)
    if (area.scope == Scope::city) ++count[area.list];
  EXPECT_EQ(count, (std::map<std::string, int>{{"2019", 10}, {"2024", 5}}));
}

// 14 reports were due until mid-2020, 13 until mid-2023, 11 since.
TEST(Rules, TheDistrictsOfEachYearAreAsManyAsTheCityHad) {
  const auto rules = load_rules(shipped);
  ASSERT_TRUE(rules);
  const std::pair<const char*, int> days[] = {
      {"2007-01-01", 14}, {"2019-12-01", 14}, {"2020-06-30", 14}, {"2020-07-01", 13},
      {"2022-12-16", 13}, {"2023-06-30", 13}, {"2023-07-01", 11}, {"2025-12-01", 11}};
  for (const auto& [day, expected] : days) {
    const auto there = [&](const DistrictRule& d) {
      return (d.from.empty() || d.from <= day) && (d.to.empty() || day <= d.to);
    };
    EXPECT_EQ(std::ranges::count_if(rules->districts, there), expected) << day;
  }
}

TEST_F(RulesFolder, TheVersionChangesWithAnyFile) {
  const std::string before = load_rules(folder_)->version;
  EXPECT_EQ(load_rules(shipped)->version, before) << "the same bytes in another place";
  append("districts.yaml", "# a remark\n");
  EXPECT_NE(load_rules(folder_)->version, before);
}

TEST_F(RulesFolder, AMissingFileIsNamed) {
  fs::remove(folder_ + "/areas.yaml");
  EXPECT_THAT(first_problem(), HasSubstr(folder_ + "/areas.yaml: error: cannot be read"));
  EXPECT_THAT(check_rules(folder_), testing::SizeIs(1));
}

TEST_F(RulesFolder, WhatIsNoFileIsAProblem) {
  fs::remove(folder_ + "/areas.yaml");
  fs::create_directory(folder_ + "/areas.yaml");
  EXPECT_THAT(first_problem(), HasSubstr("areas.yaml"));
}

TEST_F(RulesFolder, AHugeFileIsRefused) {
  fs::resize_file(folder_ + "/areas.yaml", 100u << 20);
  EXPECT_THAT(first_problem(), HasSubstr("larger"));
}

TEST_F(RulesFolder, BrokenYamlIsNamedWithItsLine) {
  append("districts.yaml", "  - id: \"open\n");
  EXPECT_THAT(first_problem(), HasSubstr("districts.yaml:"));
  EXPECT_THAT(first_problem(), HasSubstr("this is no YAML"));
}

TEST_F(RulesFolder, ProblemsSayWhatToDo) {
  struct Case {
    const char* file;
    const char* what;
    const char* with;
    const char* said;
  };
  const Case cases[] = {
      {"form.yaml", "section:\n", "sektion:\n", "unknown key 'sektion', did you mean 'section'?"},
      {"form.yaml", "    is: instruction\n", "    is: instructions\n",
       "'is' can't be 'instructions'"},
      {"form.yaml", "{{title_noun}}", "{{titel_noun}}", "no part is named 'titel_noun'"},
      {"form.yaml", "december: 12", "december: 13", "a month's number is 1 to 12"},
      {"form.yaml", "december: 12", "december: tolv", "'december' must hold a whole number"},
      {"areas.yaml", "    from: 2019", "    form: 2019",
       "unknown key 'form', did you mean 'from'?"},
      {"areas.yaml", "title: Ordningsvakter", "title: Otillåten påverkan",
       "'Otillåten påverkan' is a title of 'otillaten-paverkan' too"},
      {"areas.yaml", "- id: ordningsvakter", "- id: otillaten-paverkan", "stands here twice"},
      {"areas.yaml", "title: Ordningsvakter", "name: Ordningsvakter", "unknown key 'name'"},
      {"districts.yaml", "to: 2020-06-30", "to: 2020-06-31x", "must be a day"},
      {"districts.yaml", "successors: [jarva]", "successors: [jerva]",
       "no district has the id 'jerva'"},
      {"districts.yaml", "name: Farsta", "name: Bromma",
       "a name of 'farsta' is one of 'bromma' too"},
      {"districts.yaml", "- id: farsta", "- id: bromma", "the id 'bromma' stands here twice"},
  };
  for (const Case& c : cases) {
    SetUp();
    replace(c.file, c.what, c.with);
    EXPECT_THAT(first_problem(), HasSubstr(c.said));
    EXPECT_THAT(first_problem(), HasSubstr(std::string(c.file) + ":"));
  }
}

TEST_F(RulesFolder, AFailingExampleIsFoundByTheCheckAlone) {
  replace("form.yaml", "match: [Nr,", "match: [Kommentarer, Nr,");
  EXPECT_EQ(first_problem(), "none");
  const auto problems = check_rules(folder_);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems.front().code, "rule_example");
  EXPECT_THAT(sentence(problems.front()),
              HasSubstr("'column.number' must match \"Kommentarer\"; the first rule to match is "
                        "'column.comment'"));
}

}  // namespace
}  // namespace lagesbild
