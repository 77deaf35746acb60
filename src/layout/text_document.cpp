// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/text_document.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "layout/markdown.h"
#include "layout/separated_values.h"

namespace lagesbild {
namespace {

constexpr double advance = 6, pitch = 12, size = 10;  // points: a typewriter's grid
constexpr std::size_t tab = 8;                        // characters
constexpr std::size_t longest_line = 2000;            // characters; a longer one goes on below

void put(Page& page, std::string_view letter, std::size_t column, std::size_t row,
         bool bold = false) {
  const double x = advance * static_cast<double>(column), y = pitch * static_cast<double>(row);
  page.glyphs.push_back({.box = {x, y, x + advance, y + size},
                         .text_begin = static_cast<std::uint32_t>(page.text.size()),
                         .text_size = static_cast<std::uint16_t>(letter.size()),
                         .size = static_cast<float>(size),
                         .bold = bold});
  page.text += letter;
  page.width = std::max(page.width, x + advance);
  page.height = std::max(page.height, y + pitch);
}

/// Code points of each line, and their number.
struct Extent {
  std::size_t width = 0, height = 1;
};

Extent extent_of(std::string_view cell) {
  Extent extent;
  std::size_t width = 0;
  for (std::size_t at = 0; at < cell.size(); at += code_point_at(cell, at).size) {
    const bool ends = cell[at] == '\n' || width == longest_line;
    if (ends) ++extent.height, width = 0;
    if (cell[at] != '\n') ++width;
    extent.width = std::max(extent.width, width);
  }
  return extent;
}

void put_cell(Page& page, std::string_view cell, std::size_t left, std::size_t row) {
  std::size_t column = left;
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint point = code_point_at(cell, at);
    if (point.value == U'\n' || column == left + longest_line) column = left, ++row;
    if (point.value >= 0x20)
      put(page, point.valid ? cell.substr(at, point.size) : replacement_utf8, column++, row);
    at += point.size;
  }
}

/// A sheet as the table it was: its cells below each other, rulings between them.
Document sheet_document(const SheetRows& rows, const std::string& name) {
  Document document{.name = name, .from = Document::From::text};
  Page& page = document.pages.emplace_back();
  std::vector<std::size_t> starts{1};  // in characters, of columns
  for (const auto& row : rows)
    if (row.size() > 1) starts.resize(std::max(starts.size(), row.size() + 1));
  for (const auto& row : rows)
    for (std::size_t c = 0; row.size() > 1 && c < row.size(); ++c)
      starts[c + 1] = std::max(starts[c + 1], extent_of(row[c]).width + 2);
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  const auto x_of = [](std::size_t column) { return advance * (static_cast<double>(column) - 1); };
  const double right = x_of(starts.back());
  std::size_t at = 0;
  for (const auto& row : rows) {
    std::size_t height = 1;
    for (std::size_t c = 0; c < row.size(); ++c) {
      height = std::max(height, extent_of(row[c]).height);
      put_cell(page, row[c], starts[c], at);
    }
    const double top = pitch * static_cast<double>(at) - 1,
                 bottom = pitch * static_cast<double>(at + height) - 1;
    at += height;
    if (row.size() < 2) continue;
    for (const double y : {top, bottom})
      page.rulings.push_back({.x0 = 0, .y0 = y, .x1 = right, .y1 = y});
    for (const std::size_t start : starts)
      page.rulings.push_back({.x0 = x_of(start), .y0 = top, .x1 = x_of(start), .y1 = bottom});
  }
  page.width = std::max(page.width, right);
  return document;
}

}  // namespace

Document text_document(std::string_view utf8, const std::string& name, const ReadLimits& limits) {
  if (utf8.size() <= limits.characters)
    if (const auto rows = separated_values(utf8)) return sheet_document(*rows, name);
  const std::optional<MarkedText> marked = without_markdown(utf8);
  if (marked) utf8 = marked->text;
  auto bold = marked ? marked->bold.begin() : std::vector<Span>::const_iterator();
  Document document{.name = name, .from = Document::From::text};
  document.pages.emplace_back();
  std::size_t column = 0, row = 0, read = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (++read > limits.characters) {
      document.problems.push_back(limit_reached(&ReadLimits::characters, limits, {name, 0, 0}));
      break;
    }
    const CodePoint point = code_point_at(utf8, at);
    const std::string_view letter = point.valid ? utf8.substr(at, point.size) : replacement_utf8;
    while (marked && bold != marked->bold.end() && bold->end <= at) ++bold;
    const bool strong = marked && bold != marked->bold.end() && bold->begin <= at;
    at += point.size;
    if (point.value == U'\n') {
      column = 0;
      ++row;
    } else if (point.value == U'\f') {
      if (document.pages.size() == limits.pages) {
        document.problems.push_back(limit_reached(&ReadLimits::pages, limits, {name, 0, 0}));
        break;
      }
      document.pages.push_back({.number = document.pages.back().number + 1});
      column = row = 0;
    } else if (point.value == U'\t') {
      column += tab - column % tab;
    } else if (point.value == 0xFEFF || point.value < 0x20) {
      continue;  // byte order mark, carriage return, control characters
    } else {
      put(document.pages.back(), letter, column++, row, strong);
    }
    if (column >= longest_line) column = 0, ++row;
  }
  while (document.pages.size() > 1 && document.pages.back().glyphs.empty())
    document.pages.pop_back();
  return document;
}

}  // namespace lagesbild
