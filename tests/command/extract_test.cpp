// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lagesbild extract` as people and programs meet it: real processes, real files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "contract.h"
#include "ingest/temporary_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

using nlohmann::json;
using testing::HasSubstr;
namespace fs = std::filesystem;

/// Reports of the corpus, in a fixed order.
std::vector<std::string> corpus_files(std::size_t most) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(PROJECT_ROOT "/corpus"))
    for (const char* name : {"report.pdf", "report.txt"})
      if (fs::exists(entry.path() / name)) files.push_back((entry.path() / name).string());
  std::ranges::sort(files);
  files.resize(std::min(files.size(), most));
  return files;
}

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& files) {
  words.insert(words.end(), files.begin(), files.end());
  return words;
}

std::vector<json> objects_of(const Ran& ran) {
  std::vector<json> objects;
  for (const std::string& line : ran.lines()) objects.push_back(json::parse(line));
  return objects;
}

TEST(Extract, KeepsTheContractForEveryReportOfTheCorpus) {
  const auto files = corpus_files(1000);
  ASSERT_FALSE(files.empty());
  const Ran ran = run(with({"extract"}, files));
  EXPECT_THAT(ran.code, testing::AnyOf(0, 3));
  const auto objects = objects_of(ran);
  ASSERT_EQ(objects.size(), files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(breach_of_contract(objects[i]), "") << files[i];
    EXPECT_EQ(objects[i]["source"]["path"], files[i]);
    EXPECT_EQ(objects[i]["source"]["bytes"], fs::file_size(files[i]));
    EXPECT_EQ(objects[i]["source"]["sha256"].get<std::string>().size(), 64u);
  }
}

TEST(Extract, GivesNoCodeThatTheReadmeDoesNotExplain) {
  std::ostringstream readme;
  readme << std::ifstream(PROJECT_ROOT "/README.md").rdbuf();
  std::set<std::string> codes;
  for (const json& object : objects_of(run(with({"extract"}, corpus_files(1000))))) {
    for (const json& problem : object["problems"]) codes.insert(problem["code"]);
    for (const json& one : object["assessments"])
      for (const json& code : one["review"]) codes.insert(code);
  }
  for (const std::string& code : codes) EXPECT_THAT(readme.str(), HasSubstr("`" + code + "`"));
}

TEST(Extract, GivesTheSameBytesHoweverManyWorkersRead) {
  const auto files = corpus_files(24);
  const Ran one = run(with({"extract", "--jobs", "1"}, files));
  EXPECT_EQ(run(with({"extract", "--jobs", "2"}, files)).out, one.out);
  EXPECT_EQ(run(with({"extract", "--jobs", "8"}, files)).out, one.out);
  EXPECT_EQ(run(with({"extract", "--sandbox", "off"}, files)).out, one.out);
}

struct Rejected {
  const char* says;
  std::string path;
  const char* code;
};

TEST(Extract, NamesEveryFileItCannotRead) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe.pdf").c_str(), 0600), 0);
  fs::create_directory(folder / "folder.pdf");
  fs::create_symlink("loop.pdf", folder / "loop.pdf");
  fs::create_symlink("nowhere.pdf", folder / "dangling.pdf");
  const std::string large = folder.file("large.pdf", "%PDF-1.4\n");
  fs::resize_file(large, 2u << 20);
  const Rejected rejected[] = {
      {"no such file", folder / "missing.pdf", "not_found"},
      {"a link to nothing", folder / "dangling.pdf", "not_found"},
      {"a link to itself", folder / "loop.pdf", "unreadable"},
      {"a folder", folder / "folder.pdf", "not_a_file"},
      {"a pipe, without waiting", folder / "pipe.pdf", "not_a_file"},
      {"a device", "/dev/zero", "not_a_file"},
      {"a file past the limit", large, "too_large"},
      {"an empty name", "", "not_found"},
      {"a path through a file", large + "/x", "not_found"},
  };
  std::vector<std::string> words = {"extract", "--max-size", "1"};
  for (const Rejected& one : rejected) words.push_back(one.path);
  const Ran ran = run(words);
  EXPECT_EQ(ran.code, 3);
  const auto objects = objects_of(ran);
  ASSERT_EQ(objects.size(), std::size(rejected));
  for (std::size_t i = 0; i < objects.size(); ++i) {
    EXPECT_EQ(breach_of_contract(objects[i]), "") << rejected[i].says;
    EXPECT_EQ(objects[i]["status"], "rejected") << rejected[i].says;
    EXPECT_EQ(objects[i]["problems"][0]["code"], rejected[i].code) << rejected[i].says;
    EXPECT_EQ(objects[i]["source"]["path"], rejected[i].path) << rejected[i].says;
  }
}

TEST(Extract, RejectsWhatIsNoReportWithAReason) {
  const TemporaryFolder folder;
  const std::string not_reports[] = {
      "",
      "%PDF-1.4\n",
      std::string(5000, '\0'),
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF",
      "\xFF\xD8\xFF\xE0 picture",
      "Kära Anna, tack för senast!\n",
      std::string("\xFF\xFE\0L", 4),
  };
  std::vector<std::string> words = {"extract"};
  for (const std::string& bytes : not_reports)
    words.push_back(folder.file(std::to_string(words.size()) + ".pdf", bytes));
  const Ran ran = run(words);
  EXPECT_EQ(ran.code, 3);
  const auto objects = objects_of(ran);
  ASSERT_EQ(objects.size(), std::size(not_reports));
  for (const json& object : objects) {
    EXPECT_EQ(breach_of_contract(object), "") << object["source"];
    EXPECT_EQ(object["status"], "rejected") << object["source"];
    EXPECT_EQ(object["source"]["sha256"].get<std::string>().size(), 64u) << object["source"];
  }
}

