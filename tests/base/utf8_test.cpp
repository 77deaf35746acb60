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
  char32_t value;
  std::size_t size;
  bool valid;
};

const Case cases[] = {
    {"a letter of ASCII", "a", U'a', 1, true},
    {"a letter of two bytes", "\xC3\xB6!", U'ö', 2, true},
    {"a sign of three bytes", "\xE2\x98\x92", U'☒', 3, true},
    {"a sign of four bytes", "\xF0\x9F\x98\x80", U'😀', 4, true},
    {"the last code point", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true},
    {"one past the last code point", "\xF4\x90\x80\x80", replacement_character, 1, false},
    {"a lone continuation", "\x80", replacement_character, 1, false},
    {"a sequence cut off", "\xC3", replacement_character, 1, false},
    {"a sequence broken by a letter", "\xC3z", replacement_character, 1, false},
    {"an overlong slash of two bytes", "\xC0\xAF", replacement_character, 1, false},
    {"an overlong slash of three bytes", "\xE0\x80\xAF", replacement_character, 1, false},
    {"an overlong sign of four bytes", "\xF0\x80\x80\x80", replacement_character, 1, false},
    {"half of a surrogate pair", "\xED\xA0\x80", replacement_character, 1, false},
    {"a byte that is never UTF-8", "\xFF", replacement_character, 1, false},
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
