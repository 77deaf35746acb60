// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/normal.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <span>

#include "text/accents.h"
#include "text/code_points.h"
#include "text/letters.h"
#include "text/mojibake.h"
#include "text/signs.h"

namespace lagesbild {
namespace {

/// Bytes at `at` that are fine as they stand; 0 where a closer look is needed. Knows ASCII, Swedish
/// letters, and the dashes, quotes, ellipses and bullets that Word sets.
std::size_t normal_bytes_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned lead = byte(at);
  if (lead == ' ') return byte(at + 1) == ' ' || at + 1 == text.size() || at == 0 ? 0 : 1;
  if (lead < 0x80) return lead > 0x20 && lead != 0x7F && lead != '`' ? 1 : 0;
  if (lead == 0xC3) return byte(at + 1) >= 0x84 && byte(at + 1) <= 0xBF ? 2 : 0;  // not Ã: mojibake
  const unsigned last = byte(at + 2);
  const bool known = last == 0x93 || last == 0x94 || last == 0x98 || last == 0x99 || last == 0x9C ||
                     last == 0x9D || last == 0xA2 || last == 0xA6;
  if (lead != 0xE2 || byte(at + 1) != 0x80 || !known) return 0;
  const bool in_word = at > 0 && at + 3 < text.size() && is_ascii_letter(byte(at - 1)) &&
                       is_ascii_letter(byte(at + 3));
  return in_word && last == 0x9D ? 0 : 3;  // a quote inside a word may be a misread letter
}

/// By far the most texts are normal as they stand.
bool is_normal(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = normal_bytes_at(text, at);
    if (bytes == 0) return false;
    at += bytes;
  }
  return true;
}

MappedText unchanged(std::string_view utf8) {
  MappedText same{std::string(utf8), std::vector<std::uint32_t>(utf8.size() + 1)};
  std::uint32_t start = 0;
  for (std::uint32_t i = 0; i < utf8.size(); ++i) {
    if ((static_cast<unsigned char>(utf8[i]) & 0xC0) != 0x80) start = i;
    same.origin[i] = start;
  }
  same.origin.back() = static_cast<std::uint32_t>(utf8.size());
  return same;
}

Marks with_single_spaces(const Marks& marks) {
  Marks made;
  made.reserve(marks.size());
  for (std::size_t i = 0; i < marks.size();) {
    if (!is_space(marks[i].c)) {
      made.push_back(marks[i++]);
      continue;
    }
    Mark space{U' ', marks[i].origin};
    for (; i < marks.size() && is_space(marks[i].c); ++i)
      if (is_line_end(marks[i].c)) space.c = U'\n';
    if (!made.empty() && i < marks.size()) made.push_back(space);
  }
  return made;
}

/// NFC of marks [begin, end), all from the first one's place.
void append_composed(Marks& made, const icu::Normalizer2& nfc, std::span<const Mark> run) {
  icu::UnicodeString text;
  for (const Mark& mark : run) text.append(static_cast<UChar32>(mark.c));
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString whole = nfc.normalize(text, error);
  if (U_FAILURE(error)) {
    made.insert(made.end(), run.begin(), run.end());
    return;
  }
  for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
    made.push_back({static_cast<char32_t>(whole.char32At(i)), run.front().origin});
}

Marks composed(const Marks& marks) {
  constexpr char32_t first_combining = 0x300;
  constexpr std::size_t longest_run =
      64;  // ICU sorts a run's marks in quadratic time; letters have three
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  const bool plain =
      std::ranges::all_of(marks, [](const Mark& m) { return m.c < first_combining; });
  if (plain || U_FAILURE(error) || !nfc) return marks;
  Marks made;
  made.reserve(marks.size());
  for (std::size_t begin = 0; begin < marks.size();) {
    std::size_t end = begin + 1;
    while (end < marks.size() && marks[end].c >= first_combining &&
           !nfc->hasBoundaryBefore(static_cast<UChar32>(marks[end].c)))
      ++end;
    const std::span run = std::span(marks).subspan(begin, end - begin);
    if ((run.size() == 1 && run[0].c < first_combining) || run.size() > longest_run)
      made.insert(made.end(), run.begin(), run.end());
    else
      append_composed(made, *nfc, run);
    begin = end;
  }
  return made;
}

bool same_text(const Marks& a, const Marks& b) {
  return std::ranges::equal(a, b, {}, &Mark::c, &Mark::c);
}

}  // namespace

MappedText normal_mapped(std::string_view utf8) {
  if (is_normal(utf8)) return unchanged(utf8);
  // What one step makes can be work for an earlier one: text misread twice, letters that only NFC
  // gives.
  constexpr int rounds = 8;
  Marks marks = marks_of(utf8);
  for (int round = 0; round < rounds; ++round) {
    Marks next = with_single_spaces(with_plain_signs(without_mojibake(marks)));
    next = composed(with_accents_joined(std::move(next)));
    const bool settled = same_text(marks, next);
    marks = std::move(next);
    if (settled) break;
  }
  return text_of(marks, static_cast<std::uint32_t>(utf8.size()));
}

std::string normal(std::string_view utf8) {
  return is_normal(utf8) ? std::string(utf8) : normal_mapped(utf8).text;
}

}  // namespace lagesbild
