// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/parted_titles.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

/// In `gathered` a question mark stands before a line whose place is a guess.
struct Case {
  const char* says;
  const char* rows;
  const char* gathered;
};

const Case cases[] = {
    {"a known title", "0 20 4. Avhopparverksamhet för\n0 32 Oförändrat.\n0 44 kriminella",
     "4. Avhopparverksamhet för/kriminella/Oförändrat."},
    {"of three lines",
     "0 20 Riktat arbete mot\n0 32 Lugnt.\n0 44 avgränsade platser\n0 56 Som förr.\n"
     "0 68 och utsatta områden",
     "Riktat arbete mot/avgränsade platser/och utsatta områden/Lugnt./Som förr."},
    {"whose end alone is a title too",
     "0 20 6. Särskilt utsatta och sårbara\n0 32 Lugnt.\n0 44 brottsoffer",
     "6. Särskilt utsatta och sårbara/brottsoffer/Lugnt."},
    {"not beyond the next number",
     "0 20 4. Avhopparverksamhet för\n0 32 Oförändrat.\n0 44 5. Ordningsvakter\n0 56 kriminella",
     "4. Avhopparverksamhet för/Oförändrat./5. Ordningsvakter/kriminella"},
    {"a title no rule knows that breaks off",
     "0 20 2. Torget vid\n0 32 Oförändrat.\n0 44 Hornstull\n0 56 3. Parken",
     "2. Torget vid/?Hornstull/Oförändrat./3. Parken"},
    {"one that does not", "0 20 2. Torget\n0 32 Oförändrat.\n0 44 Hornstull\n0 56 3. Parken",
     "2. Torget/Oförändrat./Hornstull/3. Parken"},
};

TEST(PartedTitles, AreGathered) {
  for (const Case& c : cases) {
    TextColumn column = column_of(c.rows);
    gather_parted_titles(column.lines, KnownTitles(the_rules()));
    std::string gathered;
    for (const TextLine& line : column.lines) {
      if (!gathered.empty()) gathered += '/';
      gathered += (line.guessed ? "?" : "") + line.text;
    }
    EXPECT_EQ(gathered, c.gathered) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
