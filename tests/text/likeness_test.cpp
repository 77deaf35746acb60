// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace lagesbild {
namespace {

TEST(Likeness, CountsEdits) {
  const struct {
    const char* says;
    std::string_view a, b;
    int limit, wanted;
  } cases[] = {
      {"two empty texts", "", "", 0, 0},
      {"equal ones", "lägesbild", "lägesbild", 0, 0},
      {"one letter more", "forandrat", "oforandrat", 2, 1},
      {"one letter less", "oforandat", "oforandrat", 2, 1},
      {"another letter", "oforandral", "oforandrat", 2, 1},
      {"neighbours swapped", "positvi", "positiv", 2, 1},
      {"two swaps", "opstivi", "positiv", 3, 3},
      {"code points, not bytes", "å", "ä", 1, 1},
      {"the known near ones", "farsta", "arsta", 2, 1},
      {"three apart", "forbattring", "forsamring", 3, 3},
      {"past the limit", "forbattring", "forsamring", 2, 3},
      {"far past it", "farsta", "hagerstenalvsjo", 2, 3},
      {"one empty", "", "abc", 5, 3},
      {"one empty, past the limit", "", "abc", 2, 3},
      {"no edit allowed", "a", "b", 0, 1},
      {"invalid bytes are one letter each", "\xFF\xFE", "", 4, 2},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(edits(c.a, c.b, c.limit), c.wanted) << c.says;
    EXPECT_EQ(edits(c.b, c.a, c.limit), c.wanted) << c.says << " (turned round)";
  }
}

/// The whole table, without a band or a limit: what edits() must come to.
int edits_by_definition(const std::string& a, const std::string& b) {
  std::vector table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      int& cell = table[i][j];
      cell = static_cast<int>(std::max(i, j));
      if (i == 0 || j == 0) continue;
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

TEST(Likeness, CountsAsTheWholeTableDoes) {
  std::mt19937 random(7);
  const auto word = [&](std::size_t longest) {
    std::string made(random() % (longest + 1), 'a');
    for (char& c : made) c = static_cast<char>('a' + random() % 3);
    return made;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::size_t longest = round % 50 == 0 ? 90 : 9;
    const std::string a = word(longest), b = word(longest);
    const int whole = edits_by_definition(a, b), limit = static_cast<int>(random() % 12);
    ASSERT_EQ(edits(a, b, limit), std::min(whole, limit + 1)) << a << " " << b << " " << limit;
  }
}

TEST(Likeness, IsAShareOfTheLongerText) {
  EXPECT_EQ(likeness("", ""), 1);
  EXPECT_EQ(likeness("skolan", "skolan"), 1);
  EXPECT_EQ(likeness("abc", "xyz"), 0);
  EXPECT_EQ(likeness("abcd", "abc"), 0.75);
  EXPECT_EQ(likeness("", "abc"), 0);
  EXPECT_GT(likeness("arbete mot avgransade platser", "arbete mot avgransande platser"), 0.95);
}

TEST(Likeness, OfVeryLongTextsTakesNoTime) {
  const std::string a(200'000, 'a'), b(200'000, 'b');
  EXPECT_EQ(likeness(a, b), 0);
  EXPECT_EQ(likeness(a, a), 1);
  EXPECT_EQ(edits(a, b, 3), 4);
}

TEST(Likeness, ContainmentCountsWords) {
  const struct {
    const char* says;
    std::string_view part, whole;
    double wanted;
  } cases[] = {
      {"all of them", "Samverkan Östberga", "Vår samverkan i Östberga fungerar.", 1},
      {"half of them", "Samverkan Östberga", "Samverkan i Rågsved.", 0.5},
      {"none", "Samverkan Östberga", "Oförändrat.", 0},
      {"short words do not count", "Unga i LVU", "unga lvu", 1},
      {"no word", "i – 1", "i – 1", 0},
      {"no text", "", "Samverkan", 0},
      {"a slip in a long word", "Samverkan Östberga", "Samverkan Östebrga", 1},
      {"no slip in a short one", "Farsta", "Kista", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(containment(c.part, c.whole), c.wanted) << c.says;
}

TEST(Likeness, ContainmentOfVeryLongTextsTakesNoTime) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "ord" + std::to_string(i) + " ";
  EXPECT_EQ(containment("saknas", many), 0);
  EXPECT_GT(containment(many, many), 0.9);
}

}  // namespace
}  // namespace lagesbild
