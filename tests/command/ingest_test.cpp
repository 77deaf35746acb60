// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lagesbild ingest` as people meet it: what it reads, what it leaves alone, what it says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "dataset_folder.h"
#include "ingest/zip.h"
#include "run.h"

namespace lagesbild {
namespace {

using nlohmann::json;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;
using Reports = std::vector<std::pair<std::string, std::string>>;

void ingest(const Ingested& folder, const std::vector<std::string>& more = {}) {
  const Ran ran = run(folder.command(more));
  EXPECT_THAT(ran.code, AnyOf(0, 3)) << ran.err;
  EXPECT_EQ(ran.out, "") << "--quiet";
}

std::vector<json> objects_of(const Ingested& folder) {
  std::vector<json> objects;
  std::istringstream lines(folder.exports().at("reports.jsonl"));
  for (std::string line; std::getline(lines, line);) objects.push_back(json::parse(line));
  return objects;
}

/// "path" of each object, with "!code" of its first problem where it was rejected.
std::vector<std::string> told(const Ingested& folder) {
  std::vector<std::string> all;
  for (const json& object : objects_of(folder)) {
    std::string line = object["source"]["path"];
    if (object["status"] == "rejected")
      line += "!" + object["problems"].back()["code"].get<std::string>();
    all.push_back(line);
  }
  return all;
}

/// What a rewrite of any file would change: its place on the disk and when it was written.
std::map<std::string, std::pair<ino_t, std::int64_t>> places(const Ingested& folder) {
  std::map<std::string, std::pair<ino_t, std::int64_t>> all;
  for (const auto& entry : fs::directory_iterator(folder.data())) {
    struct stat facts = {};
    EXPECT_EQ(::stat(entry.path().c_str(), &facts), 0);
    if (entry.path().filename() != "lock")
      all[entry.path().filename().string()] = {
          facts.st_ino, facts.st_mtim.tv_sec * 1'000'000'000 + facts.st_mtim.tv_nsec};
  }
  return all;
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += by.size())
    text.replace(at, old.size(), by);
  return text;
}

const std::string& good() {
  static const std::string bytes =
      bytes_in(PROJECT_ROOT "/corpus/bromma-2021-writer-ruled/report.pdf");
  return bytes;
}

// ---- the same, however it came about ------------------------------------------------------------

TEST(Ingest, GivesTheSameBytesInOneGoInPartsAndWithAnyJobs) {
  const Reports reports = corpus_reports(40);
  const Ingested one(reports);
  ingest(one, {"--jobs", "1"});
  const auto expected = one.exports();
  EXPECT_TRUE(expected.contains("lagesbild.xlsx"));
  EXPECT_EQ(objects_of(one).size(), reports.size());

  const Ingested many(reports);
  ingest(many, {"--jobs", "8"});
  EXPECT_THAT(differing(many.exports(), expected), IsEmpty());

  const Ingested parts;
  for (std::size_t i = reports.size(); i-- > 0;) {  // the last first
    parts.put(reports[i].first, reports[i].second);
    if (i % 13 == 0) ingest(parts);
  }
  EXPECT_THAT(differing(parts.exports(), expected), IsEmpty());
}

TEST(Ingest, WritesNothingWhereNothingHasChanged) {
  const Ingested folder(corpus_reports(12));
  folder.put("broken.zip", "no archive");
  folder.put("good.zip", zip_of({{"a.pdf", good()}}));
  ASSERT_EQ(::mkfifo((folder.in() + "/pipe.pdf").c_str(), 0600), 0);
  ingest(folder);
  const auto before = places(folder);
  EXPECT_TRUE(before.contains("lagesbild.sqlite"));
  ingest(folder);
  EXPECT_EQ(places(folder), before);
}

TEST(Ingest, ReadsWhatHasChangedAndForgetsNothing) {
  const Reports reports = corpus_reports(6);
  const Ingested folder(reports);
  ingest(folder);
  const auto expected = folder.exports();

  folder.remove(reports[2].first);
  ingest(folder);
  EXPECT_EQ(objects_of(folder).size(), 5u);
  folder.put(reports[2].first, "no report at all");
  ingest(folder);
  EXPECT_THAT(told(folder), testing::Contains(reports[2].first + "!unknown_form"));
  folder.put(reports[2].first, reports[2].second);
  ingest(folder);
  EXPECT_THAT(differing(folder.exports(), expected), IsEmpty());

  fs::rename(folder.in() + "/" + reports[0].first, folder.in() + "/moved");
  fs::create_directory(folder.in() + "/new");
  fs::rename(folder.in() + "/moved", folder.in() + "/new/" + reports[0].first);
  ingest(folder);
  EXPECT_THAT(told(folder), testing::Contains("new/" + reports[0].first));
  EXPECT_EQ(objects_of(folder).size(), 6u);
}

TEST(Ingest, GivesOneReportForTheSameContentTwice) {
  const Ingested folder({{"b.pdf", good()}, {"a/c.pdf", good()}});
  ingest(folder);
  EXPECT_THAT(told(folder), ElementsAre("a/c.pdf", "b.pdf"));
  EXPECT_THAT(folder.exports()["reports.csv"], HasSubstr(",a/c.pdf,"));
  EXPECT_THAT(folder.exports()["reports.csv"], testing::Not(HasSubstr(",b.pdf,")));
  EXPECT_THAT(folder.exports()["problems.csv"], testing::Not(HasSubstr("two_reports")));
}

TEST(Ingest, ReadsAllAgainWhenTheRulesHaveChanged) {
  const TemporaryFolder rules;
  fs::copy(PROJECT_ROOT "/rules", rules / "rules");
  const Ingested folder(corpus_reports(3));
  folder.put("z.zip", zip_of({{"a.pdf", good()}}));
  ingest(folder, {"--rules", rules / "rules"});
  const std::string before = folder.exports().at("reports.csv");
  std::ofstream(rules / "rules/areas.yaml", std::ios::app) << "\n# another version\n";
  ingest(folder, {"--rules", rules / "rules"});
  const std::string after = folder.exports().at("reports.csv");
  EXPECT_NE(after, before);
  const auto version = [](const std::string& csv) { return csv.substr(csv.size() - 14, 12); };
  EXPECT_EQ(replaced(after, version(after), version(before)), before);
}

// ---- odd folders --------------------------------------------------------------------------------

TEST(Ingest, NamesWhatItCannotReadAndReadsTheRest) {
  const Ingested folder({{"good.pdf", good()}, {"empty.pdf", ""}, {".hidden.pdf", good()}});
  const std::string in = folder.in() + "/";
  ASSERT_EQ(::mkfifo((in + "pipe.pdf").c_str(), 0600), 0);
  folder.put("folder.pdf/inner.pdf", good());
  folder.put("H\xE4gersten\n.pdf", "x");
  fs::create_symlink("nowhere", in + "dangling.pdf");
  fs::create_symlink("/etc/hostname", in + "outside.txt");
  fs::create_symlink("good.pdf", in + "link.pdf");
  fs::create_directory_symlink("/etc", in + "etc");
  fs::create_directory_symlink(".", in + "loop");
  const Ran ran = run({"ingest", folder.in(), "--dataset", folder.data()});
  EXPECT_EQ(ran.code, 3) << ran.err;
  EXPECT_THAT(told(folder), ElementsAre("H%E4gersten%0A.pdf!unknown_form", "dangling.pdf!not_found",
                                        "empty.pdf!empty", "etc!outside", "folder.pdf!not_a_file",
                                        "folder.pdf/inner.pdf", "good.pdf", "link.pdf",
                                        "outside.txt!outside", "pipe.pdf!not_a_file"));
  EXPECT_THAT(ran.out, HasSubstr("pipe.pdf (not_a_file)"));
  EXPECT_THAT(ran.err, HasSubstr("outside.txt: "));
}

TEST(Ingest, ReadsArchivesAsFolders) {
  const Reports reports = corpus_reports(8);
  std::vector<ZipMember> members;
  for (const auto& [name, bytes] : reports) members.push_back({name, bytes});
  const Ingested plain, zipped;
  for (const auto& [name, bytes] : reports) plain.put("all.zip.d/" + name, bytes);
  zipped.put("all.zip", zip_of(members));
  ingest(plain);
  ingest(zipped);
  EXPECT_EQ(zipped.exports().at("assessments.csv"),
            replaced(plain.exports().at("assessments.csv"), "all.zip.d/", "all.zip/"));

  members.erase(members.begin());
  zipped.put("all.zip", zip_of(members));
  ingest(zipped);
  EXPECT_EQ(objects_of(zipped).size(), 7u) << "a member is gone";
  const auto seven = zipped.exports();
  zipped.remove("all.zip");
  ingest(zipped);
  EXPECT_EQ(objects_of(zipped).size(), 0u);
  zipped.put("all.zip", zip_of(members));
  ingest(zipped);
  EXPECT_THAT(differing(zipped.exports(), seven), IsEmpty());
}

TEST(Ingest, NamesWhatIsWrongWithArchives) {
  const Ingested folder;
  folder.put("a.zip", "no archive");
  folder.put("b.zip", zip_of({{"x.pdf", good()}}, "secret"));
  folder.put("c.zip", zip_of({{"../../x.pdf", good()}, {"big.txt", std::string(3u << 20, 'x')}}));
  folder.put("d.zip", zip_of({{"e.zip", zip_of({{"f.zip", zip_of({})}})}}));
  const Ran ran = run(folder.command({"--max-size", "1"}));
  EXPECT_EQ(ran.code, 3) << ran.err;
  EXPECT_THAT(told(folder),
              ElementsAre("a.zip!damaged", "b.zip/x.pdf!password", "c.zip/%2E%2E/%2E%2E/x.pdf",
                          "c.zip/big.txt!too_large", "d.zip/e.zip/f.zip!archive_limit"));
  EXPECT_EQ(run(folder.command({"--retry-failed"})).code, 3);
  EXPECT_THAT(told(folder), testing::Contains("c.zip/big.txt!unknown_form"));
}

#ifndef __SANITIZE_ADDRESS__  // whose shadow cannot be limited
TEST(Ingest, BreaksOffWhatTakesTooMuchAndTriesAgainWhenAsked) {
  std::string large;  // takes some 300 MiB
  for (int i = 0; i < 40'000; ++i) large += "1 Skolan som brottsplats " + std::to_string(i) + "\n";
  const Ingested folder({{"good.pdf", good()}, {"large.txt", large}});
  ASSERT_EQ(run(folder.command({"--memory", "160"})).code, 3);
  EXPECT_THAT(told(folder), ElementsAre("good.pdf", "large.txt!memory_limit"));
  EXPECT_THAT(folder.exports()["reports.csv"], HasSubstr(",failed,"));
  EXPECT_THAT(run({"status", "--dataset", folder.data()}).out, HasSubstr("--retry-failed"));
  ASSERT_EQ(run(folder.command()).code, 3);
  EXPECT_THAT(told(folder), ElementsAre("good.pdf", "large.txt!memory_limit")) << "not asked";
  ASSERT_EQ(run(folder.command({"--retry-failed"})).code, 3);
  EXPECT_THAT(told(folder), ElementsAre("good.pdf", "large.txt!unknown_form"));
}
#endif

TEST(Ingest, SettlesAnEmptyFolder) {
  const Ingested folder;
  EXPECT_EQ(run(folder.command()).code, 0);
  EXPECT_EQ(folder.exports()["reports.jsonl"], "");
  EXPECT_EQ(run(folder.command()).code, 0);
}

TEST(Ingest, LeavesItsOwnDatasetAlone) {
  const Ingested folder({{"a.pdf", good()}});
  const std::string data = folder.in() + "/data";
  EXPECT_EQ(run({"ingest", folder.in(), "--dataset", data}).code, 0);
  std::ofstream(data + "/copy.pdf") << good();
  EXPECT_EQ(run({"ingest", folder.in(), "--dataset", data}).code, 0);
  EXPECT_THAT(run({"status", "--dataset", data}).out, HasSubstr("\n1 fil: "));
}

TEST(Ingest, TakesItsOptionsFromTheFolder) {
  const Ingested folder({{"a.pdf", good()}});
  folder.put("lagesbild.yaml", "dataset: ../data\njobs: 1\n");
  EXPECT_EQ(run({"ingest", folder.in()}).code, 0);
  EXPECT_THAT(told(folder), ElementsAre("a.pdf"));
  folder.put("lagesbild.yaml", "dataset: ../data\ntimeout: soon\n");
  const Ran ran = run({"ingest", folder.in()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("lagesbild.yaml:2: "));
}

}  // namespace
}  // namespace lagesbild
