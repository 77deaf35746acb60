// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/box_columns.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

// The heads' middles: 217.5, 300 and 367.5.
constexpr const char* heads = "200 20 Positiv\n275 20 Oförändrad\n350 20 Negativ\n";

/// All on one line: the words of rows with the same baseline.
TextColumn one_line(const std::string& rows) {
  TextColumn made = column_of(rows);
  std::vector<Line> lines;
  for (const TextLine& line : made.lines) {
    if (!lines.empty() && lines.back().page == line.line.page &&
        lines.back().box.y1 == line.line.box.y1) {
      lines.back().words.insert(lines.back().words.end(), line.line.words.begin(),
                                line.line.words.end());
      lines.back().box = united(lines.back().box, line.line.box);
    } else {
      lines.push_back(line.line);
    }
  }
  made.lines = text_lines(made.words, lines);
  return made;
}

TEST(BoxHeads, AreSeveralChangesOnOneLine) {
  const FormRules& form = the_rules().form;
  const TextColumn form_head =
      one_line("40 20 Område\n" + std::string(heads) + "420 20 Kommentar\n");
  const std::vector<BoxHead> found = box_heads(form_head.words, form_head.lines, form);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].role, ColumnRole::positive);
  EXPECT_EQ(found[1].role, ColumnRole::unchanged);
  EXPECT_EQ(found[2].role, ColumnRole::negative);
  EXPECT_DOUBLE_EQ(found[2].x, 367.5);
  const TextColumn one = one_line("200 20 Positiv förändring\n");
  EXPECT_TRUE(box_heads(one.words, one.lines, form).empty());
  const TextColumn twice = one_line("200 20 Positiv\n275 20 Positiv\n350 20 Negativ\n");
  EXPECT_TRUE(box_heads(twice.words, twice.lines, form).empty());
}

TEST(Boxes, LeaveTheTitleTheyStandBeside) {
  const FormRules& form = the_rules().form;
  TextColumn row = one_line("40 50 3 Skolan som\n212 50 ☐ ☒\n360 50 ☐\n40 62 brottsplats\n");
  const std::vector<TextLine> boxes = take_boxes(row.words, form, row.lines);
  ASSERT_EQ(boxes.size(), 3u);
  EXPECT_EQ(boxes[1].text, "☒");
  EXPECT_EQ(joined_text(row.lines), "3 Skolan som brottsplats");
}

TEST(Boxes, ThatAreBulletsStay) {
  TextColumn row = one_line("40 50 ● Torget\n40 62 Parken x Lekplatsen\n");
  EXPECT_TRUE(take_boxes(row.words, the_rules().form, row.lines).empty());
  EXPECT_EQ(row.lines.front().text, "● Torget");
}

TEST(Boxes, AreTakenWithTheirLineWhereNothingElseIsOnIt) {
  TextColumn row = one_line("40 50 Torget\n212 62 ☐\n");
  EXPECT_EQ(take_boxes(row.words, the_rules().form, row.lines).size(), 1u);
  EXPECT_EQ(row.lines.size(), 1u);
}

TEST(HeadOver, IsTheNearestUnlessTheBoxStandsBetween) {
  const TextColumn page = one_line(heads);
  const std::vector<BoxHead> over = box_heads(page.words, page.lines, the_rules().form);
  const auto head_at = [&](const char* row) {
    return head_over(over, column_of(row).lines.back());
  };
  EXPECT_EQ(head_at("210 50 ☒"), ColumnRole::positive);
  EXPECT_EQ(head_at("300 50 ☒"), ColumnRole::unchanged);
  EXPECT_EQ(head_at("page\n370 50 ☒"), ColumnRole::negative) << "the head of the page before";
  EXPECT_EQ(head_at("420 50 ☒"), std::nullopt);
  EXPECT_EQ(head_over({}, column_of("210 50 ☒").lines.back()), std::nullopt);
}

}  // namespace
}  // namespace lagesbild
