// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file may ask for. Reading goes on without the rest, and problem code `limit` says so.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lagesbild {

/// Defaults that real reports stay far below, and that keep a worker within its memory.
struct ReadLimits {
  std::size_t pages = 10'000;
  std::size_t glyphs = 3'000'000;   ///< on all pages together; about 60 bytes each
  std::size_t rulings = 1'000'000;  ///< on all pages together, and as many shadings
  std::size_t page_glyphs = 1'000'000;
  std::size_t page_text = 16'000'000;  ///< bytes; one glyph may claim to be a novel
  std::size_t page_rulings = 100'000;
  std::size_t page_shadings = 100'000;
  std::size_t page_images = 10'000;
  std::size_t page_fields = 10'000;
  std::size_t field_bytes = 16'000'000;     ///< of all values together
  std::size_t page_operators = 10'000'000;  ///< some seconds; a bomb asks for more
  std::size_t page_content = 64'000'000;    ///< bytes, unpacked; a dense map has some millions
  std::size_t picture_pixels = 40'000'000;  ///< 120 MB; A4 at 300 dots an inch has 9 million
  std::size_t characters = 2'000'000;       ///< of a text dump

  bool operator==(const ReadLimits&) const = default;
};

using LimitMember = std::size_t ReadLimits::*;

/// One bound as people name it.
struct ReadLimit {
  std::string_view name;
  LimitMember most;
  std::string_view what;  ///< that is counted: "pages"
};

inline constexpr std::array<ReadLimit, 14> read_limits = {{
    {"pages", &ReadLimits::pages, "pages"},
    {"glyphs", &ReadLimits::glyphs, "letters on all pages"},
    {"rulings", &ReadLimits::rulings, "lines and areas drawn on all pages"},
    {"page-glyphs", &ReadLimits::page_glyphs, "letters on a page"},
    {"page-text", &ReadLimits::page_text, "bytes of text on a page"},
    {"page-rulings", &ReadLimits::page_rulings, "lines drawn on a page"},
    {"page-shadings", &ReadLimits::page_shadings, "areas filled on a page"},
    {"page-images", &ReadLimits::page_images, "pictures on a page"},
    {"page-fields", &ReadLimits::page_fields, "annotations and form fields on a page"},
    {"field-bytes", &ReadLimits::field_bytes, "bytes in all form fields"},
    {"page-operators", &ReadLimits::page_operators, "drawing operators on a page"},
    {"page-content", &ReadLimits::page_content, "bytes of a page's content, unpacked"},
    {"picture-pixels", &ReadLimits::picture_pixels, "pixels in a picture of a page"},
    {"characters", &ReadLimits::characters, "characters in a text dump"},
}};

/// The defaults with the changes of `words`: "pages=20000,page-glyphs=10" or "". Problem "usage"
/// names the word that is no bound, or whose number is not from 1 to 1,000,000,000.
Result<ReadLimits> read_limits_of(std::string_view words);

/// The way back; "" for the defaults.
std::string words_of(const ReadLimits& limits);

/// A quarter of each bound: for a file that was too much for a worker.
ReadLimits tighter(const ReadLimits& limits);

/// The Problem of a file that asked for more than `limits` has for `which`.
Problem limit_reached(LimitMember which, const ReadLimits& limits, Place place);

}  // namespace lagesbild
