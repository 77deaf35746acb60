// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/entries.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

struct Number {
  const char* says;
  const char* text;
  const char* number;  ///< nullptr for none
  const char* rest;
  bool closed;
};

const Number numbers[] = {
    {"a figure before a title", "5 Trygga torg", "5", "Trygga torg", false},
    {"with a point", "5. Trygga torg", "5", "Trygga torg", true},
    {"with a bracket", "5) Trygga torg", "5", "Trygga torg", true},
    {"with a colon", "5: Trygga torg", "5", "Trygga torg", true},
    {"with a point and no space", "5.Trygga torg", "5", "Trygga torg", true},
    {"with a dash between", "5 – Trygga torg", "5", "Trygga torg", false},
    {"a number of two parts", "2.1 Parkleken", "2.1", "Parkleken", false},
    {"a closed number of two parts", "2.1. Parkleken", "2.1", "Parkleken", true},
    {"a number of three parts", "2.1.3 Parkleken", "2.1.3", "Parkleken", false},
    {"a letter and a figure", "L1 Parkleken", "L1", "Parkleken", false},
    {"a letter, a point and a figure", "A.2 Parkleken", "A.2", "Parkleken", false},
    {"a letter with a point", "B. Parkleken", "B", "Parkleken", true},
    {"in brackets", "(5) Trygga torg", "5", "Trygga torg", true},
    {"with a point and a bracket", "5.) Trygga torg", "5", "Trygga torg", true},
    {"with a number sign", "#5 Trygga torg", "5", "Trygga torg", false},
    {"a dash before the next line's title", "5 –", "5", "", false},
    {"a Roman number", "VIII. Trygga torg", "VIII", "Trygga torg", true},
    {"capitals that are no number", "VI Trygga torg", nullptr, "", false},
    {"an open bracket", "(5 Trygga torg", nullptr, "", false},
    {"two figures", "10 Samverkan", "10", "Samverkan", false},
    {"a number alone", "3.4", "3.4", "", false},
    {"a closed number alone", "3.", "3", "", true},
    {"a title that begins with Å", "4 Ångpannan", "4", "Ångpannan", false},
    {"a title in quotes", "4 ”Ängen”", "4", "”Ängen”", false},
    {"a count", "18 år och äldre", nullptr, "", false},
    {"a share", "3 procent", nullptr, "", false},
    {"a year", "2022 Trygghet", nullptr, "", false},
    {"a year alone", "2022", nullptr, "", false},
    {"a date", "2022-12-01", nullptr, "", false},
    {"an age", "0-20 år", nullptr, "", false},
    {"a short date", "1/12 Möte", nullptr, "", false},
    {"a decimal with a comma", "2,5 miljoner", nullptr, "", false},
    {"a figure glued to a word", "3D-skrivare", nullptr, "", false},
    {"a word", "Trygga torg", nullptr, "", false},
    {"a capital alone", "A", nullptr, "", false},
    {"a sentence that begins with I", "I Bromma", nullptr, "", false},
    {"four parts", "1.2.3.4 Titel", nullptr, "", false},
    {"nothing", "", nullptr, "", false},
};

TEST(Numbered, TellsAreasNumbersFromOtherFigures) {
  for (const Number& c : numbers) {
    const auto found = numbered(c.text);
    ASSERT_EQ(found.has_value(), c.number != nullptr) << c.says;
    if (!found) continue;
    EXPECT_EQ(found->number, c.number) << c.says;
    EXPECT_EQ(found->rest, c.rest) << c.says;
    EXPECT_EQ(found->closed, c.closed) << c.says;
  }
}

TEST(ParentOf, IsTheNumberAbove) {
  EXPECT_EQ(parent_of("2.1"), "2");
  EXPECT_EQ(parent_of("2.1.3"), "2.1");
  EXPECT_EQ(parent_of("A.2"), "A");
  EXPECT_EQ(parent_of("A1"), "A");
  EXPECT_EQ(parent_of("7"), "");
  EXPECT_EQ(parent_of("12"), "");
  EXPECT_EQ(parent_of("A"), "");
}

