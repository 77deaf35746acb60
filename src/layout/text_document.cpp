// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/text_document.h"

#include <algorithm>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr double advance = 6, pitch = 12, size = 10;  // points: a typewriter's grid
constexpr std::size_t tab = 8;                        // characters
constexpr std::size_t longest_line = 2000;            // characters; a longer one goes on below
constexpr std::size_t most_characters = 2'000'000;

void put(Page& page, std::string_view letter, std::size_t column, std::size_t row) {
  const double x = advance * static_cast<double>(column), y = pitch * static_cast<double>(row);
  page.glyphs.push_back({.box = {x, y, x + advance, y + size},
                         .text_begin = static_cast<std::uint32_t>(page.text.size()),
                         .text_size = static_cast<std::uint16_t>(letter.size()),
                         .size = static_cast<float>(size)});
  page.text += letter;
  page.width = std::max(page.width, x + advance);
  page.height = std::max(page.height, y + pitch);
}

}  // namespace

Document text_document(std::string_view utf8, const std::string& name) {
  Document document{.name = name, .from = Document::From::text};
  document.pages.emplace_back();
  std::size_t column = 0, row = 0, read = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (++read > most_characters) {
      document.problems.push_back({"limit",
                                   Severity::warning,
                                   {name, 0, 0},
                                   "only the first 2,000,000 characters were read"});
      break;
    }
    const CodePoint point = code_point_at(utf8, at);
    const std::string_view letter = point.valid ? utf8.substr(at, point.size) : replacement_utf8;
    at += point.size;
    if (point.value == U'\n') {
      column = 0;
      ++row;
    } else if (point.value == U'\f') {
      document.pages.push_back({.number = document.pages.back().number + 1});
      column = row = 0;
    } else if (point.value == U'\t') {
      column += tab - column % tab;
    } else if (point.value == 0xFEFF || point.value < 0x20) {
      continue;  // byte order mark, carriage return, control characters
    } else {
      put(document.pages.back(), letter, column++, row);
    }
    if (column >= longest_line) column = 0, ++row;
  }
  while (document.pages.size() > 1 && document.pages.back().glyphs.empty())
    document.pages.pop_back();
  return document;
}

}  // namespace lagesbild
