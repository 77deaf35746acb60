// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scans as people meet them: which are read, by whom, and what is said where they cannot be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string scan = PROJECT_ROOT "/corpus/farsta-2022-chromium-scan/report.pdf";
const std::string print = PROJECT_ROOT "/corpus/bromma-2021-writer-ruled/report.pdf";

json object_of(const std::string& file, const std::string& mode) {
  return json::parse(run({"extract", "--ocr", mode, file}).out);
}

std::vector<std::string> codes_of(const json& object) {
  std::vector<std::string> codes;
  for (const json& problem : object["problems"]) codes.push_back(problem["code"]);
  return codes;
}

/// Tesseract's data are elsewhere while it lives.
class WithoutData {
 public:
  WithoutData() { ::setenv("TESSDATA_PREFIX", "/nowhere", 1); }
  WithoutData(const WithoutData&) = delete;
  WithoutData& operator=(const WithoutData&) = delete;
  ~WithoutData() { ::unsetenv("TESSDATA_PREFIX"); }
};

TEST(Scans, AreReadUnlessTheyAreNotToBe) {
  const json read = object_of(scan, "auto");
  EXPECT_EQ(read["source"]["text_from"], "ocr");
  EXPECT_THAT(read["status"], testing::AnyOf("ok", "review"));
  EXPECT_GE(read["assessments"].size(), 8u);
  const json left = object_of(scan, "never");
  EXPECT_EQ(left["status"], "rejected");
  EXPECT_THAT(codes_of(left), Contains("no_text"));
}

TEST(Scans, SayWhatIsMissingAndTouchNothingElse) {
  const WithoutData data;
  const json unread = object_of(scan, "auto");
  EXPECT_EQ(unread["status"], "rejected");
  EXPECT_EQ(unread["problems"][0]["code"], "ocr_unavailable");
  EXPECT_THAT(unread["problems"][0]["message"], HasSubstr("install tesseract-ocr-swe"));
  const json text = object_of(print, "auto");
  EXPECT_EQ(text["status"], "ok");
  EXPECT_THAT(codes_of(text), Not(Contains("ocr_unavailable")));
  EXPECT_THAT(run({"doctor"}).out, HasSubstr("install tesseract-ocr-swe"));
}

TEST(Scans, ThatCouldNotBeReadAreReadOnceTheyCan) {
  const Ingested folder({{"a.pdf", bytes_in(scan)}, {"b.pdf", bytes_in(print)}});
  const std::vector<std::string> words = {"ingest", folder.in(), "--dataset", folder.data(), "-q"};
  const auto statuses = [&] {
    run(words);
    std::vector<std::string> all;
    std::istringstream lines(folder.exports().at("reports.jsonl"));
    for (std::string line; std::getline(lines, line);)
      all.push_back(json::parse(line)["status"] == "rejected" ? "rejected" : "read");
    return all;
  };
  {
    const WithoutData data;
    EXPECT_THAT(statuses(), ElementsAre("rejected", "read"));
  }
  EXPECT_THAT(statuses(), ElementsAre("read", "read"));
}

TEST(Scans, AskForAModeThatThereIs) {
  const Ran ran = run({"extract", "--ocr", "maybe", scan});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("never, auto or always"));
}

}  // namespace
}  // namespace lagesbild
