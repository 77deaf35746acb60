// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "layout/lines.h"
#include "page_of.h"

namespace lagesbild {
namespace {

struct Read {
  std::vector<Word> words;
  std::size_t hidden = 0;
  std::string text;  ///< one line a line
};

Read read(const Page& page) {
  Read read;
  read.words = words_of(page, 0, frame_of(page), read.hidden);
  read.text = dump(read.words, lines_of(read.words, all_of(read.words)));
  return read;
}

struct Case {
  const char* says;
  const char* rows;
  const char* text;
};

const Case cases[] = {
    {"letters that touch are one word", "10 20 Trygghet", "Trygghet\n"},
    {"a space glyph parts words", "10 20 Positiv förändring", "Positiv förändring\n"},
    {"a gap without a glyph parts words", "10 20 Positiv_förändring", "Positiv förändring\n"},
    {"two spaces part words once", "10 20 Trygga  torg", "Trygga torg\n"},
    {"a run that goes on where another ended is one word", "10 20 för\n28 20 ändring",
     "förändring\n"},
    {"kerning leaves a word whole", "10 20 för\n28.9 20 ändring", "förändring\n"},
    {"half a word space parts", "10 20 Ej\n24.5 20 ändrat", "Ej ändrat\n"},
    {"letters drawn over each other a little are one word", "10 20 för\n27 20 ändring",
     "förändring\n"},
    {"lines go top to bottom, words left to right", "80 40 d\n10 40 c\n80 20 b\n10 20 a",
     "a b\nc d\n"},
    {"a raised figure stays in its line", "10 20 Norra\n60 17.5 1", "Norra 1\n"},
    {"lines set solid stay apart", "10 20 övre\n10 30 nedre", "övre\nnedre\n"},
    {"tabs and wide spaces part", "10 20 ett\ttvå\u2003tre", "ett två tre\n"},
    {"no-break spaces part", "10 20 1\u00a0000", "1 000\n"},
};

TEST(Words, ComeFromGlyphs) {
  for (const Case& c : cases) EXPECT_EQ(read(page_of(c.rows)).text, c.text) << c.says;
}

TEST(Words, DoNotDependOnDrawingOrder) {
  const std::string rows =
      "10 20 Otillåten påverkan\n200 20 Oförändrat läge\n10 34 Trygga torg\n200 34 Bättre";
  Page page = page_of(rows);
  const std::string straight = read(page).text;
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(page.glyphs, random);
    EXPECT_EQ(read(page).text, straight);
  }
}

TEST(Words, KeepNoBreakSpacesAsGlue) {
  const Read made = read(page_of("10 20 1.2\u00a0Trygga torg"));
  ASSERT_EQ(made.words.size(), 3u);
  EXPECT_TRUE(made.words[0].glued);
  EXPECT_FALSE(made.words[1].glued);
}

TEST(Words, StandInForGlyphsWithoutLetters) {
  Page page = page_of("10 20 Bromma");
  page.glyphs[2].text_size = 0;
  EXPECT_EQ(read(page).text, "Br\uFFFDmma\n");
}

TEST(Words, AreBoldWhenMostLettersAre) {
  Page page;
  add_text(page, 10, 20, "Torg", {.size = 10, .bold = true});
  add_text(page, 34, 20, "en", {.size = 10});
  add_text(page, 60, 20, "vanlig", {.size = 10});
  const Read made = read(page);
  ASSERT_EQ(made.words.size(), 2u);
  EXPECT_TRUE(made.words[0].bold);
  EXPECT_FALSE(made.words[1].bold);
}

struct Unseen {
  const char* says;
  Glyph like;
  std::uint32_t paper;  ///< colour of the shading beneath
  bool seen;
};

const Unseen unseen[] = {
    {"black on white", {.size = 10, .color = 0x000000}, 0xFFFFFF, true},
    {"grey on white", {.size = 10, .color = 0x999999}, 0xFFFFFF, true},
    {"white on white", {.size = 10, .color = 0xFFFFFF}, 0xFFFFFF, false},
    {"nearly white on white", {.size = 10, .color = 0xFAFAFA}, 0xFFFFFF, false},
    {"white on blue", {.size = 10, .color = 0xFFFFFF}, 0x003366, true},
    {"invisible", {.size = 10, .invisible = true}, 0xFFFFFF, false},
};

TEST(Words, LeaveOutWhatNobodySees) {
  for (const Unseen& c : unseen) {
    Page page = page_of("10 20 synlig");
    page.shadings.push_back({{0, 30, 200, 50}, c.paper});
    add_text(page, 10, 45, "dold", c.like);
    const Read made = read(page);
    EXPECT_EQ(made.text, c.seen ? "synlig\ndold\n" : "synlig\n") << c.says;
    EXPECT_EQ(made.hidden, c.seen ? 0u : 4u) << c.says;
  }
}

TEST(Words, ComeFromAScansHiddenLayerWhereThereIsNoOtherText) {
  Page page;
  add_text(page, 10, 20, "Läst av maskin", {.size = 10, .invisible = true});
  const Read made = read(page);
  EXPECT_EQ(made.text, "Läst av maskin\n");
  EXPECT_EQ(made.hidden, 0u);
}

/// The page as its scanner or printer turned it, `degrees` clockwise.
Page turned(const Page& page, int degrees) {
  Page made = page;
  if (degrees % 180 != 0) std::swap(made.width, made.height);
  for (Glyph& glyph : made.glyphs) {
    const Box b = glyph.box;
    if (degrees == 90) glyph.box = {page.height - b.y1, b.x0, page.height - b.y0, b.x1};
    if (degrees == 180)
      glyph.box = {page.width - b.x1, page.height - b.y1, page.width - b.x0, page.height - b.y0};
    if (degrees == 270) glyph.box = {b.y0, page.width - b.x1, b.y1, page.width - b.x0};
    glyph.rotation = static_cast<std::int16_t>(degrees);
  }
  return made;
}

TEST(Words, AreReadUprightOnTurnedPages) {
  const Page page = page_of("10 20 Trygga torg\n200 20 Oförändrat\n10 34 Unga vuxna");
  const Read straight = read(page);
  for (const int degrees : {0, 90, 180, 270}) {
    const Page other = turned(page, degrees);
    const PageFrame frame = frame_of(other);
    EXPECT_EQ((frame.turn + degrees) % 360, 0) << degrees;
    EXPECT_EQ(frame.width, page.width) << degrees;
    EXPECT_EQ(read(other).words, straight.words) << degrees;
  }
}

TEST(Words, LeadBackToThePageAsDisplayed) {
  const Page page = page_of("100 200 Ord");
  for (const int degrees : {0, 90, 180, 270}) {
    const Page other = turned(page, degrees);
    const Read made = read(other);
    ASSERT_EQ(made.words.size(), 1u);
    Box all = other.glyphs.front().box;
    for (const Glyph& glyph : other.glyphs) all = united(all, glyph.box);
    EXPECT_EQ(as_displayed(made.words[0].box, frame_of(other)), all) << degrees;
  }
}

TEST(Words, OfAnotherDirectionStandApart) {
  for (const int degrees : {90, 180, 270}) {
    Page page = page_of("10 20 Vanlig text på sidan");
    Page side = turned(page_of("10 20 Lokala områden"), degrees);
    for (Glyph glyph : side.glyphs) {
      const std::string_view letter = side.text_of(glyph);
      glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
      page.text += letter;
      page.glyphs.push_back(glyph);
    }
    std::string apart;
    for (const Word& word : read(page).words) {
      EXPECT_EQ(word.turn, word.apart ? degrees : 0) << word.text;
      if (word.apart) apart += word.text + " ";
    }
    EXPECT_EQ(apart, "Lokala områden ") << degrees;
  }
}

TEST(Words, SetWithSpaceBetweenTheirLettersAreWhole) {
  // A third of a letter between letters, more than one between words.
  Page page;
  page.number = 1;
  page.width = 595, page.height = 842;
  double x = 50;
  for (const char letter : std::string("Bild juni 22")) {
    if (letter != ' ') add_text(page, x, 40, std::string(1, letter));
    x += letter == ' ' ? 7 : letter_width + 2.5;
  }
  add_text(page, 50, 60, "a b c är en lista i en rad");
  std::string words;
  for (const Word& word : read(page).words) words += word.text + "|";
  EXPECT_EQ(words, "Bild|juni|22|a|b|c|är|en|lista|i|en|rad|");
}

TEST(Words, FarLargerThanThePageStandApart) {
  Page page = page_of("10 20 Vanlig text på sidan\n10 34 och en rad till");
  add_text(page, 50, 400, "UTKAST", {.size = 80});
  add_text(page, 10, 100, "Rubrik", {.size = 20});
  for (const Word& word : read(page).words)
    EXPECT_EQ(word.apart, word.text == "UTKAST") << word.text;
}

struct Overprint {
  const char* says;
  const char* rows;
  const char* words;  ///< those that others cross
};

const Overprint overprints[] = {
    {"lines set solid", "10 20 övre\n10 30 nedre", ""},
    {"a line printed over half of another", "10 20 Första raden\n10 24 Andra", "Första Andra "},
    {"texts of one line that run into each other", "10 20 Första\n37 20 Andra", "FörstAandra "},
    {"a mark raised above its line", "10 20 torg\n34 16 1", ""},
    {"a dash through a word", "10 20 torg\n13 20 --", ""},
};

TEST(Words, PrintedOverEachOtherAreTold) {
  for (const Overprint& c : overprints) {
    std::string found;
    for (const Word& word : read(page_of(c.rows)).words)
      if (word.overprinted) found += word.text + " ";
    EXPECT_EQ(found, c.words) << c.says;
  }
}

struct FieldCase {
  const char* says;
  Field field;
  const char* text;
};

const FieldCase fields[] = {
    {"a text field's words",
     {.box = {10, 10, 200, 30}, .value = "Positiv förändring"},
     "Positiv förändring\n"},
    {"each line of a value",
     {.box = {10, 10, 200, 60}, .value = "Oförändrat.\nMen fler besök"},
     "Oförändrat.\nMen fler besök\n"},
    {"carriage returns", {.box = {10, 10, 200, 60}, .value = "ett\r\ntvå"}, "ett\ntvå\n"},
    {"blank lines", {.box = {10, 10, 200, 90}, .value = "ett\n\ntvå"}, "ett\ntvå\n"},
    {"no words", {.box = {10, 10, 200, 30}, .value = "  "}, ""},
    {"a choice",
     {.kind = Field::Kind::choice, .box = {10, 10, 90, 25}, .value = "Bättre"},
     "Bättre\n"},
    {"a ticked box",
     {.kind = Field::Kind::check_box, .box = {10, 10, 20, 20}, .value = "Ja", .checked = true},
     "☒\n"},
    {"an empty box", {.kind = Field::Kind::radio, .box = {10, 10, 20, 20}, .value = "Off"}, "☐\n"},
};

TEST(Words, ComeFromFields) {
  for (const FieldCase& c : fields) {
    Page page;
    page.fields.push_back(c.field);
    const Read made = read(page);
    EXPECT_EQ(made.text, c.text) << c.says;
    for (const Word& word : made.words) {
      EXPECT_TRUE(c.field.box.holds(word.box.middle_x(), word.box.middle_y())) << c.says;
      EXPECT_LE(word.box.x0, word.box.x1) << c.says;
    }
  }
}

TEST(Words, OfAFieldStandWhereTheyAreShown) {
  Page page;
  page.fields.push_back({.box = {100, 100, 200, 160}, .value = "ett tvåtvåtvåtvå tretretretre"});
  const Read made = read(page);
  ASSERT_EQ(made.words.size(), 3U);
  EXPECT_DOUBLE_EQ(made.words[0].box.y0, 102);  // from the top, print of 10 points
  EXPECT_DOUBLE_EQ(made.words[1].box.y0, 102);
  EXPECT_DOUBLE_EQ(made.words[2].box.y0, 114);  // no more room on the first line
  EXPECT_TRUE(made.words[2].wrapped);
  EXPECT_FALSE(made.words[2].new_paragraph);
}

TEST(Words, OfAFullFieldAreSmaller) {
  Page page;
  std::string value;
  for (int i = 0; i < 40; ++i) value += "ord ";
  page.fields.push_back({.box = {100, 100, 200, 130}, .value = value});
  const Read made = read(page);
  ASSERT_EQ(made.words.size(), 40U);
  EXPECT_LT(made.words[0].size, 7);
  EXPECT_LE(made.words.back().box.y1, 130);
}

TEST(Words, OfAFieldKnowItsParagraphs) {
  Page page;
  page.fields.push_back({.box = {10, 10, 200, 60}, .value = "ett två\ntre fyra"});
  std::string starts;
  for (const Word& word : read(page).words)
    if (word.new_paragraph) starts += word.text + " ";
  EXPECT_EQ(starts, "tre ");
}

}  // namespace
}  // namespace lagesbild
