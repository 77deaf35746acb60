// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/contents.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

std::string left_of(const std::string& rows) {
  TextColumn column = column_of(rows);
  HeadingCounts counts;
  for (const TextLine& line : column.lines) count_heading(counts, line);
  std::vector<Role> roles(column.words.size(), Role::unplaced);
  take_contents(column.lines, the_rules().form, counts, roles);
  std::string text;
  for (const TextLine& line : column.lines) text += line.text + '/';
  return text;
}

TEST(Contents, AreTakenUpToWhatTheyList) {
  EXPECT_EQ(left_of("0 20 Innehåll\n0 32 1 Ordningsvakter ....... 2\n0 44 2 Torget ....... 3\n"
                    "0 56 3 Parken ....... 3\n0 68 Förord\n0 80 1 Ordningsvakter\n0 92 Lugnt.\n"
                    "0 104 2 Torget\n0 116 3 Parken"),
            "Innehåll/1 Ordningsvakter/Lugnt./2 Torget/3 Parken/");
}

TEST(Contents, ListWhatStandsInTheDocumentAgain) {
  const char rows[] = "0 20 Innehåll\n0 32 Ordningsvakter\n0 44 Torget\n0 56 Parken";
  EXPECT_EQ(left_of(rows), "Innehåll/Ordningsvakter/Torget/Parken/");
}

}  // namespace
}  // namespace lagesbild
