// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/read_limits.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

TEST(ReadLimits, WordsChangeWhatTheyName) {
  const auto limits = read_limits_of("pages=3,page-glyphs=12");
  ASSERT_TRUE(limits);
  EXPECT_EQ(*limits, (ReadLimits{.pages = 3, .page_glyphs = 12}));
  EXPECT_EQ(words_of(*limits), "pages=3,page-glyphs=12");
}

TEST(ReadLimits, EveryBoundGoesThereAndBack) {
  EXPECT_EQ(words_of(ReadLimits()), "");
  for (const ReadLimit& one : read_limits) {
    ReadLimits limits;
    limits.*one.most = 7;
    const auto back = read_limits_of(words_of(limits));
    ASSERT_TRUE(back) << one.name;
    EXPECT_EQ(*back, limits) << one.name;
    const std::string said = limit_reached(one.most, limits, {}).what;
    EXPECT_NE(said.find("more than 7 " + std::string(one.what)), std::string::npos) << said;
    EXPECT_NE(said.find("--limit " + std::string(one.name) + "=N"), std::string::npos) << said;
  }
}

TEST(ReadLimits, TighterOnesAreAQuarterButNeverNone) {
  const ReadLimits limits = tighter({.pages = 3, .glyphs = 400});
  EXPECT_EQ(limits.pages, 1u);
  EXPECT_EQ(limits.glyphs, 100u);
  for (const ReadLimit& one : read_limits) EXPECT_LT(limits.*one.most, ReadLimits().*one.most);
}

TEST(ReadLimits, RefusesWhatIsNoBound) {
  for (const char* words : {"page=3", "pages", "pages=", "pages=0", "pages=-1", "pages=3x", "=3",
                            "pages=1000000001", "pages=99999999999999999999", ","}) {
    const auto limits = read_limits_of(words);
    ASSERT_FALSE(limits) << words;
    EXPECT_EQ(limits.problem().code, "usage") << words;
  }
}

}  // namespace
}  // namespace lagesbild
