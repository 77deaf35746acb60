// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mojibake.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/letters.h"

namespace lagesbild {
namespace {

/// Bytes 0x80 to 0x9F of Windows-1252; 0 where undefined.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that Windows-1252 or Latin-1 shows as `c`; 0 where none does.
unsigned char byte_of(char32_t c) {
  if (c <= 0xFF) return static_cast<unsigned char>(c);
  const auto found = std::ranges::find(windows_1252, c);
  const auto at = found - windows_1252.begin();
  return found == windows_1252.end() ? 0 : static_cast<unsigned char>(0x80 + at);
}

// ---- UTF-8 ------------------------------------------------------------------------------------

/// What a UTF-8 sequence with this first byte may have meant: nothing that the signs it is shown as
/// could have meant themselves.
bool is_meant(char32_t lead, char32_t c) {
  switch (lead) {
    case 0xC2:
      return c >= 0xA0;  // signs: ° § «
    case 0xC3:
      return true;  // letters: å ä ö é
    case 0xE2:
      return c >= 0x2010 && c <= 0x27BF;  // dashes, quotes, bullets, boxes
    case 0xEF:
      return c == 0xFEFF || c == 0xFFFD || (c >= 0xFB00 && c <= 0xFB06);
    default:
      return false;
  }
}

/// The code point that marks[at...] are the misread UTF-8 of; not valid where they are none.
CodePoint misread_at(const Marks& marks, std::size_t at) {
  const char32_t lead = marks[at].c;
  if (lead != 0xC2 && lead != 0xC3 && lead != 0xE2 && lead != 0xEF) return {};
  std::string bytes;
  for (std::size_t i = at; i < marks.size() && bytes.size() < 3; ++i)
    bytes += static_cast<char>(byte_of(marks[i].c));
  const CodePoint point = code_point_at(bytes, 0);
  return point.valid && is_meant(lead, point.value) ? point : CodePoint{};
}

void read_utf8_again(Marks& marks) {
  std::size_t made = 0;
  for (std::size_t i = 0; i < marks.size(); ++made) {
    const CodePoint meant = misread_at(marks, i);
    marks[made] = marks[i];
    if (meant.valid) marks[made].c = meant.value;
    i += meant.size;
  }
  marks.resize(made);
}

// ---- Mac OS Roman and code page 850 -----------------------------------------------------------

/// An 8-bit encoding as it looks when read as Windows-1252.
struct Mistaken {
  std::u32string_view seen, meant;
  std::u32string_view telling;  ///< of `seen`: never between a small letter and a letter
};

constexpr std::array<Mistaken, 2> mistaken = {{
    {U"ŠŒš€\u0081…Ž", U"äåöÄÅÖé", U"ŠŒ\u0081"},  // Mac OS Roman
    {U"„†”Ž\u008F™‚", U"äåöÄÅÖé", U"†\u008F"},   // code page 850
}};

/// Parts of frequent Swedish words around the letters in question, in lower case.
constexpr std::array<std::u32string_view, 20> proofs = {
    U"för",      U"från",   U"områ", U"även",  U"över", U"åtgärd", U"möt",
    U"nämn",     U"tjäns",  U"läge", U"något", U"ökat", U"ökning", U"många",
    U"kvarstår", U"påverk", U" på ", U" är ",  U" år ", U" än "};

bool contains(std::u32string_view letters, char32_t c) {
  return letters.find(c) != std::u32string_view::npos;
}

/// Where signs of an encoding's `seen` stand inside or beside a word as its letters would.
Marks read_as(const Mistaken& encoding, Marks marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t found = encoding.seen.find(marks[i].c);
    if (found == std::u32string_view::npos) continue;
    const char32_t meant = encoding.meant[found];
    const char32_t left = i > 0 ? marks[i - 1].c : U' ';
    const bool goes_on = i + 1 < marks.size() && is_letter(marks[i + 1].c);
    if (is_upper(meant) ? goes_on && !is_lower(left) : goes_on || is_letter(left))
      marks[i].c = meant;
  }
  return marks;
}

bool has_proof(const Mistaken& encoding, const Marks& before, const Marks& after) {
  for (std::size_t i = 1; i + 1 < before.size(); ++i)
    if (contains(encoding.telling, before[i].c) && is_lower(before[i - 1].c) &&
        is_letter(before[i + 1].c))
      return true;
  std::u32string text = U" ";
  for (const Mark& mark : after) text += is_letter(mark.c) ? lower(mark.c) : U' ';
  text += U' ';
  return std::ranges::any_of(
      proofs, [&](std::u32string_view proof) { return text.find(proof) != std::u32string::npos; });
}

void read_8_bit_again(Marks& marks) {
  const auto right = [](const Mark& m) { return contains(U"åäöÅÄÖ", m.c); };
  if (std::ranges::any_of(marks, right)) return;
  for (const Mistaken& encoding : mistaken) {
    const auto small = encoding.seen.substr(0, 3);  // without one of these it would prove nothing
    if (std::ranges::none_of(marks, [&](const Mark& m) { return contains(small, m.c); })) continue;
    Marks again = read_as(encoding, marks);
    if (!has_proof(encoding, marks, again)) continue;
    marks = std::move(again);
    return;
  }
}

void read_controls(Marks& marks) {
  constexpr char32_t next_line = 0x85;
  for (Mark& mark : marks)
    if (mark.c >= 0x80 && mark.c < 0xA0 && mark.c != next_line && windows_1252[mark.c - 0x80] != 0)
      mark.c = windows_1252[mark.c - 0x80];
}

}  // namespace

Marks without_mojibake(Marks marks) {
  if (std::ranges::none_of(marks, [](const Mark& m) { return m.c >= 0x80; })) return marks;
  read_utf8_again(marks);
  read_controls(marks);
  read_8_bit_again(marks);
  return marks;
}

}  // namespace lagesbild
