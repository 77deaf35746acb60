// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says before anybody interprets it: glyphs, rulings, shadings, images and fields.
// pdf/ makes it from PDF bytes, pipeline from text dumps. Points, origin top left, as displayed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/geometry.h"

namespace lagesbild {

/// One printed sign: a letter, a ligature, a space. Its text lies in Page::text.
struct Glyph {
  Box box;                       ///< advance by ascent to descent, as displayed
  std::uint32_t text_begin = 0;  ///< UTF-8 bytes in Page::text
  std::uint16_t text_size = 0;   ///< 0 where the font does not tell which letter it is
  std::int16_t rotation = 0;     ///< reading direction as displayed: 0, 90, 180, 270 clockwise
  float size = 0;                ///< font size in points, as displayed
  std::uint32_t color = 0;       ///< fill colour 0xRRGGBB
  bool bold = false;
  bool italic = false;
  bool invisible = false;         ///< text render mode 3 or 7, or clipped away entirely
  std::uint8_t confidence = 100;  ///< percent: that recognised letters are the printed ones
  bool operator==(const Glyph&) const = default;
};

/// A straight horizontal or vertical line: a stroke, or a filled rectangle too thin for a shading.
/// x0 <= x1 and y0 <= y1; one of the pairs is equal.
struct Ruling {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double thickness = 0;
  std::uint32_t color = 0;  ///< 0xRRGGBB
  bool dashed = false;

  bool horizontal() const { return y0 == y1; }
  bool operator==(const Ruling&) const = default;
};

/// A filled area that is no ruling, such as a cell's background.
struct Shading {
  Box box;
  std::uint32_t color = 0;  ///< 0xRRGGBB
  bool operator==(const Shading&) const = default;
};

struct Image {
  Box box;
  bool operator==(const Image&) const = default;
};

/// A form field or annotation whose value is not among the glyphs.
struct Field {
  enum class Kind { text, choice, check_box, radio, free_text };
  Kind kind = Kind::text;
  Box box;
  std::string name;      ///< fully qualified field name, UTF-8; empty for annotations
  std::string value;     ///< UTF-8; lines separated by '\n'; for boxes the name of the state
  bool checked = false;  ///< boxes only
  bool operator==(const Field&) const = default;
};

struct Page {
  int number = 1;    ///< from 1
  double width = 0;  ///< as displayed, after rotation and crop box
  double height = 0;
  int rotation = 0;  ///< the page's own /Rotate: 0, 90, 180, 270
  double skew = 0;   ///< degrees clockwise that a scan was turned by to make its lines level
  std::string text;  ///< UTF-8 of all glyphs, in the order they were drawn
  std::vector<Glyph> glyphs;
  std::vector<Ruling> rulings;
  std::vector<Shading> shadings;
  std::vector<Image> images;
  std::vector<Field> fields;
  std::size_t shapes = 0;  ///< filled areas that are no rectangles: ornaments, or letters' outlines

  std::string_view text_of(const Glyph& glyph) const {
    return std::string_view(text).substr(glyph.text_begin, glyph.text_size);
  }
  bool operator==(const Page&) const = default;
};

struct Document {
  enum class From { pdf, form_fields, ocr, text };
  std::string name;                     ///< as the user named it
  From from = From::pdf;                ///< where the words came from
  std::optional<std::string> producer;  ///< Info dictionary's entries, UTF-8
  std::optional<std::string> title;
  std::optional<std::string> created;   ///< "YYYY-MM-DDThh:mm:ss", as far as given, zone dropped
  std::optional<std::string> modified;  ///< as created
  std::vector<Page> pages;
  std::vector<Problem> problems;  ///< what was odd on the way; reading went on
  bool operator==(const Document&) const = default;
};

}  // namespace lagesbild
