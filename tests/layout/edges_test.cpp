// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/edges.h"

#include <gtest/gtest.h>

#include "layout/words.h"
#include "page_of.h"

namespace lagesbild {
namespace {

std::string dump(const std::vector<Edge>& edges) {
  std::ostringstream text;
  for (const Edge& edge : edges) text << edge.at << ':' << edge.from << '-' << edge.to << ' ';
  return text.str();
}

struct Merge {
  const char* says;
  std::vector<Edge> edges;
  const char* merged;
};

const Merge merges[] = {
    {"pieces that meet are one", {{10, 0, 50}, {10, 50, 90}}, "10:0-90 "},
    {"pieces nearly meeting are one", {{10, 0, 50}, {10, 52, 90}}, "10:0-90 "},
    {"pieces apart stay apart", {{10, 0, 50}, {10, 60, 90}}, "10:0-50 10:60-90 "},
    {"a double border is one", {{10, 0, 50}, {12, 0, 50}}, "11:0-50 "},
    {"one inside another is no more", {{10, 0, 50}, {10, 20, 30}}, "10:0-50 "},
    {"rows stay apart", {{22, 0, 50}, {10, 0, 50}}, "10:0-50 22:0-50 "},
    {"a tick is none", {{10, 0, 3}}, ""},
    {"dashes grow together", {{10, 0, 2}, {10, 4, 6}, {10, 8, 10}}, "10:0-10 "},
    {"none", {}, ""},
};

TEST(Edges, AreMergedWhereTheyMeet) {
  for (const Merge& c : merges) EXPECT_EQ(dump(merged(c.edges)), c.merged) << c.says;
}

struct Drawn {
  const char* says;
  Ruling ruling;
  const char* horizontal;
  const char* vertical;
};

const Drawn drawn[] = {
    {"a line across", {.x0 = 50, .y0 = 100, .x1 = 500, .y1 = 100}, "100:50-500 ", ""},
    {"a line down", {.x0 = 50, .y0 = 100, .x1 = 50, .y1 = 300}, "", "50:100-300 "},
    {"an underlined word", {.x0 = 10, .y0 = 20, .x1 = 58, .y1 = 20}, "", ""},
    {"a rule well below a word", {.x0 = 10, .y0 = 26, .x1 = 58, .y1 = 26}, "26:10-58 ", ""},
    {"a row's border close below its words",
     {.x0 = 5, .y0 = 21, .x1 = 300, .y1 = 21},
     "21:5-300 ",
     ""},
};

TEST(Edges, AreRulingsWithoutUnderlines) {
  for (const Drawn& c : drawn) {
    Page page = page_of("10 20 Trygghet");
    page.rulings = {c.ruling};
    std::size_t hidden = 0;
    const PageFrame frame = frame_of(page);
    const Edges edges = ruled_edges(page, frame, words_of(page, 0, frame, hidden));
    EXPECT_EQ(dump(edges.horizontal), c.horizontal) << c.says;
    EXPECT_EQ(dump(edges.vertical), c.vertical) << c.says;
  }
}

TEST(Edges, OfATurnedPageAreUpright) {
  Page page{.width = 842, .height = 595};
  page.rulings = {{.x0 = 100, .y0 = 50, .x1 = 100, .y1 = 500}};
  page.glyphs = {{.box = {20, 20, 30, 26}, .rotation = 90, .size = 10}};
  const Edges edges = ruled_edges(page, frame_of(page), {});
  EXPECT_EQ(dump(edges.horizontal), "742:50-500 ");
  EXPECT_TRUE(edges.vertical.empty());
}

struct Painted {
  const char* says;
  Shading shading;
  bool counts;
};

const Painted painted[] = {
    {"a cell's ground", {{5, 5, 300, 40}, 0xDDDDDD}, true},
    {"a marked passage", {{9.5, 9, 58.5, 21}, 0xFFFF00}, false},
    {"bare paper", {{5, 5, 300, 40}, 0xFFFFFF}, false},
    {"the page's ground", {{0, 0, 595, 842}, 0xEEEEEE}, false},
    {"a band as high as a column", {{0, 0, 100, 700}, 0xEEEEEE}, false},
    {"an empty cell", {{5, 100, 300, 140}, 0xDDDDDD}, true},
};

TEST(ShadedAreas, MayBeCells) {
  for (const Painted& c : painted) {
    Page page = page_of("10 20 Trygghet");
    page.shadings = {c.shading};
    std::size_t hidden = 0;
    const PageFrame frame = frame_of(page);
    const auto areas = shaded_areas(page, frame, words_of(page, 0, frame, hidden));
    EXPECT_EQ(areas.size(), c.counts ? 1u : 0u) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
