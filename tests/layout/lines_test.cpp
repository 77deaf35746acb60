// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "page_of.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  const char* rows;
  const char* text;
};

const Case cases[] = {
    {"words go left to right", "60 20 ärenden\n10 20 Antal", "Antal ärenden\n"},
    {"lines go top to bottom", "10 40 Göteborg\n10 20 Malmö", "Malmö\nGöteborg\n"},
    {"a raised word stays on its line", "10 20 Antal\n60 17 ärenden", "Antal ärenden\n"},
    {"a lowered word stays on its line", "10 20 Antal\n60 23 ärenden", "Antal ärenden\n"},
    {"half a line down is another line", "10 20 Antal\n60 25 ärenden", "Antal\närenden\n"},
    {"a gap of any width keeps a line whole", "10 20 vänster\n500 20 höger", "vänster höger\n"},
};

TEST(Lines, AreWordsOfOneBaseline) {
  for (const Case& c : cases) {
    const std::vector<Word> words = words_in(c.rows);
    EXPECT_EQ(dump(words, lines_of(words, all_of(words))), c.text) << c.says;
  }
}

TEST(Lines, HoldOnlyChosenWords) {
  const std::vector<Word> words = words_in("10 20 ett två tre");
  EXPECT_EQ(dump(words, lines_of(words, {2, 0})), "ett tre\n");
  EXPECT_TRUE(lines_of(words, {}).empty());
}

TEST(Lines, BoundTheirWords) {
  const std::vector<Word> words = words_in("10 20 ett\n100 18 två");
  const std::vector<Line> lines = lines_of(words, all_of(words));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].box, (Box{10, 8, 118, 20}));
}

TEST(Lines, OfOnePageComeBeforeThoseOfTheNext) {
  std::vector<Word> words = words_in("10 20 andra", 1);
  for (Word& word : words_in("10 700 första", 0)) words.push_back(std::move(word));
  const std::vector<Line> lines = lines_of(words, all_of(words));
  EXPECT_EQ(dump(words, lines), "första\nandra\n");
  EXPECT_EQ(lines[0].page, 0u);
  EXPECT_EQ(lines[1].page, 1u);
}

TEST(Lines, OfTheSameHeightOnTwoPagesStayApart) {
  std::vector<Word> words = words_in("10 20 a", 0);
  for (Word& word : words_in("60 20 b", 1)) words.push_back(std::move(word));
  EXPECT_EQ(dump(words, lines_of(words, all_of(words))), "a\nb\n");
}

}  // namespace
}  // namespace lagesbild
