// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables are drawn here as pictures: '+' where edges meet, '-' and '|' along them; one sign is 10
// points wide and 10 high.
#include "layout/grid.h"

#include <gtest/gtest.h>

#include "page_of.h"

namespace lagesbild {
namespace {

constexpr double step = 10;  // points

/// The maximal stretches of edge signs in a picture.
Edges edges_in(const std::vector<std::string>& picture) {
  const auto sign = [&](std::size_t y, std::size_t x) {
    return y < picture.size() && x < picture[y].size() ? picture[y][x] : ' ';
  };
  const auto at = [](std::size_t i) { return step * static_cast<double>(i); };
  std::size_t width = 0;
  for (const std::string& row : picture) width = std::max(width, row.size());
  Edges edges;
  for (std::size_t y = 0; y < picture.size(); ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      std::size_t end = x;
      while (sign(y, end) == '-' || sign(y, end) == '+') ++end;
      if (end > x + 1) edges.horizontal.push_back({at(y), at(x), at(end - 1)});
      x = std::max(x, end);
    }
  }
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t y = 0; y < picture.size(); ++y) {
      std::size_t end = y;
      while (sign(end, x) == '|' || sign(end, x) == '+') ++end;
      if (end > y + 1) edges.vertical.push_back({at(x), at(y), at(end - 1)});
      y = std::max(y, end);
    }
  }
  return edges;
}

/// "rows/columns" of each cell, a table a line.
std::string dump(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) {
    for (const Cell& cell : table.cells) {
      text += std::to_string(cell.first_row) +
              (cell.last_row > cell.first_row ? "-" + std::to_string(cell.last_row) : "");
      text += "/" + std::to_string(cell.first_column);
      text += (cell.last_column > cell.first_column ? "-" + std::to_string(cell.last_column) : "") +
              " ";
    }
    text += "\n";
  }
  return text;
}

struct Case {
  const char* says;
  std::vector<std::string> picture;
  const char* cells;
};

const Case cases[] = {
    {"a grid",
     {"+----+------+", "|    |      |", "+----+------+", "|    |      |", "+----+------+"},
     "0/0 0/1 1/0 1/1 \n"},
    {"a heading over both columns",
     {"+-----------+", "|           |", "+----+------+", "|    |      |", "+----+------+"},
     "0/0-1 1/0 1/1 \n"},
    {"an area beside two comments",
     {"+----+------+", "|    |      |", "|    +------+", "|    |      |", "+----+------+"},
     "0-1/0 0/1 1/1 \n"},
    {"no outer edges left and right",
     {"-----+-------", "     |       ", "-----+-------", "     |       ", "-----+-------"},
     "0/0 0/1 1/0 1/1 \n"},
    {"no outer edges at all",
     {"     |       ", "-----+-------", "     |       ", "-----+-------", "     |       "},
     "0/0 0/1 1/0 1/1 2/0 2/1 \n"},
    {"two lines that cross are a drawing", {"     |       ", "-----+-------", "     |       "}, ""},
    {"no edge below the last row",
     {"+----+------+", "|    |      |", "+----+------+", "|    |      |", "|    |      |"},
     "0/0 0/1 1/0 1/1 \n"},
    {"only horizontal lines of one width",
     {"------------", "", "------------", "", "------------"},
     "0/0 1/0 \n"},
    {"horizontal lines of different widths are none",
     {"------------", "", "-----", "", "--------"},
     ""},
    {"a frame around a page is none",
     {"+-----------+", "|           |", "|           |", "+-----------+"},
     ""},
    {"two tables below each other",
     {"+----+------+", "|    |      |", "+----+------+", "", "", "+----+------+", "|    |      |",
      "+----+------+"},
     "0/0 0/1 \n0/0 0/1 \n"},
    {"a table inside a frame",
     {"+---------------+", "|               |", "| +----+------+ |", "| |    |      | |",
      "| +----+------+ |", "|               |", "+---------------+"},
     "0/0 0/1 \n"},
    {"a box to tick inside a cell",
     {"+-------+-------+", "|       |       |", "|  +-+  |       |", "|  | |  |       |",
      "|  +-+  |       |", "|       |       |", "+-------+-------+"},
     "0/0 0/1 \n"},
    {"columns alone",
     {"+----+----+----+", "|    |    |    |", "+----+----+----+"},
     "0/0 0/1 0/2 \n"},
    {"a single line is none", {"-----------"}, ""},
    {"nothing drawn", {}, ""},
};

