// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/code_points.h"

namespace lagesbild {
namespace {

std::string_view plain_sign(char32_t c) {
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2033:
      return "\"";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0xB4:
    case 0x2032:
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
    case 0xE6:
    case 0xC6:
      return "ae";
    case 0xF8:
    case 0xD8:
      return "o";
    case 0xDF:
      return "ss";
    default:
      return {};
  }
}

/// The letter without its marks, in lower case; several code points where it decomposes to more.
void append_folded(std::string& text, char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString parts;
  if (U_FAILURE(error) || !nfd->getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) continue;
    append_utf8(text, static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)));
  }
}

/// Latin-1 letters of Swedish and its neighbours, the common case, without a look into ICU's
/// tables.
char latin(char32_t c) {
  switch (c) {
    case 0xC4:
    case 0xC5:
    case 0xE4:
    case 0xE5:
    case 0xC0:
    case 0xC1:
    case 0xE0:
    case 0xE1:
      return 'a';
    case 0xD6:
    case 0xF6:
      return 'o';
    case 0xC8:
    case 0xC9:
    case 0xE8:
    case 0xE9:
      return 'e';
    case 0xDC:
    case 0xFC:
      return 'u';
    default:
      return 0;
  }
}

/// Calls put(byte, origin) for every byte of the folded text.
template <class Put>
void fold(std::string_view utf8, Put put) {
  bool space = false, any = false;
  std::string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    const std::size_t origin = at;
    at += point.size;
    const char32_t c = point.value;
    if (c == '\n' || c == 0x2028 || c == 0x2029) {
      put('\n', origin);
      space = false;
      any = false;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' ||
        (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)))) {
      space = true;
      continue;
    }
    letters.clear();
    if (c < 0x80)
      letters = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (const char plain = latin(c))
      letters = plain;
    else if (const auto sign = plain_sign(c); !sign.empty())
      letters = sign;
    else
      append_folded(letters, c);
    if (letters.empty()) continue;
    if (space && any) put(' ', origin);
    space = false;
    any = true;
    for (const char byte : letters) put(byte, origin);
  }
}

bool is_key_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

std::string folded(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  fold(utf8, [&](char byte, std::size_t) { text += byte; });
  return text;
}

MappedText folded_mapped(std::string_view utf8) {
  MappedText made;
  fold(utf8, [&](char byte, std::size_t origin) {
    made.text += byte;
    made.origin.push_back(static_cast<std::uint32_t>(origin));
  });
  made.origin.push_back(static_cast<std::uint32_t>(utf8.size()));
  return made;
}

std::string key(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  fold(utf8, [&](char byte, std::size_t) {
    if (is_key_byte(byte)) text += byte;
  });
  return text;
}

std::string slug(std::string_view utf8) {
  std::string text;
  bool between = false;
  fold(utf8, [&](char byte, std::size_t) {
    if (!is_key_byte(byte)) {
      between = true;
      return;
    }
    if (between && !text.empty()) text += '-';
    between = false;
    text += byte;
  });
  return text;
}

}  // namespace lagesbild