TEST(Extract, TakesItsFilesFromAList) {
  const TemporaryFolder folder;
  const auto files = corpus_files(3);
  std::string list;
  for (const std::string& file : files) list += file + "\n";
  const std::string expected = run(with({"extract"}, files)).out;
  EXPECT_EQ(run({"extract", "--files-from", "-"}, list).out, expected);
  EXPECT_EQ(run({"extract", "--files-from", folder.file("list", list)}).out, expected);
  EXPECT_EQ(run({"extract", "--files-from", "-"}, "").code, 0);
  EXPECT_EQ(run({"extract", "--files-from", folder / "missing"}).code, 1);
}

TEST(Extract, AnswersEachNameWithoutWaitingForTheNext) {
  const auto files = corpus_files(2);
  Running program({"extract", "--files-from", "-"});
  for (const std::string& file : files) {
    program.say(file + "\n");
    EXPECT_EQ(json::parse(program.line())["source"]["path"], file);
  }
  EXPECT_THAT(program.end(), testing::AnyOf(0, 3));
}

TEST(Extract, TellsWhichBoundAFileHasReached) {
  const std::string file = PROJECT_ROOT "/corpus/bromma-2021-writer-ruled/report.pdf";
  for (const char* bound : {"page-glyphs=20", "glyphs=20", "page-text=20", "page-rulings=2",
                            "page-operators=10", "page-content=500"}) {
    const auto objects = objects_of(run({"extract", "--ocr", "never", "--limit", bound, file}));
    ASSERT_EQ(objects.size(), 1u) << bound;
    const std::string name(bound, std::string_view(bound).find('='));
    EXPECT_THAT(objects[0]["problems"].dump(), HasSubstr("--limit " + name + "=N")) << bound;
    EXPECT_NE(objects[0]["status"], "ok") << bound;
  }
  EXPECT_EQ(run({"extract", "--limit", "leaves=3", file}).code, 2);
}

TEST(Extract, PrintsTheSameAsOneArray) {
  const auto files = corpus_files(2);
  const Ran lines = run(with({"extract"}, files));
  const json array = json::parse(run(with({"extract", "--format", "json"}, files)).out);
  EXPECT_EQ(array, json(objects_of(lines)));
  EXPECT_EQ(run({"extract", "--format", "json", "--files-from", "-"}).out, "[]\n");
}

TEST(Extract, ShowsNothingHarmfulInATerminal) {
  const Ran ran = run({"extract", "--format", "text", "a\x1b[31m\n\u202Eb\xFF.pdf"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.out, HasSubstr(R"(a\x1b[31m\n\u{202e}b\xff.pdf: rejected)"));
  EXPECT_EQ((ran.out + ran.err).find('\x1b'), std::string::npos);
  EXPECT_THAT(ran.out, HasSubstr("1 file: 0 ok, 0 to review, 1 rejected"));
}

TEST(Extract, FailsWhereOutputCannotBeWritten) {
  const auto files = corpus_files(1);
  const std::string command =
      std::string(PROGRAM) + " extract '" + files.front() + "' > /dev/full 2> /dev/null";
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 1);
}

TEST(Extract, EndsWhenNobodyReadsIt) {
  const auto files = corpus_files(1);
  Running program({"extract", "--files-from", "-"});
  program.hang_up();
  program.say(files.front() + "\n");
  EXPECT_EQ(program.end(), 1);
}

TEST(Extract, StopsAtASignalAndSaysSo) {
  const auto files = corpus_files(1);
  for (const int signal : {SIGTERM, SIGINT}) {
    Running program({"extract", "--files-from", "-"});
    program.say(files.front() + "\n");
    EXPECT_FALSE(program.line().empty());
    ::kill(program.id(), signal);
    EXPECT_EQ(program.line(), "") << "no further object";
    EXPECT_EQ(program.end(), 75);
  }
}

TEST(Extract, LosesNoOtherFileWhenWorkersAreKilled) {
  const auto files = corpus_files(1);
  const auto before = std::chrono::steady_clock::now();
  const std::string good = run({"extract", files.front()}).lines().front();
  // Long enough for a worker to start and read some files, here and now.
  const auto between_kills = 3 * (std::chrono::steady_clock::now() - before);
  Running program({"extract", "--jobs", "2", "--files-from", "-"});
  const int count = 300;
  std::thread feeder([&] {
    for (int i = 0; i < count; ++i) program.say(files.front() + "\n");
  });
  std::atomic<bool> reading = true;
  int kills = 0;
  std::thread killer([&] {
    while (reading) {
      std::this_thread::sleep_for(between_kills);
      for (const pid_t child : children_of(program.id())) kills += ::kill(child, SIGKILL) == 0;
    }
  });
  int whole = 0;
  int named = 0;
  for (int i = 0; i < count; ++i) {
    const std::string line = program.line();
    if (line == good)
      ++whole;
    else if (json::parse(line)["problems"][0]["code"] == "worker_died")
      ++named;
  }
  reading = false;
  feeder.join();
  killer.join();
  EXPECT_EQ(whole + named, count);
  EXPECT_GT(whole, count / 2);
  EXPECT_GT(kills, 0);
}

}  // namespace
}  // namespace lagesbild
