// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What two datasets state differently, and what an edit of the rules would change.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::string report(const std::string& square, const std::string& year = "2021") {
  return "Lägesbild december " + year +
         "\nBromma stadsdelsförvaltning\n\n"
         "Stadsövergripande prioriterade områden\nKommentarer\n\n"
         "1 Riktat arbete mot avgränsade platser och utsatta områden\nOförändrat. Kontakt: "
         "anna.exempel@exempel.se\n\n"
         "2 Unga i risk för kriminalitet\nBåde positiv och negativ förändring. Blandat.\n\n"
         "Lokalt prioriterade arbeten\n\n1. Platser\n\n1.1 Brommaplan 08-508 12 345\n" +
         square + "\n\n1.2 Blackebergs centrum\nNegativ förändring. Orolig höst.\n";
}

/// Rule files of a test's own.
class OwnRules {
 public:
  OwnRules() { fs::copy(PROJECT_ROOT "/rules", path()); }
  std::string path() const { return folder_ / "rules"; }
  void edit(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = bytes_in(path() + "/" + file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << file << " has no '" << from << "'";
    text.replace(at, from.size(), to);
    std::ofstream(path() + "/" + file, std::ios::binary) << text;
  }

 private:
  TemporaryFolder folder_;
};

/// A dataset, and a copy of it as it was before something happened to it.
class Differing : public testing::Test {
 protected:
  void SetUp() override {
    folder_.put("bromma.txt", report("Positiv förändring. Belysning är utbytt."));
    ASSERT_EQ(run(folder_.command()).code, 0);
    keep();
  }
  std::string before() const { return other_ / "data"; }
  void keep() const {
    fs::remove_all(before());
    fs::copy(folder_.data(), before(), fs::copy_options::recursive);
  }
  json diff(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"diff", before(), folder_.data(), "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return json::parse(ran.out);
  }
  void correct(const std::string& number, const std::string& decision) const {
    const Ran list =
        run({"audit", "--dataset", folder_.data(), "--sample", "1000", "--format", "json"});
    for (const auto& row : json::parse(list.out))
      if (row["number"] == number) {
        const std::string file = folder_.data() + "/answer.csv";
        std::ofstream(file) << "key,decision\n"
                            << row["key"].get<std::string>() << "," << decision << "\n";
        EXPECT_EQ(run({"correct", "--dataset", folder_.data(), file}).code, 0);
      }
  }
  Ingested folder_;
  TemporaryFolder other_;
  OwnRules rules_;
};

/// "changed 1.1 other_file: change comment"; one for each difference.
std::vector<std::string> told(const json& differences) {
  std::vector<std::string> lines;
  const auto words = [](const json& list) {
    std::string out;
    for (const auto& word : list) out += " " + word.get<std::string>();
    return out;
  };
  for (const auto& one : differences["differences"]) {
    const json& state = one["after"].is_null() ? one["before"] : one["after"];
    lines.push_back(one["kind"].get<std::string>() + " " + state["number"].get<std::string>() +
                    words(one["causes"]) + ":" + words(one["aspects"]));
  }
  return lines;
}

TEST_F(Differing, NamesWhatDiffersAndWhy) {
  struct Case {
    const char* promise;
    std::function<void()> happens;
    std::vector<std::string> says;
  };
  const auto ingest = [&] { EXPECT_EQ(run(folder_.command()).code, 0); };
  const Case cases[] = {
      {"nothing has happened", ingest, {}},
      {"a file has come",
       [&] {
         folder_.put("next.txt", report("Oförändrat.", "2022"));
         ingest();
       },
       {"added 1 new_file:", "added 2 new_file:", "added 1.1 new_file:", "added 1.2 new_file:"}},
      {"a file is gone",
       [&] {
         folder_.remove("next.txt");
         ingest();
       },
       {"gone 1 file_gone:", "gone 2 file_gone:", "gone 1.1 file_gone:", "gone 1.2 file_gone:"}},
      {"a file was replaced",
       [&] {
         folder_.put("bromma.txt", report("Oförändrat. Samma lampor."));
         ingest();
       },
       {"changed 1.1 other_file: change comment"}},
      {"a person set an area right",
       [&] { correct("1.2", "positive"); },
       {"changed 1.2 correction: change basis"}},
      {"a person agreed", [&] { correct("2", "accept"); }, {"changed 2 correction: review"}},
      {"a correction no longer holds, as the words are others",
       [&] {
         std::string text = report("Oförändrat. Samma lampor.");
         text.replace(text.find("Orolig höst"), 6, "Lugnare");
         folder_.put("bromma.txt", text);
         ingest();
       },
       {"changed 1.2 other_file correction: change basis comment"}},
      {"other rules",
       [&] {
         rules_.edit("areas.yaml", "id: unga-i-risk-for-kriminalitet", "id: unga");
         EXPECT_EQ(run(folder_.command({"--rules", rules_.path()})).code, 0);
       },
       {"changed 2 rules: area"}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.promise);
    keep();
    c.happens();
    EXPECT_EQ(told(diff()), c.says);
  }
}

TEST_F(Differing, TellsReportsOfNoKnownDistrictByTheirContent) {
  std::string text = report("Oförändrat.", "2022");
  text.replace(text.find("Bromma stadsdelsförvaltning"), 6, "Atlantis");
  folder_.put("nowhere.txt", text);
  ASSERT_EQ(run(folder_.command()).code, 0);
  EXPECT_EQ(diff()["counts"]["added"], 4);
  keep();
  EXPECT_THAT(told(diff()), testing::IsEmpty());
}

TEST_F(Differing, IsReadByPeopleAndPrograms) {
  folder_.put("bromma.txt", report("Oförändrat. Samma lampor."));
  ASSERT_EQ(run(folder_.command()).code, 0);
  const Ran text = run({"diff", before(), folder_.data(), "--lang", "sv"});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("Bromma 2021-12, lokalt 1.1 Brommaplan"));
  EXPECT_THAT(text.out, HasSubstr(": ändrad (annan fil)\n   besked: positiv → oförändrad\n"));
  EXPECT_THAT(text.out, HasSubstr("1 skillnad: 0 nya, 1 ändrade, 0 borta\n  1 annan fil\n"));
  const Ran csv = run({"diff", before(), folder_.data(), "--format", "csv"});
  EXPECT_THAT(csv.out, HasSubstr("kind,causes,aspects,report_id_before,report_id_after,"));
  EXPECT_THAT(csv.out, HasSubstr("\nchanged,other_file,change comment,"));
  const Ran same = run({"diff", before(), before(), "--lang", "en"});
  EXPECT_EQ(same.out, "No differences.\n");
  EXPECT_EQ(same.code, 0);
}

