// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/review_texts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace lagesbild {
namespace {

/// Every `code` in the first column of README.md's table below `heading`.
std::set<std::string> codes_below(const std::string& heading) {
  std::ifstream in(PROJECT_ROOT "/README.md");
  static const std::regex code("`([a-z_]+)`");
  std::set<std::string> codes;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) inside = line == heading;
    if (!inside || !line.starts_with("| `")) continue;
    const std::string column = line.substr(0, line.find('|', 1));
    for (std::sregex_iterator i(column.begin(), column.end(), code), end; i != end; ++i)
      codes.insert((*i)[1]);
  }
  return codes;
}

std::set<std::string> codes_of(std::span<const CodeText> texts) {
  std::set<std::string> codes;
  for (const CodeText& one : texts) codes.emplace(one.code);
  return codes;
}

TEST(ReviewTexts, EveryReviewCodeHasItsSentence) {
  EXPECT_GE(review_texts().size(), 20u);
  EXPECT_EQ(codes_of(review_texts()), codes_below("### Review codes"));
}

TEST(ReviewTexts, EveryProblemCodeHasItsSentence) {
  const std::set<std::string> listed = codes_below("### Problem codes");
  EXPECT_GE(listed.size(), 20u);
  for (const std::string& code : listed) EXPECT_NE(text_of(code), code);
}

TEST(ReviewTexts, AreSentencesWithoutTheirFullStop) {
  for (const auto& texts : {review_texts(), problem_texts()})
    for (const CodeText& one : texts) {
      EXPECT_GT(one.text.size(), 10u) << one.code;
      EXPECT_FALSE(one.text.ends_with('.')) << one.code;
    }
}

TEST(ReviewTexts, AnUnknownCodeStandsForItself) {
  EXPECT_EQ(text_of("mixed"), review_texts()[0].text);
  EXPECT_EQ(text_of("empty"), "Filen är tom");
  EXPECT_EQ(text_of("from_the_future"), "from_the_future");
}

}  // namespace
}  // namespace lagesbild
