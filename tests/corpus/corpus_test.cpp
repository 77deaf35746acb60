// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every case of the corpus against its expected object: in the set tune nothing is wrong without
// saying so, in the set kept no more than was measured.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "ocr/recogniser.h"
#include "pipeline.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path corpus = fs::path(PROJECT_ROOT) / "corpus";

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(corpus))
    if (fs::exists(entry.path() / "expected.json"))
      names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

const Rules& rules() {
  static const Rules loaded = [] {
    Result<Rules> result = load_rules(PROJECT_ROOT "/rules");
    if (!result) throw std::runtime_error(sentence(result.problem()));
    return *std::move(result);
  }();
  return loaded;
}

/// Pages without usable text are recognised; the others' tests need no Tesseract.
const Ocr& ocr() {
  static const Ocr mode{OcrMode::automatic,
                        [recogniser = *Recogniser::opened(TESSERACT_DATA "/swe.traineddata")](
                            const GreyImage& image) { return recogniser.page_of(image); },
                        std::nullopt};
  return mode;
}

/// Copies of prints are judged by the case: each takes seconds.
bool is_scan(const std::string& name) {
  return text_of(corpus / name / "case.yaml").find("layout: scan") != std::string::npos;
}

Report read_case(const std::string& name) {
  const fs::path pdf = corpus / name / "report.pdf", dump = corpus / name / "report.txt";
  const fs::path file = fs::exists(pdf) ? pdf : dump;
  return report_of(text_of(file), file.filename().string(), rules(), ocr());
}

std::optional<std::string> text(const json& value) {
  return value.is_null() ? std::nullopt : std::optional<std::string>(value.get<std::string>());
}

bool is_same_area(const Assessment& got, const json& wanted, double same_title = 1) {
  return name_of(got.scope) == wanted["scope"] && got.number == text(wanted["number"]) &&
         likeness(key(got.title), key(wanted["title"].get<std::string>())) >= same_title;
}

bool is_right(const Assessment& got, const json& wanted, double same_comment) {
  const auto change = got.change ? std::optional<std::string>(name_of(*got.change)) : std::nullopt;
  return change == text(wanted["change"]) && got.reference == text(wanted["reference"]) &&
         (got.comment == wanted["comment"] ||
          likeness(got.comment, wanted["comment"].get<std::string>()) >= same_comment);
}

/// Areas missed, invented or wrong with nothing to show for it; one sentence each.
std::vector<std::string> silent_faults(const Report& report, const json& expected) {
  const bool recognised = report.source.text_from == Document::From::ocr;
  const double same_title = recognised ? 0.9 : 1, same_comment = recognised ? 0.93 : 1;
  std::vector<std::string> faults;
  std::vector<bool> used(report.assessments.size(), false);
  for (const json& wanted : expected["assessments"]) {
    const auto found = std::ranges::find_if(report.assessments, [&](const Assessment& a) {
      return !used[static_cast<std::size_t>(&a - report.assessments.data())] &&
             is_same_area(a, wanted, same_title);
    });
    const std::string name = wanted["title"];
    if (found == report.assessments.end()) {
      if (report.status == Status::ok) faults.push_back("missing: " + name);
      continue;
    }
    used[static_cast<std::size_t>(found - report.assessments.begin())] = true;
    if (!is_right(*found, wanted, same_comment) && found->review.empty())
      faults.push_back("wrong: " + name);
  }
  for (std::size_t a = 0; a < used.size(); ++a)
    if (!used[a] && report.assessments[a].review.empty())
      faults.push_back("surplus: " + report.assessments[a].title);
  return faults;
}

constexpr double sure_from = 0.95;  // README: the last bin of confidence

std::size_t number_of_sure(const std::vector<Assessment>& assessments) {
  return static_cast<std::size_t>(std::ranges::count_if(
      assessments, [](const Assessment& a) { return a.confidence >= sure_from; }));
}

/// Nobody tunes on these; what they hold is found out by measuring alone.
bool is_kept(const std::string& name) {
  return text_of(corpus / name / "case.yaml").find("\nset: kept\n") != std::string::npos;
}

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, ReadsAsExpected) {
  const json expected = json::parse(text_of(corpus / GetParam() / "expected.json"));
  const Report report = read_case(GetParam());
  const bool rejected = expected.contains("status") && expected["status"] == "rejected";
  ASSERT_EQ(report.status == Status::rejected, rejected);
  if (rejected) {
    EXPECT_TRUE(report.assessments.empty());
    EXPECT_FALSE(report.problems.empty());
    return;
  }
  const auto period = text(expected["period"]);
  const bool right_period = report.period == period || report.status == Status::review;
  EXPECT_TRUE(right_period) << report.period.value_or("none") << " for " << period.value_or("none");
  if (!expected["district"].is_null() && report.district) {
    EXPECT_EQ(report.district->id, text(expected["district"]["id"]));
  }
  if (!is_kept(GetParam())) {
    EXPECT_THAT(silent_faults(report, expected), testing::IsEmpty());
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Corpus, testing::ValuesIn(case_names()), test_name);

TEST(CorpusAsAWhole, KeepsItsFigures) {
  std::size_t wanted = 0, matched = 0, got = 0, comments = 0, changes = 0, silent_in_kept = 0;
  std::size_t sure = 0, sure_and_right = 0;
  for (const std::string& name : case_names()) {
    if (is_scan(name)) continue;
    const json expected = json::parse(text_of(corpus / name / "expected.json"));
    const Report report = read_case(name);
    got += report.assessments.size();
    sure += number_of_sure(report.assessments);
    if (is_kept(name)) silent_in_kept += silent_faults(report, expected).size();
    for (const json& area : expected["assessments"]) {
      ++wanted;
      const auto found = std::ranges::find_if(
          report.assessments, [&](const Assessment& a) { return is_same_area(a, area); });
      if (found == report.assessments.end()) continue;
      ++matched;
      sure_and_right += found->confidence >= sure_from && is_right(*found, area, 1);
      comments += found->comment == area["comment"];
      const auto change =
          found->change ? std::optional<std::string>(name_of(*found->change)) : std::nullopt;
      changes += change == text(area["change"]);
    }
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  EXPECT_GE(share(2 * matched, wanted + got), 0.975) << "area F1";
  EXPECT_GE(share(comments, wanted), 0.965) << "comments exact";
  EXPECT_GE(share(changes, wanted), 0.965) << "changes right";
  EXPECT_GE(share(sure_and_right, sure), 0.995) << "right, of those with a high confidence";
  EXPECT_LE(silent_in_kept, 10u) << "wrong and not marked, in the set kept";
}

}  // namespace
}  // namespace lagesbild
