// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "dataset/programs.h"
#include "dataset/workbook_file.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// "key=decision/note" of each answer; "accept" or the change, "-" for none.
std::vector<std::string> shown(const Answers& answers) {
  std::vector<std::string> all;
  for (const Answer& one : answers.answers) {
    const std::string change = one.change ? std::string(name_of(*one.change)) : "-";
    all.push_back(one.key + "=" + (one.accept ? "accept" : change) + "/" + one.note);
  }
  return all;
}

class AnswerFiles : public testing::Test {
 protected:
  Result<Answers> in(const std::string& bytes) {
    std::ofstream(folder_ / "answers", std::ios::binary) << bytes;
    return answers_in(folder_ / "answers");
  }
  TemporaryFolder folder_;
};

TEST_F(AnswerFiles, CsvOfBothDialects) {
  const char* cases[] = {
      "key,comment,decision,note\r\na,\"x, \"\"y\"\"\nz\",accept,\r\nb,,negative,ok\r\nc,,,\r\n",
      "\xEF\xBB\xBFnyckel;beslut;anteckning\r\na;Behåll ;\r\nb;NEGATIV;ok\r\nc;;\r\n",
      "decision,key,note\nbehåll,a,\nnegativ,b,ok\nskip,c,",
  };
  for (const char* bytes : cases) {
    const auto answers = in(bytes);
    ASSERT_TRUE(answers) << answers.problem().what;
    EXPECT_THAT(shown(*answers), ElementsAre("a=accept/", "b=negative/ok")) << bytes;
    EXPECT_TRUE(answers->problems.empty()) << bytes;
  }
}

TEST_F(AnswerFiles, RowsThatAreNoAnswersAreNamed) {
  const auto answers = in("key,decision\na,perhaps\n,accept\nb,ej angiven\n");
  ASSERT_TRUE(answers);
  EXPECT_THAT(shown(*answers), ElementsAre("b=-/"));
  ASSERT_EQ(answers->problems.size(), 2u);
  EXPECT_THAT(sentence(answers->problems[0]), HasSubstr("answers:2: error: 'perhaps' is no"));
  EXPECT_THAT(sentence(answers->problems[1]), HasSubstr("answers:3: error: a decision without"));
}

TEST_F(AnswerFiles, RowsWithForeignLettersAreNamed) {
  const auto answers = in("key,decision,note\na,positiv,f\xF6r l\xE5ngt\nb,negativ,för\n");
  ASSERT_TRUE(answers);
  EXPECT_THAT(shown(*answers), ElementsAre("b=negative/för"));
  ASSERT_EQ(answers->problems.size(), 1u);
  EXPECT_THAT(sentence(answers->problems[0]), HasSubstr("answers:2: error: its letters are not"));
}

TEST_F(AnswerFiles, JsonOfThePage) {
  const auto answers =
      in(R"( {"format": "lagesbild-corrections", "version": 1, "role": "samordnare",
    "corrections": [{"key": "a", "decision": "accept"},
                    {"key": "b", "decision": "change", "change": "positive", "note": "ok"},
                    {"key": "c", "decision": "change", "change": null},
                    {"key": "d", "decision": "skip"}]})");
  ASSERT_TRUE(answers) << answers.problem().what;
  EXPECT_EQ(answers->role, "samordnare");
  EXPECT_THAT(shown(*answers), ElementsAre("a=accept/", "b=positive/ok", "c=-/"));
}

TEST_F(AnswerFiles, JsonItemsThatAreNoAnswersAreNamed) {
  const auto answers = in(R"({"format": "lagesbild-corrections", "version": 1, "corrections": [
    7, {"key": "a"}, {"key": "b", "decision": "change"}, {"key": "c", "decision": "accept"},
    {"key": "d", "decision": "change", "change": "better"}, {"decision": "accept"}]})");
  ASSERT_TRUE(answers);
  EXPECT_THAT(shown(*answers), ElementsAre("c=accept/"));
  EXPECT_EQ(answers->problems.size(), 5u);
}

TEST_F(AnswerFiles, FilesThatAreNoneSayWhatToUse) {
  const std::string deep(100'000, '[');
  const std::string cases[] = {"",
                               "hello",
                               "a;b\n1;2\n",
                               "{}",
                               "{\"format\": \"other\"}",
                               "PK\x03\x04",
                               "{\"format\": \"lagesbild-corrections\", \"version\": 2}",
                               "{\"format\": \"lagesbild-corrections\", \"version\": 1}",
                               "{\"a\": " + deep,
                               std::string("\0\0\0", 3),
                               "\"open"};
  for (const std::string& bytes : cases) {
    const auto answers = in(bytes);
    ASSERT_FALSE(answers) << bytes.substr(0, 60);
    EXPECT_EQ(answers.problem().code, "answers") << bytes.substr(0, 60);
  }
  EXPECT_FALSE(answers_in(folder_ / "missing"));
  EXPECT_FALSE(answers_in(folder_ / ""));
}

TEST_F(AnswerFiles, WorkbooksOfOursAndOfCalc) {
  const std::string path = folder_ / "answers.xlsx";
  {
    WorkbookFile book(path, folder_ / "");
    book.sheet("Data").head(std::vector<SheetColumn>{{"nyckel"}, {"beslut"}});
    Sheet sheet = book.sheet("Att granska");
    sheet.head(std::vector<SheetColumn>{{"nyckel"}, {"Kommentar"}, {"beslut"}, {"anteckning"}});
    const auto row = [](const std::string& key, const std::string& decision) {
      return std::vector<SheetCell>{
          {key}, {std::string("<b>&amp;\n=1+1")}, {decision}, {std::string("å")}};
    };
    sheet.add(row("a", "behåll"));
    sheet.add(std::vector<SheetCell>{{std::string("b")}, {}, {}, {}});
    sheet.add(row("c", "oförändrad"));
    ASSERT_EQ(book.close(), std::nullopt);
  }
  printed_by("cd '" + (folder_ / "") + "' && mkdir calc && soffice -env:UserInstallation=file://" +
             (folder_ / "profile") + " --headless --convert-to xlsx --outdir calc answers.xlsx");
  for (const std::string& file : {path, folder_ / "calc/answers.xlsx"}) {
    const auto answers = answers_in(file);
    ASSERT_TRUE(answers) << answers.problem().what;
    EXPECT_THAT(shown(*answers), ElementsAre("a=accept/å", "c=unchanged/å")) << file;
  }
}

}  // namespace
}  // namespace lagesbild
