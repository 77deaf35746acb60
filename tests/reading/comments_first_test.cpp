// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/comments_first.h"

#include "lines_of_text.h"
#include "reading/parted_titles.h"

namespace lagesbild {
namespace {

const char form[] =
    "0 20 Stadsövergripande prioriterade områden\n0 32 Kommentarer\n0 44 Område\n"
    "0 56 Oförändrat. Lugnt.\n0 68 1 Ordningsvakter\n"
    "0 80 Negativ förändring. Det är sämre än 2 Skolan som\n0 92 i fjol.\n0 104 brottsplats\n"
    "0 116 Oförändrat.\n0 128 3 Kameraövervakning\n";

std::string ordered(const std::string& rows, bool& sure) {
  const KnownTitles known(the_rules());
  TextColumn column = column_of(rows);
  if (!comments_come_first(column.lines, the_rules(), known)) return "areas first";
  part_titles_at_ends(column.lines, column.words, known);
  gather_parted_titles(column.lines, known);
  std::vector<Heading> headings = headings_of(column.lines, the_rules(), known);
  sure = put_headings_first(column.lines, headings, the_rules());
  std::string text;
  for (const TextLine& line : column.lines) text += line.text + '/';
  return text;
}

TEST(CommentsFirst, HeadingsMoveAboveTheirComments) {
  bool sure = false;
  EXPECT_EQ(ordered(form, sure),
            "Stadsövergripande prioriterade områden/Kommentarer/Område/1 Ordningsvakter/"
            "Oförändrat. Lugnt./2 Skolan som/brottsplats/Negativ förändring. Det är sämre än/"
            "i fjol./3 Kameraövervakning/Oförändrat./");
  EXPECT_TRUE(sure);
}

TEST(CommentsFirst, IsUnsureWhereACommentComesLast) {
  bool sure = true;
  ordered(std::string(form) + "0 140 Oförändrat. Inget nytt.", sure);
  EXPECT_FALSE(sure);
}

TEST(CommentsFirst, AreasMayComeFirst) {
  const KnownTitles known(the_rules());
  const TextColumn column = column_of(
      "0 20 Stadsövergripande prioriterade områden\n0 32 1 Ordningsvakter\n0 44 Oförändrat.");
  EXPECT_FALSE(comments_come_first(column.lines, the_rules(), known));
}

}  // namespace
}  // namespace lagesbild
