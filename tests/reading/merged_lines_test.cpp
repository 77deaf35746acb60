// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/merged_lines.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

/// In `parted` a question mark stands before a line that was parted by a guess.
struct Case {
  const char* says;
  const char* rows;
  const char* parted;
};

const Case cases[] = {
    {"a comment behind its heading",
     "0 20 9 Ordningsvakter Oförändrat. Inget nytt.\n0 32 Som förr.",
     "9 Ordningsvakter|Oförändrat. Inget nytt.|Som förr."},
    {"the heading's next line comes before the comment",
     "0 20 5 Arbetet mot våldsbejakande Oförändrat. Inga\n0 32 extremism\n0 44 nya signaler.",
     "5 Arbetet mot våldsbejakande|extremism|Oförändrat. Inga|nya signaler."},
    {"a heading alone stays", "0 20 9 Ordningsvakter\n0 32 Oförändrat.",
     "9 Ordningsvakter|Oförändrat."},
    {"a count is no heading", "0 20 9 Lampor Oförändrat. Inget nytt.",
     "9 Lampor Oförändrat. Inget nytt."},
    {"one word", "0 20 Oförändrat.", "Oförändrat."},
    {"a title of the city's list ends where a sentence begins",
     "0 20 10 Kameraövervakning 10 platser är föreslagna.",
     "10 Kameraövervakning|10 platser är föreslagna."},
    {"but goes on where none does", "0 20 9 Ordningsvakter i hela området",
     "9 Ordningsvakter i hela området"},
    {"a local title goes on as its district wants", "0 20 1.1 Platssamverkan Tensta centrum",
     "1.1 Platssamverkan Tensta centrum"},
    {"one word of a known title and its rest below",
     "0 20 4 Avhopparverksamhet Oförändrat. Få av våra.\n0 32 för kriminella",
     "4 Avhopparverksamhet|för kriminella|Oförändrat. Få av våra."},
    {"where lines are made so, the next number is a heading",
     "0 20 1.1 Torget Oförändrat.\n0 32 1.2 Parken Oförändrat.\n0 44 1.3 Skolan Oförändrat.\n"
     "0 56 1.4 Trapphus och källare Bolaget har inte svarat.",
     "1.1 Torget|Oförändrat.|1.2 Parken|Oförändrat.|1.3 Skolan|Oförändrat.|"
     "?1.4 Trapphus och källare|Bolaget har inte svarat."},
    {"another number is not",
     "0 20 1.1 Torget Oförändrat.\n0 32 1.2 Parken Oförändrat.\n0 44 1.3 Skolan Oförändrat.\n"
     "0 56 3.2 Trapphus och källare Bolaget har inte svarat.",
     "1.1 Torget|Oförändrat.|1.2 Parken|Oförändrat.|1.3 Skolan|Oförändrat.|"
     "3.2 Trapphus och källare Bolaget har inte svarat."},
};

TEST(MergedLines, ArePartedIntoHeadingAndComment) {
  for (const Case& c : cases) {
    TextColumn column = column_of(c.rows);
    part_merged_lines(column.lines, column.words, the_rules(), KnownTitles(the_rules()));
    std::string parted;
    for (const TextLine& line : column.lines) {
      if (!parted.empty()) parted += '|';
      parted += (line.guessed ? "?" : "") + line.text;
    }
    EXPECT_EQ(parted, c.parted) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
