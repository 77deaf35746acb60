// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/collate.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

TEST(Collate, SortsAsSwedishDoes) {
  const struct {
    const char* says;
    std::string_view before, after;
  } cases[] = {
      {"å after z", "zon", "åtgärd"},
      {"ä after å", "åtgärd", "ärende"},
      {"ö after ä", "ärende", "ökning"},
      {"capitals do not part words", "Årsta", "ås"},
      {"digits by value", "2.2", "2.10"},
      {"numbers before letters", "10", "a"},
      {"é with e", "idéer", "idéerna"},
      {"decomposed ones like composed", "zon", "a\u030Atgärd"},
      {"what is shorter first", "Unga", "Unga vuxna"},
      {"nothing first", "", "a"},
  };
  for (const auto& c : cases) EXPECT_LT(sort_key(c.before), sort_key(c.after)) << c.says;
}

TEST(Collate, GivesEqualTextsEqualKeys) {
  EXPECT_EQ(sort_key("Årsta"), sort_key("A\u030Arsta"));
  EXPECT_NE(sort_key("v"), sort_key("w"));
  EXPECT_EQ(sort_key("f\xFFr"), sort_key("f\uFFFDr"));
}

}  // namespace
}  // namespace lagesbild
