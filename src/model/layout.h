// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of a document lie: lines, tables with their cells, and what lies outside of them.
// Geometry alone. layout/ makes it; boxes are points as displayed, turned upright where a page's
// text runs apart (PageFrame::turn leads back).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"

namespace lagesbild {

struct Word {
  std::string text;  ///< UTF-8 as the glyphs gave it
  Box box;
  double size = 0;  ///< font size in points
  std::size_t page = 0;
  bool bold = false;
  bool glued = false;             ///< a no-break space holds it to the next word
  bool new_paragraph = false;     ///< a line feed stood before it (form fields)
  bool wrapped = false;           ///< begins a line only because a form field has no more room
  std::uint8_t confidence = 100;  ///< percent, as Glyph::confidence; of its worst part
  bool apart = false;        ///< no running text: another direction, or far larger (watermarks)
  std::uint16_t turn = 0;    ///< degrees clockwise its letters run against the page's: by quarters
  bool overprinted = false;  ///< other letters are printed over its own
  bool struck = false;       ///< a line is drawn through it
  bool operator==(const Word&) const = default;
};

/// Words that share a baseline, left to right; indices into Layout::words.
struct Line {
  std::size_t page = 0;
  Box box;
  std::vector<std::size_t> words;
  bool operator==(const Line&) const = default;
};

/// A region of a table that no ruling, shading or gutter divides.
struct Cell {
  Box box;
  std::size_t first_row = 0, last_row = 0;        ///< inclusive
  std::size_t first_column = 0, last_column = 0;  ///< inclusive
  std::vector<Line> lines;                        ///< top to bottom
  bool operator==(const Cell&) const = default;
};

struct Table {
  enum class Basis { ruled, shaded, position };
  Basis basis = Basis::ruled;
  std::size_t page = 0;
  Box box;
  std::vector<double> row_edges;     ///< y, one more than rows
  std::vector<double> column_edges;  ///< x, one more than columns
  std::vector<Cell> cells;           ///< by first row, then first column; empty ones too
  bool operator==(const Table&) const = default;
};

struct PageFrame {
  int number = 1;                ///< from 1
  double width = 0, height = 0;  ///< upright
  int turn = 0;                  ///< degrees clockwise that made the text upright: 0, 90, 180, 270
  double skew = 0;               ///< as Page::skew
  bool operator==(const PageFrame&) const = default;
};

/// A stretch of a page in reading order: a table, or a line outside of all tables.
struct Block {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t table = none;  ///< index into Layout::tables
  std::size_t line = none;   ///< index into Layout::lines
  bool operator==(const Block&) const = default;
};

struct Layout {
  std::vector<PageFrame> pages;
  std::vector<Word> words;
  std::vector<Line> lines;  ///< those outside of all tables
  std::vector<Table> tables;
  std::vector<Block> blocks;      ///< the whole document in reading order
  bool measured = true;           ///< false: a dump, whose widths are counted in characters
  std::size_t hidden_glyphs = 0;  ///< invisible or white on white: left out of words
  bool operator==(const Layout&) const = default;
};

/// `box` of a turned page as it lies on the page as displayed.
Box as_displayed(const Box& box, const PageFrame& frame);

}  // namespace lagesbild
