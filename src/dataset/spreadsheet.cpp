// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/spreadsheet.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr std::string_view cut_note = " … [avkortat: hela texten finns i assessments.csv]";

/// UTF-16 units of the code point.
std::size_t units_of(const CodePoint& point) { return point.value > 0xFFFF ? 2 : 1; }

/// `_xHHHH_` at `at`: how XLSX writes a UTF-16 unit.
bool is_escape(std::string_view utf8, std::size_t at) {
  constexpr std::size_t size = 7;
  if (utf8.size() - at < size || utf8[at] != '_' || utf8[at + 1] != 'x' || utf8[at + 6] != '_')
    return false;
  return utf8.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") ==
         std::string_view::npos;
}

/// Neither XML nor a C string can carry them.
bool is_forbidden(const CodePoint& point) {
  return !point.valid || point.value == 0 || point.value == 0xFFFE || point.value == 0xFFFF;
}

}  // namespace

std::string fitting_cell(std::string_view utf8) {
  if (utf8.size() <= cell_limit) return std::string(utf8);  // a unit takes a byte or more
  std::size_t units = 0, kept = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    units += units_of(point);
    at += point.size;
    if (units + cut_note.size() <= cell_limit) kept = at;
  }
  if (units <= cell_limit) return std::string(utf8);
  return std::string(utf8.substr(0, kept)) + std::string(cut_note);
}

std::string xlsx_text(std::string_view utf8) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    const bool escape = point.value == '_' && is_escape(utf8, at);
    if (escape || is_forbidden(point)) {
      out += utf8.substr(copied, at - copied);
      out += escape ? std::string_view("_x005F_") : replacement_utf8;
      copied = at + point.size;
    }
    at += point.size;
  }
  return out += utf8.substr(copied);
}

std::size_t lines_in(std::string_view utf8, double width) {
  std::size_t lines = 0;
  double letters = 0;  // of the paragraph
  const auto end_paragraph = [&] {
    lines += static_cast<std::size_t>(std::max(1.0, std::ceil(letters / width)));
    letters = 0;
  };
  for (const char c : utf8)
    if (c == '\n')
      end_paragraph();
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)  // not inside of a code point
      ++letters;
  end_paragraph();
  return lines;
}

}  // namespace lagesbild
