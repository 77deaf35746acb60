// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// Marks the ASCII characters that are neither white space nor controls.
constexpr std::array<bool, 256> printed_ascii = [] {
  std::array<bool, 256> printed{};
  for (std::size_t c = 0x21; c < 0x7F; ++c) printed[c] = true;
  return printed;
}();

/// Where the run of printed ASCII from `at` on ends; single spaces between its words belong to it.
std::size_t end_of_ascii(std::string_view utf8, std::size_t at) {
  const auto printed = [&](std::size_t i) {
    return i < utf8.size() && printed_ascii[static_cast<unsigned char>(utf8[i])];
  };
  while (true) {
    while (printed(at)) ++at;
    if (at == utf8.size() || utf8[at] != ' ' || !printed(at + 1)) return at;
    ++at;
  }
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

/// Calls sink.ascii(run, origin) for runs of printed ASCII, in which case alone is to be folded,
/// and sink.put(letters, origin) for every other character of the folded text.
template <class Sink>
void fold(std::string_view utf8, Sink& sink) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t space = none;  // where the white space before the next letter began
  bool in_line = false;
  std::string letters;
  const auto begin_letter = [&] {
    if (space != none && in_line) sink.put(" ", space);
    space = none;
    in_line = true;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t origin = at;
    if (printed_ascii[static_cast<unsigned char>(utf8[at])]) {
      begin_letter();
      at = end_of_ascii(utf8, at);
      sink.ascii(utf8.substr(origin, at - origin), origin);
      continue;
    }
    const CodePoint point = code_point_at(utf8, at);
    const char32_t c = point.value;
    at += point.size;
    if (is_space(c)) {
      const bool ends = c == U'\n' || c == 0x2028 || c == 0x2029;
      if (ends) sink.put("\n", origin);
      if (ends) in_line = false;
      space = ends ? none : std::min(space, origin);
      continue;
    }
    letters.clear();
    if (const char plain = c < 0x80 ? static_cast<char>(c) : latin(c); plain || c == 0)
      letters += plain;
    else if (const auto sign = plain_sign(c); !sign.empty())
      letters = sign;
    else
      append_folded(letters, c);
    if (letters.empty()) continue;
    begin_letter();
    sink.put(letters, origin);
  }
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void append_lower(std::string& text, std::string_view ascii) {
  const std::size_t begin = text.size();
  text += ascii;
  for (std::size_t i = begin; i < text.size(); ++i) text[i] = lower_ascii(text[i]);
}

bool is_key_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// True where every byte of it may stand in a key: of letters and digits alone.
bool is_key_text(std::string_view letters) {
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint point = code_point_at(letters, at);
    if (!is_letter(point.value) && !is_digit(point.value)) return false;
    at += point.size;
  }
  return true;
}

struct Text {
  std::string text;
  void ascii(std::string_view run, std::size_t) { append_lower(text, run); }
  void put(std::string_view letters, std::size_t) { text += letters; }
};

struct Mapped {
  MappedText made;
  void ascii(std::string_view run, std::size_t origin) {
    append_lower(made.text, run);
    std::size_t at = made.origin.size();
    made.origin.resize(made.text.size());
    for (; at < made.origin.size(); ++at) made.origin[at] = static_cast<std::uint32_t>(origin++);
  }
  void put(std::string_view letters, std::size_t origin) {
    made.text += letters;
    made.origin.resize(made.text.size(), static_cast<std::uint32_t>(origin));
  }
};

struct Key {
  std::string text;
  void ascii(std::string_view run, std::size_t) {
    std::size_t end = text.size();
    text.resize(end + run.size());
    for (const char c : run) {
      text[end] = lower_ascii(c);
      end += is_key_letter(text[end]);
    }
    text.resize(end);
  }
  void put(std::string_view letters, std::size_t) {
    if (is_key_text(letters)) text += letters;
  }
};

struct Slug {
  std::string text;
  bool between = false;
  void ascii(std::string_view run, std::size_t origin) {
    for (std::size_t i = 0; i < run.size(); ++i)
      put(std::string(1, lower_ascii(run[i])), origin + i);
  }
  void put(std::string_view letters, std::size_t) {
    const bool belongs = is_key_text(letters);
    if (belongs && between && !text.empty()) text += '-';
    if (belongs) text += letters;
    between = !belongs;
  }
};

}  // namespace

std::string folded(std::string_view utf8) {
  Text sink;
  sink.text.reserve(utf8.size());
  fold(utf8, sink);
  return std::move(sink.text);
}

MappedText folded_mapped(std::string_view utf8) {
  Mapped sink;
  sink.made.text.reserve(utf8.size());
  sink.made.origin.reserve(utf8.size() + 1);
  fold(utf8, sink);
  sink.made.origin.push_back(static_cast<std::uint32_t>(utf8.size()));
  return std::move(sink.made);
}

std::string key(std::string_view utf8) {
  Key sink;
  sink.text.reserve(utf8.size());
  fold(utf8, sink);
  return std::move(sink.text);
}

std::string slug(std::string_view utf8) {
  Slug sink;
  fold(utf8, sink);
  return std::move(sink.text);
}

}  // namespace lagesbild
