// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook_styles.h"

#include <algorithm>
#include <cstdint>

namespace lagesbild {
namespace {

struct Look {
  CellStyle style;
  std::uint32_t text, ground;  ///< 0xRRGGBB; 4.5:1 or more against each other
  bool bold = false, wrap = false, centered = false, border = false, clipped = false;
  double size = 11;  ///< points
};

constexpr std::uint32_t black = 0x1A1A1A, white = 0xFFFFFF;
constexpr Look looks[] = {
    {CellStyle::plain, black, white},
    {CellStyle::wrapped, black, white, false, true},
    {CellStyle::centered, black, white, false, false, true},
    {CellStyle::muted, 0x5C5C5C, white, false, false, false, false, true},
    {CellStyle::title, black, white, true, false, false, false, false, 16},
    {CellStyle::header, white, 0x1F3A5F, true, true, false, true},
    {CellStyle::positive, 0x0B4F2A, 0xD5EBDD, false, false, false, true},
    {CellStyle::unchanged, 0x343A40, 0xE4E7EB, false, false, false, true},
    {CellStyle::negative, 0x7A1510, 0xF9D9D6, false, false, false, true},
    {CellStyle::unstated, 0x5C5C5C, white, false, false, false, true},
    {CellStyle::missing, 0x5C4400, 0xFFF3CD, false, false, false, true},
    {CellStyle::answer, black, 0xFFFBE6, false, true, false, true},
};

lxw_format* format_of(lxw_workbook* book, const Look& look) {
  lxw_format* format = workbook_add_format(book);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_font_size(format, look.size);
  format_set_font_color(format, look.text);
  if (look.ground != white) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, look.ground);
    format_set_fg_color(format, look.ground);
  }
  if (look.bold) format_set_bold(format);
  if (look.wrap) format_set_text_wrap(format);
  if (look.centered) format_set_align(format, LXW_ALIGN_CENTER);
  if (look.clipped) format_set_align(format, LXW_ALIGN_FILL);
  if (look.border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
  }
  return format;
}

}  // namespace

std::vector<lxw_format*> formats_of(lxw_workbook* book) {
  std::vector<lxw_format*> formats(std::size(looks));
  for (const Look& look : looks)
    formats[static_cast<std::size_t>(look.style)] = format_of(book, look);
  return formats;
}

bool wraps(CellStyle style) { return std::ranges::find(looks, style, &Look::style)->wrap; }

}  // namespace lagesbild
