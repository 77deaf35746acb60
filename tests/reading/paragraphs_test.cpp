// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/paragraphs.h"

#include "lines_of_text.h"
#include "reading/printed_width.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  const char* rows;
  const char* text;
};

// The first line of each case is the longest: it is the column's measure.
const Case cases[] = {
    {"full lines run on", "0 20 Oförändrat läge sedan förra året i hela\n0 32 området.",
     "Oförändrat läge sedan förra året i hela området."},
    {"a short line ends its paragraph",
     "0 20 Oförändrat läge sedan förra året i hela\n0 32 området.\n0 44 Fler besök.",
     "Oförändrat läge sedan förra året i hela området.\nFler besök."},
    {"a short line before a small letter runs on",
     "0 20 Oförändrat läge sedan förra året i hela\n0 32 området\n0 44 enligt polisen",
     "Oförändrat läge sedan förra året i hela området enligt polisen"},
    {"a line ends where the next word would not have fitted",
     "0 20 Oförändrat läge sedan förra året i hela\n0 32 området enligt polisen och\n0 44 "
     "Trafikförvaltningen.",
     "Oförändrat läge sedan förra året i hela området enligt polisen och Trafikförvaltningen."},
    {"a wide gap parts paragraphs",
     "0 20 Oförändrat läge sedan förra året i hela.\n0 32 Området har fått flera nya ljuskällor "
     "nu.\n"
     "0 56 Parkerna är bättre belysta än de var förr.",
     "Oförändrat läge sedan förra året i hela. Området har fått flera nya ljuskällor nu.\n"
     "Parkerna är bättre belysta än de var förr."},
    {"a somewhat wider gap parts whole sentences",
     "0 20 Oförändrat läge sedan förra året i hela.\n0 32 Området har fått flera nya ljuskällor "
     "nu.\n"
     "0 46 Parkerna är bättre belysta än de var förr.",
     "Oförändrat läge sedan förra året i hela. Området har fått flera nya ljuskällor nu.\n"
     "Parkerna är bättre belysta än de var förr."},
    {"bullets begin paragraphs",
     "0 20 • Oförändrat läge sedan förra året i\n0 32 hela området.\n0 44 • Bättre ljus.",
     "• Oförändrat läge sedan förra året i hela området.\n• Bättre ljus."},
    {"a dash after a sentence is a bullet",
     "0 20 Oförändrat läge sedan förra året i hela det.\n0 32 – Bättre ljus.",
     "Oförändrat läge sedan förra året i hela det.\n– Bättre ljus."},
    {"a dash within a sentence is none",
     "0 20 Oförändrat läge sedan förra året i hela\n0 32 – så när som på parken.",
     "Oförändrat läge sedan förra året i hela – så när som på parken."},
    {"a numbered list",
     "0 20 Oförändrat läge sedan förra året i hela:\n0 32 1. Bättre ljus\n0 44 2. Fler besök",
     "Oförändrat läge sedan förra året i hela:\n1. Bättre ljus\n2. Fler besök"},
    {"the next number of a list, after a full line too",
     "0 20 1. Oförändrat läge sedan förra året i det,\n0 32 2. bättre ljus för alla som går hem "
     "sent,\n"
     "0 44 3. fler besök av dem som har tid för det",
     "1. Oförändrat läge sedan förra året i det,\n2. bättre ljus för alla som går hem sent,\n"
     "3. fler besök av dem som har tid för det"},
    {"an indented line after a sentence",
     "0 20 Oförändrat läge sedan förra året i hela det.\n12 32 Även parkerna är bättre belysta än "
     "förr.",
     "Oförändrat läge sedan förra året i hela det.\nÄven parkerna är bättre belysta än förr."},
    {"a broken word is made whole",
     "0 20 Oförändrat läge sedan förra året i sam-\n0 32 verkan med alla.",
     "Oförändrat läge sedan förra året i samverkan med alla."},
    {"a hyphen of its own stays",
     "0 20 Oförändrat läge sedan förra året i Hägersten-\n0 32 Älvsjö och barn- och "
     "ungdomsarbetet.",
     "Oförändrat läge sedan förra året i Hägersten-Älvsjö och barn- och ungdomsarbetet."},
    {"a page break parts nothing by itself",
     "0 790 Oförändrat läge sedan förra året i hela\npage\n0 40 Bromma stadsdelsområde med omnejd.",
     "Oförändrat läge sedan förra året i hela Bromma stadsdelsområde med omnejd."},
    {"one line", "0 20 Oförändrat.", "Oförändrat."},
    {"none", "", ""},
};

