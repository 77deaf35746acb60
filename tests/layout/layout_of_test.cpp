// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_of.h"

#include <gtest/gtest.h>

#include <random>

#include "page_of.h"

namespace lagesbild {
namespace {

void draw_grid(Page& page, const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double y : ys)
    page.rulings.push_back({.x0 = xs.front(), .y0 = y, .x1 = xs.back(), .y1 = y});
  for (const double x : xs)
    page.rulings.push_back({.x0 = x, .y0 = ys.front(), .x1 = x, .y1 = ys.back()});
}

Layout layout_of_pages(std::vector<Page> pages) {
  Document document;
  document.pages = std::move(pages);
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    document.pages[p].number = static_cast<int>(p) + 1;
  return layout_of(document);
}

/// Blocks in reading order: lines as they are, tables cell by cell.
std::string dump(const Layout& layout) {
  std::string text;
  for (const Block& block : layout.blocks)
    text += block.table != Block::none
                ? "[\n" + dump(layout.words, layout.tables[block.table]) + "]\n"
                : dump(layout.words, layout.lines[block.line]) + "\n";
  return text;
}

const std::string two_columns =
    "20 100 1 Torg\n200 100 Oförändrat\n20 130 2 Parker\n200 130 Bättre läge\n20 160 3 Skolor\n200 "
    "160 Sämre";

TEST(Layout, HasTheCellsOfADrawnTable) {
  Page page = page_of("20 50 Rubrik\n" + two_columns + "\n20 300 Slut");
  draw_grid(page, {10, 190, 400}, {85, 115, 145, 175});
  EXPECT_EQ(dump(layout_of_pages({page})),
            "Rubrik\n[\n0/0: 1 Torg\n0/1: Oförändrat\n1/0: 2 Parker\n1/1: Bättre läge\n"
            "2/0: 3 Skolor\n2/1: Sämre\n]\nSlut\n");
}

TEST(Layout, FindsColumnsWhereNothingIsDrawn) {
  EXPECT_EQ(dump(layout_of_pages({page_of("20 50 Rubrik\n" + two_columns)})),
            "Rubrik\n[\n0/0: 1 Torg|2 Parker|3 Skolor\n0/1: Oförändrat|Bättre läge|Sämre\n]\n");
}

TEST(Layout, CutsRowsWithoutColumnsWhereTheirWordsDo) {
  Page page = page_of(two_columns);
  for (const double y : {85, 115, 145, 175})
    page.rulings.push_back({.x0 = 10, .y0 = y, .x1 = 400, .y1 = y});
  const Layout layout = layout_of_pages({page});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(
      dump(layout.words, layout.tables[0]),
      "0/0: 1 Torg\n0/1: Oförändrat\n1/0: 2 Parker\n1/1: Bättre läge\n2/0: 3 Skolor\n2/1: Sämre\n");
}

TEST(Layout, GivesSpanningLinesARowOfTheirOwn) {
  const std::string rows = "23 88 Stadsövergripande områden som alla rapporterar om\n" +
                           two_columns +
                           "\n20 190 Lokalt prioriterade områden för just stadsdelen\n20 220 1.1 "
                           "Broar\n200 220 Oförändrat";
  const Layout layout = layout_of_pages({page_of(rows)});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(
      dump(layout.words, layout.tables[0]),
      "0/0: 1 Torg|2 Parker|3 Skolor\n0/1: Oförändrat|Bättre läge|Sämre\n"
      "1/0-1: Lokalt prioriterade områden för just stadsdelen\n2/0: 1.1 Broar\n2/1: Oförändrat\n");
}

TEST(Layout, KnowsAColumnFromAnotherPage) {
  const Layout layout =
      layout_of_pages({page_of(two_columns), page_of("20 100 4 Broar\n200 100 Oförändrat")});
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[1].page, 1u);
  EXPECT_EQ(dump(layout.words, layout.tables[1]), "0/0: 4 Broar\n0/1: Oförändrat\n");
}

TEST(Layout, LeavesEmptyGridsAlone) {
  Page page = page_of("20 300 Text under en tom tabell");
  draw_grid(page, {10, 190, 400}, {85, 115, 145});
  EXPECT_EQ(dump(layout_of_pages({page})), "Text under en tom tabell\n");
}

