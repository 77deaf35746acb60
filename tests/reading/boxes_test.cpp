// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/boxes.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

TEST(BoxText, IsSignsAlone) {
  const FormRules& form = the_rules().form;
  for (const char* text : {"☒", "☐", "X", "x", "☐ ☒ ☐", "☑", "✓", "☐\n☒"})
    EXPECT_TRUE(is_box_text(form, text)) << text;
  for (const char* text : {"", " ", "Positiv", "☒ Positiv", "Oförändrat", "5", "X-huset", "☒☐ och"})
    EXPECT_FALSE(is_box_text(form, text)) << text;
}

TEST(Ticked, IsABoxWithSomethingInIt) {
  const FormRules& form = the_rules().form;
  for (const char* text : {"☒", "x", "X", "☑", "✓", "☐ ☒"})
    EXPECT_TRUE(is_ticked(form, text)) << text;
  for (const char* text : {"", "☐", "☐ ☐", "Oförändrat"})
    EXPECT_FALSE(is_ticked(form, text)) << text;
}

struct Case {
  const char* says;
  const char* text;
  const char* ticked;  ///< "+" "=" "-" of each ticked one; nullptr where it is no line of boxes
};

const Case cases[] = {
    {"the first is ticked", "☒ Positiv ☐ Oförändrat ☐ Negativ", "+"},
    {"the second is ticked", "☐ Positiv ☒ Oförändrat ☐ Negativ", "="},
    {"the third is ticked", "☐ Positiv ☐ Oförändrat ☑ Negativ", "-"},
    {"labels of two words", "☐ Positiv förändring ☒ Ej förändrat ☐ Negativ förändring", "="},
    {"signs without a space behind", "☐Positiv ☒Oförändrat ☐Negativ", "="},
    {"over several lines", "☐ Positiv\n☐ Oförändrat\n☒ Negativ", "-"},
    {"none ticked", "☐ Positiv ☐ Oförändrat ☐ Negativ", ""},
    {"two ticked", "☒ Positiv ☐ Oförändrat ☒ Negativ", "+-"},
    {"two boxes", "☒ Förbättrat ☐ Försämrat", "+"},
    {"one box is a bullet", "☒ Positiv", nullptr},
    {"a box beside something else", "☒ Positiv ☐ Vet inte alls", nullptr},
    {"a prompt before the boxes", "Bedömning: ☒ Positiv ☐ Negativ", "+"},
    {"boxes behind their words", "Positiv ☐ Oförändrat ☒ Negativ ☐", "="},
    {"boxes below their words", "Positiv Oförändrat Negativ\n☐ ☐ ☒", "-"},
    {"words before the boxes", "Läget är ☒ Positiv ☐ Negativ", nullptr},
    {"boxes without words", "☒ ☐ ☐", nullptr},
    {"a comment", "Oförändrat läge.", nullptr},
    {"nothing", "", nullptr},
};

TEST(BoxLine, IsBoxesWithTheirChanges) {
  for (const Case& c : cases) {
    const auto line = box_line(the_rules(), c.text);
    ASSERT_EQ(line.has_value(), c.ticked != nullptr) << c.says;
    if (!line) continue;
    std::string ticked;
    for (const Change change : line->ticked)
      ticked += change == Change::positive ? '+' : change == Change::negative ? '-' : '=';
    EXPECT_EQ(ticked, c.ticked) << c.says;
    EXPECT_GE(line->boxes, 2u) << c.says;
  }
}

struct LinesCase {
  const char* says;
  const char* rows;
  std::size_t count;
};

const LinesCase lines_cases[] = {
    {"all on one", "10 20 ☒ Positiv ☐ Negativ\n10 40 Fler vuxna är ute.", 1},
    {"a box a line", "10 20 ○ Positiv\n10 40 ◉ Oförändrat\n10 60 ○ Negativ\n10 80 Lugnt.", 3},
    {"a box alone is a bullet", "10 20 ● Positiv\n10 40 Lugnt.", 0},
    {"bullets of a list", "10 20 ● Fler vuxna\n10 40 ● Mer ljus", 0},
    {"a comment", "10 20 Oförändrat.", 0},
};

TEST(BoxLine, MayTakeSeveralLines) {
  for (const LinesCase& c : lines_cases)
    EXPECT_EQ(lines_of_boxes(the_rules(), column_of(c.rows).lines), c.count) << c.says;
}

const Case choices[] = {
    {"boxes behind their words", "Positiv ☐ Oförändrat ☒ Negativ ☐", "="},
    {"brackets with a blank", "[ ] Positiv [x] Oförändrat [ ] Negativ", "="},
    {"lines that are left empty", "_ Positiv / X Oförändrat / _ Negativ", "="},
    {"one sign before the first", "✔ Positiv Oförändrat Negativ", "+"},
    {"one sign behind the last", "Positiv Oförändrat Negativ ✔", "-"},
    {"one sign between words tells nothing", "Positiv ✔ Oförändrat Negativ", ""},
    {"no sign, but a line under one", "Positiv / Oförändrat / Negativ", ""},
    {"one change is a statement", "Positiv förändring", nullptr},
    {"two words of one class", "Positiv, bättre", nullptr},
    {"a comment", "Oförändrat i norr, negativ trend i söder", nullptr},
    {"nothing", "", nullptr},
};

TEST(Choice, IsAmongSeveralChanges) {
  for (const Case& c : choices) {
    const auto line = choice_in(the_rules(), c.text);
    ASSERT_EQ(line.has_value(), c.ticked != nullptr) << c.says;
    if (!line) continue;
    std::string ticked;
    for (const Change change : line->ticked)
      ticked += change == Change::positive ? '+' : change == Change::negative ? '-' : '=';
    EXPECT_EQ(ticked, c.ticked) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