TEST(CommentText, HasTheParagraphsThatWereWritten) {
  for (const Case& c : cases) {
    const TextColumn column = column_of(c.rows);
    EXPECT_EQ(comment_text(column.words, column.lines, measure_of(column.lines), WordsSeen()),
              c.text)
        << c.says;
  }
}

TEST(CommentText, KeepsTheParagraphsOfAField) {
  TextColumn column = column_of(
      "0 20 Oförändrat läge sedan förra året i hela\n0 32 området enligt polisen och fler än dem");
  column.words[column.lines[1].line.words.front()].new_paragraph = true;
  EXPECT_EQ(comment_text(column.words, column.lines, measure_of(column.lines), WordsSeen()),
            "Oförändrat läge sedan förra året i hela\nområdet enligt polisen och fler än dem");
}

TEST(CommentText, RunsOnWhereAFieldHasNoMoreRoom) {
  TextColumn column =
      column_of("0 20 Oförändrat läge sedan förra året i hela\n0 32 området.\n0 44 Fler besök nu.");
  column.words[column.lines[2].line.words.front()].wrapped = true;
  EXPECT_EQ(comment_text(column.words, column.lines, measure_of(column.lines), WordsSeen()),
            "Oförändrat läge sedan förra året i hela området. Fler besök nu.");
}

TEST(CommentText, GoesByTheWidthOfItsOwnColumn) {
  TextColumn column = column_of(
      "0 20 Oförändrat läge i\n0 32 Trafikkontoret nu\n200 20 Oförändrat läge sedan förra året i "
      "hela");
  column.lines[2].lane = 1;
  const Measure measure = measure_of(column.lines);
  EXPECT_EQ(comment_text(column.words, {column.lines[0], column.lines[1]}, measure, WordsSeen()),
            "Oförändrat läge i Trafikkontoret nu");
}

TEST(CommentText, OfADumpGoesByTheWidthOfItsLetters) {
  // 40 letters and 30 with the next word, but wide ones: the line was full when it was printed.
  const TextColumn column = column_of(
      "0 20 till fälle till fälle till fälle till illa\n0 32 MMMM WWWW MMMM WWWW.\n0 44 Mammas.");
  EXPECT_EQ(comment_text(column.words, column.lines, dump_measure_of(column.lines), WordsSeen()),
            "till fälle till fälle till fälle till illa MMMM WWWW MMMM WWWW. Mammas.");
  EXPECT_EQ(comment_text(column.words, column.lines, measure_of(column.lines), WordsSeen()),
            "till fälle till fälle till fälle till illa MMMM WWWW MMMM WWWW.\nMammas.");
}

TEST(CommentText, HoldsGluedWordsTogether) {
  // "30 000" would not have fitted, though "30" alone would.
  TextColumn column = column_of(
      "0 20 Oförändrat läge sedan förra året i hela\n0 32 Området hade besök av fler än 25\n0 44 "
      "30 000 personer.");
  column.words[column.lines[2].line.words.front()].glued = true;
  EXPECT_EQ(
      comment_text(column.words, column.lines, measure_of(column.lines), WordsSeen()),
      "Oförändrat läge sedan förra året i hela Området hade besök av fler än 25 30 000 personer.");
}

TEST(PrintedWidth, IsThatOfHelvetica) {
  EXPECT_DOUBLE_EQ(printed_width(""), 0);
  EXPECT_DOUBLE_EQ(printed_width("il"), 0.444);
  EXPECT_DOUBLE_EQ(printed_width("Mål"), 0.833 + 0.556 + 0.222);
  EXPECT_DOUBLE_EQ(printed_width("Å"), 0.667);
}

TEST(Measure, IsTheColumnsOwn) {
  const Measure measure =
      measure_of(column_of("0 20 ett\n0 32 två tre\n0 44 fyra\n0 80 fem\npage\n0 20 sex").lines);
  EXPECT_DOUBLE_EQ(measure.right.at(0), 35);
  EXPECT_DOUBLE_EQ(measure.leading, 12);
  EXPECT_DOUBLE_EQ(measure_of(column_of("0 20 ett").lines).leading, 0);
  EXPECT_TRUE(measure_of({}).right.empty());
}

}  // namespace
}  // namespace lagesbild
