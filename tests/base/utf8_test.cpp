// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::string bytes;
  std::size_t size;
  char32_t value;
  bool valid;
};

const Case cases[] = {
    {"a letter of ASCII", "a", 1, U'a', true},
    {"a letter of two bytes", "\xC3\xB6!", 2, U'ö', true},
    {"a sign of three bytes", "\xE2\x98\x92", 3, U'☒', true},
    {"a sign of four bytes", "\xF0\x9F\x98\x80", 4, U'😀', true},
    {"the last code point", "\xF4\x8F\xBF\xBF", 4, 0x10FFFF, true},
    {"one past the last code point", "\xF4\x90\x80\x80", 1, replacement_character, false},
    {"a lone continuation", "\x80", 1, replacement_character, false},
    {"a sequence cut off", "\xC3", 1, replacement_character, false},
    {"a sequence broken by a letter", "\xC3z", 1, replacement_character, false},
    {"an overlong slash of two bytes", "\xC0\xAF", 1, replacement_character, false},
    {"an overlong slash of three bytes", "\xE0\x80\xAF", 1, replacement_character, false},
    {"an overlong sign of four bytes", "\xF0\x80\x80\x80", 1, replacement_character, false},
    {"half of a surrogate pair", "\xED\xA0\x80", 1, replacement_character, false},
    {"a byte that is never UTF-8", "\xFF", 1, replacement_character, false},
};

TEST(CodePoint, IsReadStrictly) {
  for (const Case& c : cases) {
    const CodePoint point = code_point_at(c.bytes, 0);
    EXPECT_EQ(point.value, c.value) << c.says;
    EXPECT_EQ(point.size, c.size) << c.says;
    EXPECT_EQ(point.valid, c.valid) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