TEST_F(Differing, ShowsNothingThatPointsAtAPersonUnlessAsked) {
  folder_.remove("bromma.txt");
  folder_.put("next.txt", report("Oförändrat.", "2022"));
  ASSERT_EQ(run(folder_.command()).code, 0);
  for (const std::string format : {"text", "csv", "json"}) {
    SCOPED_TRACE(format);
    const std::vector<std::string> words = {"diff", before(), folder_.data(), "--format", format};
    EXPECT_THAT(run(words).out,
                Not(testing::AnyOf(HasSubstr("anna.exempel"), HasSubstr("508 12 345"))));
    std::vector<std::string> unmasked = words;
    unmasked.push_back("--unmasked");
    EXPECT_THAT(run(unmasked).out, HasSubstr("508 12 345"));
  }
  EXPECT_THAT(diff({"--no-comments"}).dump(), Not(HasSubstr("Orolig")));
  const Ran trends = run({"trends", "--dataset", folder_.data(), "--format", "json"});
  EXPECT_EQ(trends.code, 0) << trends.err;
  EXPECT_THAT(trends.out, Not(testing::AnyOf(HasSubstr("508 12 345"), HasSubstr("508-12-345"))));
  EXPECT_THAT(run({"trends", "--dataset", folder_.data(), "--unmasked"}).out,
              HasSubstr("508 12 345"));
}

TEST_F(Differing, SaysWhatItCannotCompare) {
  EXPECT_EQ(run({"diff", before()}).code, 2);
  EXPECT_EQ(run({"diff", before(), folder_.data(), "--format", "xml"}).code, 2);
  const Ran missing = run({"diff", before(), folder_.data() + "/none"});
  EXPECT_EQ(missing.code, 1);
  EXPECT_THAT(missing.err, HasSubstr("there is no dataset"));
}

// ---- the impact of rules ------------------------------------------------------------------------

/// "farsta-2022.pdf 1.1: change review {before} {after}", sorted.
std::vector<std::string> sorted(const json& differences) {
  std::vector<std::string> all;
  for (const auto& one : differences["differences"]) {
    const json &before = one["before"], &after = one["after"];
    std::string line = after["path"].get<std::string>() + " " + after["position"].dump() + ":";
    for (const auto& aspect : one["aspects"]) {
      const std::string name = aspect;
      const std::string key = name == "area" ? "area_id" : name;
      line += " " + name + " " + before[key].dump() + " -> " + after[key].dump();
    }
    all.push_back(line);
  }
  std::ranges::sort(all);
  return all;
}

