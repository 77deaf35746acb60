// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/run_in_headings.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

/// In `parted` a question mark stands before a heading that is a guess.
struct Case {
  const char* says;
  const char* rows;
  const char* parted;
};

const char habit[] =
    "*0 20 Otillåten påverkan | Oförändrat.\n*0 40 3. Ordningsvakter | Bättre.\n"
    "*0 60 Kameraövervakning | Nej.\n";
const char habit_parted[] =
    "Otillåten påverkan/Oförändrat./3. Ordningsvakter/Bättre./Kameraövervakning/Nej./";

const Case of_habit[] = {
    {"a title of two lines",
     "*0 80 Riktat arbete mot avgränsade platser\n*0 92 och utsatta områden | Lugnt.",
     "Riktat arbete mot avgränsade platser/och utsatta områden/Lugnt."},
    {"a title no rule knows before a statement", "*0 80 Torget vid bron | Oförändrat.",
     "Torget vid bron/Oförändrat."},
    {"a title no rule knows before other words", "*0 80 Torget vid bron | Här sitter vi.",
     "?Torget vid bron/Här sitter vi."},
    {"a statement in bold is the comment's", "*0 80 Oförändrat. | Här sitter vi.",
     "Oförändrat. Här sitter vi."},
    {"a line of one weight", "0 80 Här sitter vi.", "Här sitter vi."},
};

std::string parted(const std::string& rows) {
  TextColumn column = column_of(rows);
  part_run_in_headings(column.lines, column.words, the_rules(), KnownTitles(the_rules()));
  std::string text;
  for (const TextLine& line : column.lines) {
    if (!text.empty()) text += '/';
    text += (line.guessed ? "?" : "") + line.text;
  }
  return text;
}

TEST(RunInHeadings, ArePartedFromTheirComments) {
  for (const Case& c : of_habit)
    EXPECT_EQ(parted(std::string(habit) + c.rows), std::string(habit_parted) + c.parted) << c.says;
}

TEST(RunInHeadings, AreAHabitOrNone) {
  const std::string two = "*0 20 Otillåten påverkan | Nej.\n*0 40 Ordningsvakter | Ja.";
  EXPECT_EQ(parted(two), "Otillåten påverkan Nej./Ordningsvakter Ja.");
}

}  // namespace
}  // namespace lagesbild
