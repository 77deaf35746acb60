// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/decode.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::string_view bytes;
  const char* utf8;
};

using namespace std::string_view_literals;

const Case cases[] = {
    {"UTF-8 as it is", "Lägesbild å", "Lägesbild å"},
    {"its mark goes", "\xEF\xBB\xBFLägesbild", "Lägesbild"},
    {"Windows-1252", "L\xE4gesbild \x96 \x93Ja\x94", "Lägesbild – “Ja”"},
    {"UTF-16, little end first", "\xFF\xFEL\0\xE4\0"sv, "Lä"},
    {"UTF-16, big end first", "\xFE\xFF\0L\0\xE4"sv, "Lä"},
    {"nothing", "", ""},
};

TEST(Decoded, IsUtf8WhateverTheFileWas) {
  for (const Case& c : cases) EXPECT_EQ(decoded(c.bytes), c.utf8) << c.says;
}

}  // namespace
}  // namespace lagesbild
