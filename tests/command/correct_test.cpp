// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person answers, from the list to the exports and through every new reading.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

/// Every member of a ZIP archive, by Python's zipfile.
std::string unpacked(const std::string& archive) {
  const std::string command =
      "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
      "print(*(z.read(n).decode() for n in z.namelist()))' '" +
      archive + "'";
  std::string text;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::array<char, 1 << 16> piece;
  while (const std::size_t size = fread(piece.data(), 1, piece.size(), pipe.get()))
    text.append(piece.data(), size);
  return text;
}

std::string report(const std::string& square) {
  return "Lägesbild december 2021\nBromma stadsdelsförvaltning\n\n"
         "Stadsövergripande prioriterade områden\nKommentarer\n\n"
         "1 Riktat arbete mot avgränsade platser och utsatta områden\nOförändrat. Kontakt: "
         "anna.exempel@exempel.se eller 08-508 12 345.\n\n"
         "2 Unga i risk för kriminalitet\nBåde positiv och negativ förändring. Blandat.\n\n"
         "3 Skolan som brottsplats\nPositiv förändring. Vuxenvandringar (811218-9876).\n\n"
         "Lokalt prioriterade arbeten\n\n1. Platser\n\n1.1 Brommaplan\n" +
         square + "\n\n1.2 Blackebergs centrum\nNegativ förändring. Orolig höst.\n";
}

class Correcting : public testing::Test {
 protected:
  void SetUp() override {
    folder_.put("bromma.txt", report("Positiv förändring. Belysning är utbytt."));
    ASSERT_EQ(run(folder_.command()).code, 0);
  }
  Ran on(std::vector<std::string> words) const {
    words.insert(words.begin() + 1, {"--dataset", folder_.data()});
    return run(words);
  }
  std::string key_of(const std::string& number) const {
    const Ran ran = on({"audit", "--sample", "1000", "--format", "json"});
    for (const auto& row : nlohmann::json::parse(ran.out))
      if (row["number"] == number) return row["key"];
    ADD_FAILURE() << "no area " << number << ": " << ran.out << ran.err;
    return {};
  }
  std::string file(const std::string& name, const std::string& bytes) const {
    std::string path = folder_.data() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  /// The line of assessments.csv for an area.
  std::string exported(const std::string& number) const {
    std::istringstream in(bytes_in(folder_.data() + "/assessments.csv"));
    for (std::string line; std::getline(in, line);)
      if (line.find("," + number + ",") != std::string::npos) return line;
    return {};
  }
  Ingested folder_;
};

TEST_F(Correcting, StandsThroughNewReadingsAndRules) {
  const std::string square = key_of("1.1"), mixed = key_of("2");
  const std::string page =
      file("page.json",
           R"({"format":"lagesbild-corrections","version":1,"role":"samordnare","corrections":[
        {"key":")" +
               square + R"(","decision":"change","change":"unchanged"},
        {"key":")" +
               mixed + R"(","decision":"change","change":"negative"}]})");
  const Ran taken = on({"correct", page, "--lang", "en"});
  EXPECT_EQ(taken.code, 0) << taken.err;
  EXPECT_THAT(taken.err, HasSubstr("2 answers taken in"));
  EXPECT_THAT(exported("1.1"), HasSubstr(",unchanged,corrected,"));
  EXPECT_THAT(exported("2"), HasSubstr(",negative,corrected,"));

  // Other rules: everything is read again.
  const std::string rules = folder_.data() + "/rules";
  fs::copy(PROJECT_ROOT "/rules", rules, fs::copy_options::recursive);
  std::ofstream(rules + "/change.yaml", std::ios::app) << "# another version\n";
  ASSERT_EQ(run(folder_.command({"--rules", rules})).code, 0);
  EXPECT_THAT(exported("1.1"), HasSubstr(",unchanged,corrected,"));

  // Another file in its place: the words of one area are others now.
  folder_.put("bromma.txt", report("Positiv förändring. Helt ny text."));
  ASSERT_EQ(run(folder_.command({"--rules", rules})).code, 0);
  EXPECT_THAT(exported("1.1"), HasSubstr(",positive,stated,"));
  EXPECT_THAT(exported("2"), HasSubstr(",negative,corrected,"));
  const Ran list = on({"correct", "--list", "--lang", "en"});
  EXPECT_THAT(list.out, HasSubstr("1.1 Brommaplan: positive becomes unchanged  (stale"));
  EXPECT_THAT(list.out, HasSubstr("samordnare"));

  EXPECT_EQ(on({"correct", "--undo", "2"}).code, 0);
  EXPECT_THAT(exported("2"), Not(HasSubstr("corrected")));
  EXPECT_EQ(on({"correct", "--undo", "2"}).code, 1);
}

TEST_F(Correcting, TakesAListOfReviewFilledIn) {
  Ran list = on({"review", "--format", "csv"});
  ASSERT_EQ(list.code, 0) << list.err;
  ASSERT_THAT(list.out, HasSubstr("mixed"));
  const std::size_t end = list.out.rfind(",,\r\n");
  ASSERT_NE(end, std::string::npos);
  list.out.replace(end, 1, ",none");
  const Ran taken = on({"correct", file("filled.csv", list.out), "--role", "chef"});
  EXPECT_EQ(taken.code, 0) << taken.err;
  EXPECT_THAT(bytes_in(folder_.data() + "/corrections.csv"), HasSubstr(",chef,"));
  EXPECT_THAT(on({"review", "--lang", "en"}).out, HasSubstr("Nothing to review."));
}

TEST_F(Correcting, SaysWhatCannotBeTaken) {
  const Ran ran = on({"correct", file("wrong.csv", "key,decision\nnothing,accept\n")});
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("wrong.csv:2: error: 'nothing' is no key"));
  EXPECT_EQ(on({"correct", folder_.data() + "/missing.csv"}).code, 1);
  EXPECT_EQ(on({"correct"}).code, 2);
  EXPECT_EQ(on({"correct", "--list", "--undo", "1"}).code, 2);
}

TEST_F(Correcting, ExportsShowNothingThatPointsAtAPerson) {
  const std::string values[] = {"anna.exempel", "508 12 345", "811218"};
  const Ran ran = on({"export", "--output", folder_.data() + "/out"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("masked: 1 email, 1 personal_number, 1 telephone"));
  for (const auto& entry : fs::directory_iterator(folder_.data() + "/out")) {
    const bool packed = entry.path().extension() == ".xlsx";
    const std::string bytes = packed ? unpacked(entry.path()) : bytes_in(entry.path());
    ASSERT_FALSE(bytes.empty()) << entry.path();
    for (const std::string& value : values)
      EXPECT_THAT(bytes, Not(HasSubstr(value))) << entry.path();
  }
  ASSERT_EQ(on({"export", "--output", folder_.data() + "/raw", "--unmasked"}).code, 0);
  EXPECT_THAT(bytes_in(folder_.data() + "/raw/assessments.csv"), HasSubstr("811218-9876"));
  ASSERT_EQ(on({"export", "--output", folder_.data() + "/bare", "--no-comments"}).code, 0);
  EXPECT_THAT(bytes_in(folder_.data() + "/bare/assessments.csv"), Not(HasSubstr("Orolig")));
  EXPECT_THAT(bytes_in(folder_.data() + "/bare/reports.jsonl"), Not(HasSubstr("Orolig")));
}

}  // namespace
}  // namespace lagesbild
