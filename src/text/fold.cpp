// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/normalizer2.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace lagesbild {
namespace {

/// What a sign or letter of more than its marks is folded to; empty for all others.
std::string_view plain_sign(char32_t c) {
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
      return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD8:
    case 0xF8:
      return "o";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0x131:
      return "i";
    case 0x141:
    case 0x142:
      return "l";
    case 0x110:
    case 0x111:
      return "d";
    default:
      return {};
  }
}

/// The Latin-1 letters of Swedish and its neighbours: the common case, without ICU's tables.
char latin(char32_t c) {
  if (c < 0xC0 || c > 0xFF) return 0;
  constexpr std::string_view
      plain =  // '.' for signs and for letters that are no letter with a mark
      "aaaaaa.ceeeeiiii.nooooo..uuuuy.."
      "aaaaaa.ceeeeiiii.nooooo..uuuuy.y";
  const char letter = plain[c - 0xC0];
  return letter == '.' ? '\0' : letter;
}

/// The letter without its marks, in lower case; several code points where it is made of more.
void append_folded(std::string& text, char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString parts;
  if (U_FAILURE(error) || !nfd || !nfd->getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) continue;
    const auto letter = static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT));
    if (const auto sign = plain_sign(letter); !sign.empty())
      text += sign;
    else
      append_utf8(text, letter);
  }
}

/// Calls put(bytes, origin) for every character of the folded text.
template <class Put>
void fold(std::string_view utf8, Put put) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t space = none;  // where the white space before the next letter began
  bool in_line = false;
  std::string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t origin = at;
    const CodePoint point = code_point_at(utf8, at);
    const char32_t c = point.value;
    at += point.size;
    if (is_space(c)) {
      const bool ends = c == U'\n' || c == 0x2028 || c == 0x2029;
      if (ends) put(std::string_view("\n"), origin);
      if (ends) in_line = false;
      space = ends ? none : std::min(space, origin);
      continue;
    }
    letters.clear();
    if (c < 0x80)
      letters += static_cast<char>(is_ascii_upper(c) ? c + 32 : c);
    else if (const char plain = latin(c))
      letters += plain;
    else if (const auto sign = plain_sign(c); !sign.empty())
      letters = sign;
    else
      append_folded(letters, c);
    if (letters.empty()) continue;
    if (space != none && in_line) put(std::string_view(" "), space);
    space = none;
    in_line = true;
    put(std::string_view(letters), origin);
  }
}

/// True where every byte of it may stand in a key: of letters and digits alone.
bool is_key_text(std::string_view letters) {
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint point = code_point_at(letters, at);
    if (!is_letter(point.value) && !is_digit(point.value)) return false;
    at += point.size;
  }
  return true;
}

}  // namespace

std::string folded(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  fold(utf8, [&](std::string_view letters, std::size_t) { text += letters; });
  return text;
}

MappedText folded_mapped(std::string_view utf8) {
  MappedText made;
  made.text.reserve(utf8.size());
  made.origin.reserve(utf8.size() + 1);
  fold(utf8, [&](std::string_view letters, std::size_t origin) {
    made.text += letters;
    made.origin.resize(made.text.size(), static_cast<std::uint32_t>(origin));
  });
  made.origin.push_back(static_cast<std::uint32_t>(utf8.size()));
  return made;
}

std::string key(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  fold(utf8, [&](std::string_view letters, std::size_t) {
    if (is_key_text(letters)) text += letters;
  });
  return text;
}

std::string slug(std::string_view utf8) {
  std::string text;
  bool between = false;
  fold(utf8, [&](std::string_view letters, std::size_t) {
    if (is_key_text(letters)) {
      if (between && !text.empty()) text += '-';
      text += letters;
      between = false;
    } else {
      between = true;
    }
  });
  return text;
}

}  // namespace lagesbild
