// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/merged_lines.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

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
    {"words behind a title that are no label stay with it", "0 20 9 Ordningsvakter i hela området",
     "9 Ordningsvakter i hela området"},
    {"a count is no heading", "0 20 9 Lampor Oförändrat. Inget nytt.",
     "9 Lampor Oförändrat. Inget nytt."},
    {"one word", "0 20 Oförändrat.", "Oförändrat."},
};

TEST(MergedLines, ArePartedIntoHeadingAndComment) {
  for (const Case& c : cases) {
    Column column = column_of(c.rows);
    part_merged_lines(column.lines, column.words, the_rules(), KnownTitles(the_rules()));
    std::string parted;
    for (const TextLine& line : column.lines) parted += (parted.empty() ? "" : "|") + line.text;
    EXPECT_EQ(parted, c.parted) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
