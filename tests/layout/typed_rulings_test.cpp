// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/typed_rulings.h"

#include <gtest/gtest.h>

#include "layout/layout_of.h"
#include "layout/text_document.h"
#include "page_of.h"

namespace lagesbild {
namespace {

/// The tables of a text, then what stands outside of them.
std::string read(const std::string& text) {
  const Layout layout = layout_of(text_document(text, "x"));
  std::string dumped;
  for (const Table& table : layout.tables) dumped += dump(layout.words, table);
  for (const Line& line : layout.lines) dumped += dump(layout.words, line) + "\n";
  return dumped;
}

struct Case {
  const char* says;
  const char* text;
  const char* tables;
};

const Case cases[] = {
    {"signs make a grid",
     "Rubrik\n+---+------+\n| 1 | Torg |\n|   | gator|\n+---+------+\n| 2 | Park |\n|   | äng  "
     "|\n+---+------+",
     "0/0: 1\n0/1: Torg|gator\n1/0: 2\n1/1: Park|äng\nRubrik\n"},
    {"so do the signs for boxes",
     "┌───┬──────┐\n│ 1 │ Torg │\n├───┼──────┤\n│ 2 │ Park │\n│   │ äng  │\n│   │ sjö  "
     "│\n└───┴──────┘",
     "0/0: 1\n0/1: Torg\n1/0: 2\n1/1: Park|äng|sjö\n"},
};

TEST(TypedRulings, DrawTables) {
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.tables) << c.says;
}

TEST(TypedRulings, PartRowsWhereNoLineDoes) {
  EXPECT_EQ(read("| 1  | Torg |\n| 2  | Park |\n|    | äng  |\n| 3  | Gata |\n"),
            "0/0: 1\n0/1: Torg\n1/0: 2\n1/1: Park|äng\n2/0: 3\n2/1: Gata\n");
}

TEST(TypedRulings, AreNoneInRunningText) {
  EXPECT_FALSE(with_typed_rulings(page_of("10 20 Farsta | 2022\n10 40 Text\n10 60 Skola | hem")));
  EXPECT_FALSE(with_typed_rulings(page_of("10 20 ----\n10 40 ====")));
  EXPECT_FALSE(with_typed_rulings(Page{}));
}

}  // namespace
}  // namespace lagesbild