/// Adds a line of text that runs up the page from `bottom`, its baseline at `x`.
void add_upwards(Page& page, double x, double bottom, std::string_view text) {
  Page line;
  add_text(line, 0, letter_height, text, {.rotation = 270, .size = 10});
  for (Glyph glyph : line.glyphs) {
    glyph.box = {x - letter_height, bottom - glyph.box.x1, x, bottom - glyph.box.x0};
    glyph.text_begin += static_cast<std::uint32_t>(page.text.size());
    page.glyphs.push_back(glyph);
  }
  page.text += line.text;
}

TEST(Layout, HasUprightTextInTheCellThatHoldsNoOther) {
  Page page = page_of("50 100 1 Torg och gator\n50 130 2 Parker och lekplatser");
  add_upwards(page, 25, 142, "Lokala");
  add_upwards(page, 38, 142, "områden");
  add_upwards(page, 246, 142, "UTKAST");
  draw_grid(page, {10, 40, 250}, {85, 145});
  EXPECT_EQ(dump(layout_of_pages({page})),
            "[\n0/0: Lokala|områden\n0/1: 1 Torg och gator|2 Parker och lekplatser\n]\nUTKAST\n");
}

TEST(Layout, KeepsWatermarksOutOfCells) {
  Page page = page_of(two_columns);
  draw_grid(page, {10, 190, 400}, {85, 115, 145, 175});
  add_text(page, 60, 150, "UTKAST", {.size = 80});
  const Layout layout = layout_of_pages({page});
  ASSERT_EQ(layout.lines.size(), 1u);
  EXPECT_EQ(dump(layout.words, layout.lines[0]), "UTKAST");
}

/// How often each word stands in a block.
std::vector<int> placements(const Layout& layout) {
  std::vector<int> times(layout.words.size(), 0);
  const auto count = [&](const Line& line) {
    for (const std::size_t i : line.words) ++times[i];
  };
  for (const Block& block : layout.blocks) {
    if (block.line != Block::none) count(layout.lines[block.line]);
    if (block.table == Block::none) continue;
    for (const Cell& cell : layout.tables[block.table].cells)
      for (const Line& line : cell.lines) count(line);
  }
  return times;
}

/// Words, rulings and shadings thrown on a page.
Page thrown(std::mt19937& random) {
  const auto some = [&](int most) {
    return static_cast<double>(random() % static_cast<unsigned>(most));
  };
  Page page{.width = 595, .height = 842};
  const double pitch = random() % 2 == 0 ? 1 : 60;  // as they fall, or in step
  for (int i = 0; i < 60; ++i)
    add_text(page, pitch * std::floor(some(560) / pitch), 12 + some(800),
             random() % 5 == 0 ? "7" : "ord och ord");
  for (int i = static_cast<int>(some(12)); i > 0; --i) {
    const double x = some(500), y = some(800), length = some(500);
    if (random() % 2 == 0)
      page.rulings.push_back({.x0 = x, .y0 = y, .x1 = x + length, .y1 = y});
    else
      page.rulings.push_back({.x0 = x, .y0 = y, .x1 = x, .y1 = y + length});
  }
  for (int i = static_cast<int>(some(4)); i > 0; --i) {
    const double x = some(3) * 100, y = some(800);
    page.shadings.push_back({{x, y, x + 180, y + 40}, 0xDDDDDD});
  }
  return page;
}

TEST(Layout, PlacesEveryWordOnce) {
  std::mt19937 random(20);
  for (int round = 0; round < 200; ++round) {
    const Layout layout = layout_of_pages({thrown(random), thrown(random)});
    ASSERT_FALSE(layout.words.empty());
    for (const int times : placements(layout)) ASSERT_EQ(times, 1) << "round " << round;
    ASSERT_EQ(layout.blocks.size(), layout.tables.size() + layout.lines.size());
  }
}

TEST(Layout, OfNothingIsEmpty) {
  EXPECT_TRUE(layout_of_pages({}).pages.empty());
  const Layout blank = layout_of_pages({Page{}});
  EXPECT_EQ(blank.pages.size(), 1u);
  EXPECT_TRUE(blank.blocks.empty());
}

}  // namespace
}  // namespace lagesbild
