// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/text_string.h"

#include <Stream.h>
#include <UTF.h>
#include <goo/GooString.h>

#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr std::size_t longest_string = 1 << 20;  // bytes of one PDF string that are looked at

/// CR and CR LF end a line as LF does; other control characters say nothing.
void append_line_character(std::string& text, char32_t value, char32_t before) {
  if (value == '\r' || (value == '\n' && before != '\r')) {
    text += '\n';
  } else if (value == '\t') {
    text += ' ';
  } else if (value >= 0x20 && (value < 0x7f || value >= 0xa0)) {
    append_utf8(text, value);
  }
}

/// Bytes that are no UTF-8 become U+FFFD.
std::string from_utf8(std::string_view bytes) {
  std::string text;
  char32_t before = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = code_point_at(bytes, i);
    append_line_character(text, point.value, before);
    before = point.value;
    i += point.size;
  }
  return text;
}

std::string contents_of(Stream* stream) {
  std::string bytes;
  stream->reset();
  for (int c = stream->getChar(); c != EOF && bytes.size() < longest_string; c = stream->getChar())
    bytes += static_cast<char>(c);
  stream->close();
  return bytes;
}

}  // namespace

std::string utf8_of(const std::string& pdf_string) {
  if (pdf_string.starts_with("\xEF\xBB\xBF"))
    return from_utf8(std::string_view(pdf_string).substr(3));
  Unicode* points = nullptr;
  const int count = TextStringToUCS4(pdf_string.substr(0, longest_string), &points);
  const std::unique_ptr<Unicode, decltype(&std::free)> held(points, &std::free);
  std::string text;
  for (int i = 0; i < count; ++i)
    append_line_character(text, points[i], i > 0 ? points[i - 1] : 0U);
  return text;
}

std::string utf8_of(const Object& object) {
  if (object.isString()) return utf8_of(object.getString()->toStr());
  if (object.isName()) return utf8_of(std::string(object.getName()));
  if (object.isStream()) return utf8_of(contents_of(object.getStream()));
  return {};
}

}  // namespace lagesbild