/// Reports whose comments say the change, in tables, fields, headings and columns.
constexpr std::string_view by_comments[] = {"bromma-2021-reportlab-fields",
                                            "enskede-arsta-vantor-2023-latex-paragraphs",
                                            "farsta-2022-writer-ruled",
                                            "norra-innerstaden-2023-weasyprint-footnotes",
                                            "sodermalm-2021-weasyprint-decomposed",
                                            "skarholmen-2022-chromium-grid"};

TEST(RulesImpact, IsWhatReadingAgainGives) {
  struct Case {
    const char* promise;
    const char* file;
    const char *from, *to;
  };
  const Case cases[] = {
      {"a label states nothing any more", "change.yaml", "  - id: positive.label\n    is: positive",
       "  - id: positive.label\n    is: hint_positive"},
      {"a label asks for review", "change.yaml", "  - id: unchanged.edge\n    is: unchanged",
       "  - id: unchanged.edge\n    is: unchanged\n    review: weak_label"},
      {"an area has another id", "areas.yaml", "id: skolan-som-brottsplats", "id: skolan"},
      {"an area is known no more", "areas.yaml", "title: Skolan som brottsplats",
       "title: Fritiden som brottsplats"},
  };
  const Ingested folder;
  for (const auto& [name, bytes] : corpus_reports())
    if (std::ranges::find(by_comments, fs::path(name).stem()) != std::end(by_comments))
      folder.put(name, bytes);
  run(folder.command());
  const std::string kept = folder.in() + "/../kept";
  fs::copy(folder.data(), kept, fs::copy_options::recursive);
  for (const Case& c : cases) {
    SCOPED_TRACE(c.promise);
    const OwnRules rules;
    rules.edit(c.file, c.from, c.to);
    const Ran impact =
        run({"rules", "impact", "--dataset", kept, "--rules", rules.path(), "--format", "json"});
    ASSERT_EQ(impact.code, 0) << impact.err;
    run(folder.command({"--rules", rules.path()}));
    const Ran diff = run({"diff", kept, folder.data(), "--format", "json"});
    ASSERT_EQ(diff.code, 0) << diff.err;
    EXPECT_EQ(sorted(json::parse(impact.out)), sorted(json::parse(diff.out)));
    EXPECT_GT(json::parse(impact.out)["counts"]["changed"], 0);
  }
}

TEST_F(Differing, LeavesWhatAPersonSetRightAsItIs) {
  correct("1.1", "unchanged");
  keep();
  for (const std::string label : {"positive", "negative"})
    rules_.edit("change.yaml", "  - id: " + label + ".label\n    is: " + label,
                "  - id: " + label + ".label\n    is: hint_" + label);
  const Ran impact =
      run({"rules", "impact", "--dataset", before(), "--rules", rules_.path(), "--format", "json"});
  ASSERT_EQ(impact.code, 0) << impact.err;
  ASSERT_EQ(run(folder_.command({"--rules", rules_.path()})).code, 0);
  EXPECT_EQ(sorted(json::parse(impact.out)), sorted(diff()));
  EXPECT_THAT(sorted(json::parse(impact.out)),
              testing::Contains(HasSubstr("bromma.txt 4: change")));
  EXPECT_THAT(impact.out, Not(HasSubstr("Brommaplan")));
}

TEST(RulesImpact, TellsHowManyItCannotJudge) {
  const Ingested folder;
  for (const auto& [name, bytes] : corpus_reports())
    if (name == "bromma-2020-chromium-grid-change-last.pdf") folder.put(name, bytes);
  run(folder.command());
  const OwnRules rules;
  const Ran impact = run(
      {"rules", "impact", "--dataset", folder.data(), "--rules", rules.path(), "--format", "json"});
  ASSERT_EQ(impact.code, 0) << impact.err;
  EXPECT_GE(json::parse(impact.out)["coverage"]["not_by_comment"], 10);
}

TEST_F(Differing, SaysWhatAnEditOfTheRulesCannotBeJudgedBy) {
  const Ran told =
      run({"rules", "impact", "--dataset", before(), "--rules", rules_.path(), "--lang", "en"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("No differences.\n4 assessments in 1 report judged again"));
  EXPECT_THAT(told.out, HasSubstr("shows when the files are read again"));
  rules_.edit("change.yaml", "  - id: negative.label", "  # other rules\n  - id: negative.label");
  const Ran wrong = run({"rules", "impact", "--dataset", before(), "--rules", rules_.path(),
                         "--old-rules", rules_.path()});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("not read by the old rules"));
  EXPECT_EQ(wrong.out, "");
  EXPECT_EQ(run({"rules", "impact", "--dataset", before()}).code, 2);
}

}  // namespace
}  // namespace lagesbild