TEST(RuledTables, AreCellsThatEdgesPart) {
  for (const Case& c : cases)
    EXPECT_EQ(dump(ruled_tables(edges_in(c.picture), 0)), c.cells) << c.says;
}

TEST(RuledTables, ForgiveEdgesThatNearlyMeet) {
  const Edges edges{.horizontal = {{0, 1, 199}, {50, 0, 198}, {100, 2, 200}},
                    .vertical = {{0, 2, 98}, {80, 0, 100}, {200, 1, 99}}};
  EXPECT_EQ(dump(ruled_tables(edges, 0)), "0/0 0/1 1/0 1/1 \n");
}

TEST(RuledTables, GiveUpOnDrawings) {
  Edges hatching;
  for (int i = 0; i < 2000; ++i) {
    hatching.horizontal.push_back({4.0 * i, 0, 8000});
    hatching.vertical.push_back({4.0 * i, 0, 8000});
  }
  EXPECT_TRUE(ruled_tables(hatching, 0).empty());
}

TEST(CellAt, FindsTheCellOfAPoint) {
  std::vector<Table> tables = ruled_tables(edges_in(cases[0].picture), 0);
  ASSERT_EQ(tables.size(), 1u);
  const Cell* cell = cell_at(tables[0], 80, 30);
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->first_row, 1u);
  EXPECT_EQ(cell->first_column, 1u);
  EXPECT_EQ(cell->box, (Box{50, 20, 120, 40}));
  EXPECT_EQ(cell_at(tables[0], 200, 30), nullptr);
  EXPECT_EQ(cell_at(tables[0], 80, 41), nullptr);
}

struct Shaded {
  const char* says;
  std::vector<Box> areas;
  const char* rows;  ///< words
  const char* cells;
};

const Shaded shaded[] = {
    {"labels beside their comments",
     {{10, 10, 100, 40}, {10, 44, 100, 90}},
     "15 20 Ett\n110 20 Oförändrat\n15 54 Två\n110 54 Bättre läge\n110 66 än förut",
     "0/0 0/1 1/0 1/1 \n"},
    {"label and comment cells, both shaded",
     {{10, 10, 100, 40}, {100, 10, 300, 40}, {10, 40, 100, 70}, {100, 40, 300, 70}},
     "15 20 Ett\n110 20 Oförändrat\n15 54 Två\n110 54 Bättre",
     "0/0 0/1 1/0 1/1 \n"},
    {"every other row",
     {{10, 10, 300, 40}, {10, 70, 300, 100}},
     "15 20 Ett\n15 50 Två\n15 80 Tre",
     "0/0 1/0 2/0 \n"},
    {"a single shaded box is no table", {{10, 10, 300, 40}}, "15 20 Ruta", ""},
    {"none", {}, "15 20 Text", ""},
};

TEST(ShadedTables, AreCellsThatPaintParts) {
  for (const Shaded& c : shaded)
    EXPECT_EQ(dump(shaded_tables(c.areas, words_in(c.rows), 0)), c.cells) << c.says;
}

TEST(ShadedTables, EndWhereTheLastCommentEnds) {
  const auto tables =
      shaded_tables(shaded[0].areas,
                    words_in("15 20 Ett\n110 20 a\n15 54 Två\n110 54 b\n110 66 c\n110 78 d\n110 90 "
                             "e\n110 102 f\n110 114 g\n110 200 fot"),
                    0);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_NEAR(tables[0].box.y1, 114, 1);
}

}  // namespace
}  // namespace lagesbild
