// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/separated_values.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lagesbild {
namespace {

/// Cells between bars, a row a line; line feeds within cells as '/'.
std::string read(const std::string& text) {
  const auto rows = separated_values(text);
  if (!rows) return "none";
  std::string dump;
  for (const auto& row : *rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      std::string cell = row[c];
      std::ranges::replace(cell, '\n', '/');
      dump += (c == 0 ? "" : "|") + cell;
    }
    dump += '\n';
  }
  return dump;
}

struct Case {
  const char* says;
  const char* text;
  const char* rows;
};

const Case cases[] = {
    {"tabs part cells", "1\tTorg\tBra\n2\tPark\tDito\n3\ta\tb\n4\tc\td\n5\te\tf",
     "1|Torg|Bra\n2|Park|Dito\n3|a|b\n4|c|d\n5|e|f\n"},
    {"semicolons do", "1;a\r\n2;b\r\n3;c\r\n4;d\r\n5;e\r\n", "1|a\n2|b\n3|c\n4|d\n5|e\n"},
    {"a cell in quotation marks holds separators, marks and lines",
     "1\ta\n2\t\"b \"\"c\"\"\td\ne\"\n3\tf\n4\tg\n5\th", "1|a\n2|b \"c\"\td/e\n3|f\n4|g\n5|h\n"},
    {"a mark that is never closed is text", "1\t\"a\n2\tb\n3\tc\n4\td\n5\te",
     "1|\"a\n2|b\n3|c\n4|d\n5|e\n"},
    {"a title may stand above", "Titel\n\n1\ta\n2\tb\n3\tc\n4\td\n5\te",
     "Titel\n\n1|a\n2|b\n3|c\n4|d\n5|e\n"},
    {"a head that spanned the numbers stands above the next column",
     "Område\tKommentar\n1\ta\tb\n2\tc\td\n3\te\n4\tf\tg\n5\th\ti\n6\tj\tk",
     "|Område|Kommentar\n1|a|b\n2|c|d\n3|e\n4|f|g\n5|h|i\n6|j|k\n"},
    {"a few rows are no sheet", "1\ta\n2\tb\n3\tc", "none"},
    {"nor are lines that are parted now and then", "a\tb\nc\nd\ne\tf\ng\nh\ti\nj\nk\tl\nm\no\tp",
     "none"},
    {"nor is prose", "Läget är bättre; fler besök.\nOförändrat.\n", "none"},
    {"nor is nothing", "", "none"},
};

TEST(SeparatedValues, AreRowsOfCells) {
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.rows) << c.says;
}

}  // namespace
}  // namespace lagesbild
