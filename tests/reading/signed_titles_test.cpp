// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/signed_titles.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

/// In `parted` a question mark stands before a title that is a guess.
struct Case {
  const char* says;
  const char* rows;
  const char* parted;
};

const Case cases[] = {
    {"three known titles make a habit",
     "0 20 • Otillåten påverkan: Lugnt.\n0 40 • Ordningsvakter: Bättre.\n"
     "0 60 • Kameraövervakning: Nej.",
     "• Otillåten påverkan:/Lugnt./• Ordningsvakter:/Bättre./• Kameraövervakning:/Nej."},
    {"two do not", "0 20 • Otillåten påverkan: Lugnt.\n0 40 • Ordningsvakter: Bättre.",
     "• Otillåten påverkan: Lugnt./• Ordningsvakter: Bättre."},
    {"another item is a guess, but not before a statement",
     "0 20 • Otillåten påverkan: Lugnt.\n0 40 • Ordningsvakter: Bättre.\n"
     "0 60 • Kameraövervakning: Nej.\n0 80 • Torget: Det är rent.\n0 100 • Parken: Oförändrat.",
     "• Otillåten påverkan:/Lugnt./• Ordningsvakter:/Bättre./• Kameraövervakning:/Nej./"
     "?• Torget:/Det är rent./• Parken:/Oförändrat."},
    {"without a bullet only a statement tells another title",
     "0 20 Otillåten påverkan – Lugnt.\n0 40 Ordningsvakter – Bättre.\n"
     "0 60 Kameraövervakning – Nej.\n0 80 Torget – Det är rent.\n0 100 Parken – Oförändrat.",
     "Otillåten påverkan –/Lugnt./Ordningsvakter –/Bättre./Kameraövervakning –/Nej./"
     "Torget – Det är rent./Parken –/Oförändrat."},
    {"a heading in bold is whole",
     "0 20 Otillåten påverkan: Lugnt.\n0 40 Ordningsvakter: Bättre.\n0 60 Kameraövervakning: Nej.\n"
     "*0 80 Skolan som brottsplats: oförändrat",
     "Otillåten påverkan:/Lugnt./Ordningsvakter:/Bättre./Kameraövervakning:/Nej./"
     "Skolan som brottsplats: oförändrat"},
};

TEST(SignedTitles, ArePartedFromTheirComments) {
  for (const Case& c : cases) {
    TextColumn column = column_of(c.rows);
    part_signed_titles(column.lines, column.words, the_rules(), KnownTitles(the_rules()));
    std::string text;
    for (const TextLine& line : column.lines)
      text += (text.empty() ? "" : "/") + std::string(line.guessed ? "?" : "") + line.text;
    EXPECT_EQ(text, c.parted) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
