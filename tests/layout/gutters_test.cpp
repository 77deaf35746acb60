// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are typed here: a sign is 6 points wide, a line 12 points high.
#include "layout/gutters.h"

#include <gtest/gtest.h>

#include "layout/lines.h"
#include "page_of.h"

namespace lagesbild {
namespace {

struct Typed {
  std::vector<Word> words;
  std::vector<Line> lines;
};

Typed typed(const std::vector<std::string>& rows) {
  std::string placed;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].empty()) placed += "0 " + std::to_string(20 + 12 * i) + " " + rows[i] + "\n";
  Typed made{words_in(placed), {}};
  made.lines = lines_of(made.words, all_of(made.words));
  return made;
}

/// "first-last: column column" with columns in signs, a region a line.
std::string dump(const std::vector<Columns>& found) {
  std::string text;
  for (const Columns& columns : found) {
    text += std::to_string(columns.first) + "-" + std::to_string(columns.last) + ":";
    for (const double x : columns.gutters)
      text += " " + std::to_string(static_cast<int>((x + 1) / letter_width));
    text += "\n";
  }
  return text;
}

struct Case {
  const char* says;
  std::vector<std::string> rows;
  const char* columns;
};

const Case cases[] = {
    {"two columns",
     {"1 Otillåten      Oförändrat läge sedan",  //
      "påverkan         förra året.",            //
      "2 Unga och       Positiv utveckling i",   //
      "droger           hela området."},
     "0-3: 17\n"},
    {"three columns",
     {"1    Otillåten     Oförändrat",  //
      "2    Unga          Bättre",      //
      "3    Torgen        Sämre",       //
      "4    Hemfrid       Oförändrat"},
     "0-3: 5 19\n"},
    {"running text has none",
     {"Detta är en vanlig text som fyller sina",  //
      "rader helt och hållet utan att någonsin",  //
      "lämna plats för spalter mellan sina ord",  //
      "och slutar sedan."},
     ""},
    {"two lines may be chance", {"ett       två", "tre       fyra"}, ""},
    {"a heading above stays outside",
     {"Lägesbild för hela stadsdelen under ett år",  //
      "1 Torg           Oförändrat",                 //
      "2 Parker         Bättre nu",                  //
      "3 Skolor         Positivt"},
     "1-3: 17\n"},
    {"a heading between belongs to the table",
     {"1 Torg           Oförändrat",                //
      "2 Parker         Bättre nu",                 //
      "Lokala områden som stadsdelen har valt ut",  //
      "3 Skolor         Positivt",                  //
      "4 Broar          Oförändrat"},
     "0-4: 17\n"},
    {"a long comment beside a short label",
     {"1 Torg           Oförändrat läge",   //
      "                 sedan förra året",  //
      "                 och även nu",       //
      "2 Broar          Bättre",            //
      "                 än förut",          //
      "3 Parker         Sämre"},
     "0-5: 17\n"},
    {"ragged words of a column",
     {"1 Otillåten påverkan     Ja",                  //
      "2 Torg                   Nej det är inte så",  //
      "3 Skolor och förskolor   Kanske det"},
     "0-2: 25\n"},
};

TEST(Columns, AreStripsThatLinesLeaveFree) {
  for (const Case& c : cases) {
    const Typed page = typed(c.rows);
    EXPECT_EQ(dump(columns_of(page.words, page.lines, {})), c.columns) << c.says;
  }
}

TEST(Columns, NeedNoCommonBaseline) {
  // Labels centred beside comments of two lines: none stands on a comment's baseline.
  std::string rows;
  for (int row = 0; row < 4; ++row)
    rows += "0 " + std::to_string(26 + 30 * row) + " Torg\n100 " + std::to_string(20 + 30 * row) +
            " Oförändrat läge\n100 " + std::to_string(32 + 30 * row) + " sedan i fjol\n";
  const std::vector<Word> words = words_in(rows);
  const std::vector<Line> lines = lines_of(words, all_of(words));
  ASSERT_EQ(lines.size(), 12U);
  EXPECT_EQ(dump(columns_of(words, lines, {})), "0-11: 16\n");
}

TEST(Columns, KnownFromOtherPagesNeedOneLine) {
  const Typed page =
      typed({"9 Torg           Oförändrat läge", "                 sedan förra året"});
  EXPECT_EQ(dump(columns_of(page.words, page.lines, {})), "");
  EXPECT_EQ(dump(columns_of(page.words, page.lines, {17 * letter_width - 0.5})), "0-1: 17\n");
}

TEST(Columns, KnownFromOtherPagesAreNotForcedOnText) {
  const Typed page = typed(
      {"En vanlig text som går rakt över spalten", "och vidare på raden under den första där"});
  EXPECT_EQ(dump(columns_of(page.words, page.lines, {17 * letter_width - 0.5})), "");
}

TEST(Columns, OfNoLinesAreNone) { EXPECT_TRUE(columns_of({}, {}, {100}).empty()); }

TEST(Columns, AreCrossedByWordsThatLieOverThem) {
  const Typed page = typed({"ett       två"});
  EXPECT_FALSE(crosses(page.words, page.lines[0], 50));
  EXPECT_TRUE(crosses(page.words, page.lines[0], 70));
  EXPECT_FALSE(crosses(page.words, page.lines[0], 500));
}

}  // namespace
}  // namespace lagesbild