struct EntryCase {
  const char* says;
  CellHolds holds;
  const char* rows;
  const char* numbers;  ///< rows of the number column
  const char* entries;  ///< "number:title" or "-:title", one a line
};

const EntryCase cases[] = {
    {"one number, one entry", CellHolds::one_entry, "20 20 1 Trygga torg", "", "1:Trygga torg\n"},
    {"a title that wraps", CellHolds::one_entry, "20 20 1 Trygga torg\n20 32 och parker", "",
     "1:Trygga torg och parker\n"},
    {"a word broken at the line's end", CellHolds::one_entry, "20 20 1 Samverkans-\n20 32 möten",
     "", "1:Samverkansmöten\n"},
    {"numbers begin entries", CellHolds::one_entry, "20 20 1 Torg\n20 32 2 Parker", "",
     "1:Torg\n2:Parker\n"},
    {"a number on the line above its title", CellHolds::one_entry, "20 20 2.1\n20 32 Parkleken", "",
     "2.1:Parkleken\n"},
    {"a number column", CellHolds::many_entries, "40 20 Torg\n40 32 och gator\n40 50 Parker",
     "20 20 1\n20 50 2", "1:Torg och gator\n2:Parker\n"},
    {"a number beside the middle of its title", CellHolds::many_entries,
     "40 20 Torg och\n40 32 alla gator\n40 60 Parker", "20 26 1\n20 60 2",
     "1:Torg och alla gator\n2:Parker\n"},
    {"a number as low as the last line of its title", CellHolds::one_entry,
     "40 20 Torg och\n40 32 alla gator", "20 30 1", "1:Torg och alla gator\n"},
    {"a wide gap where many are expected", CellHolds::many_entries,
     "20 20 Torg\n20 32 och gator\n20 60 Parker", "", "-:Torg och gator\n-:Parker\n"},
    {"a wide gap where one is expected", CellHolds::one_entry,
     "20 20 Torg\n20 32 och gator\n20 60 Parker", "", "-:Torg och gator Parker\n"},
    {"a small letter goes on after a wide gap", CellHolds::many_entries,
     "20 20 Torg\n20 32 och gator\n20 60 samt parker", "", "-:Torg och gator samt parker\n"},
    {"no lines", CellHolds::many_entries, "", "", ""},
    {"numbers alone", CellHolds::many_entries, "", "20 20 1\n20 40 2", "1:\n2:\n"},
};

TEST(Entries, AreNumbersWithTheirTitles) {
  const KnownTitles known(the_rules());
  for (const EntryCase& c : cases) {
    std::string text;
    for (const Entry& entry :
         entries_of(column_of(c.rows).lines, column_of(c.numbers).lines, known, c.holds))
      text += entry.number.value_or("-") + ":" + entry.title + "\n";
    EXPECT_EQ(text, c.entries) << c.says;
  }
}

TEST(Entries, KeepEveryLineOnce) {
  const KnownTitles known(the_rules());
  std::size_t lines = 0;
  for (const Entry& entry : entries_of(
           column_of("20 20 1 Torg\n20 32 och gator\n20 60 2\n20 72 Parker\npage\n20 20 3 Broar")
               .lines,
           {}, known, CellHolds::many_entries))
    lines += entry.lines.size();
  EXPECT_EQ(lines, 5u);
}

TEST(KnownTitles, AreFoundByLettersAlone) {
  const KnownTitles known(the_rules());
  for (const Area& area : the_rules().areas)
    for (const std::string& title : area.titles) {
      EXPECT_NE(known.find(title), nullptr) << title;
      EXPECT_TRUE(known.starts(title.substr(0, title.find(' ')))) << title;
    }
  EXPECT_EQ(known.find("Ett område som ingen har hört talas om"), nullptr);
}

}  // namespace
}  // namespace lagesbild
