// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mojibake.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "text/signs.h"

namespace lagesbild {
namespace {

constexpr int most_layers = 4;  // of UTF-8 within UTF-8

/// Bytes 0x80 to 0x9F of Windows-1252 (unicode.org, CP1252.TXT); 0 where undefined.
constexpr std::array<char32_t, 32> cp1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> as_cp1252(char32_t c) {
  if (c <= 0xFF) return static_cast<char>(c);
  const auto found = std::ranges::find(cp1252, c);
  if (found == cp1252.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - cp1252.begin()));
}

/// UTF-8 that was read as Windows-1252, read again; nothing unless the whole text makes sense as
/// UTF-8.
std::optional<Marks> read_as_utf8(const Marks& marks) {
  const auto leads = [](const Mark& m) { return m.c == 0xC3 || m.c == 0xC2 || m.c == 0xE2; };
  if (std::ranges::none_of(marks, leads)) return std::nullopt;
  std::string bytes;
  for (const Mark& mark : marks) {
    const auto byte = as_cp1252(mark.c);
    if (!byte) return std::nullopt;
    bytes += *byte;
  }
  Marks repaired;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (!point.valid) return std::nullopt;
    repaired.push_back({point.value, marks[at].origin});
    at += point.size;
  }
  return repaired;
}

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }

/// An 8-bit encoding as it looks when read as Windows-1252.
struct Mistaken {
  std::u32string_view seen, meant;
  std::u32string_view
      telling;  ///< those of `seen` that never stand between a small letter and a letter
};

constexpr std::array<Mistaken, 2> mistaken = {{
    {U"ŒŠš\u0081", U"åäöÅ", U"ŒŠ\u0081"},      // Mac OS Roman
    {U"†„”\u008FŽ™", U"åäöÅÄÖ", U"†„\u008F"},  // code page 850
}};

bool looks_like(const Mistaken& encoding, const Marks& marks) {
  for (std::size_t i = 1; i + 1 < marks.size(); ++i) {
    const bool tells = encoding.telling.find(marks[i].c) != std::u32string_view::npos;
    if (tells && is_lower(marks[i - 1].c) && is_letter(marks[i + 1].c)) return true;
  }
  return false;
}

}  // namespace

Marks without_mojibake(Marks marks) {
  for (int layer = 0; layer < most_layers; ++layer) {
    auto repaired = read_as_utf8(marks);
    if (!repaired) break;
    marks = *std::move(repaired);
  }
  for (const Mistaken& encoding : mistaken) {
    if (!looks_like(encoding, marks)) continue;
    for (Mark& mark : marks) {
      const std::size_t at = encoding.seen.find(mark.c);
      if (at != std::u32string_view::npos) mark.c = encoding.meant[at];
    }
  }
  for (Mark& mark : marks)
    if (mark.c >= 0x80 && mark.c < 0xA0 && cp1252[mark.c - 0x80] != 0)
      mark.c = cp1252[mark.c - 0x80];
  return marks;
}

}  // namespace lagesbild
