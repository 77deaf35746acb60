// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every text, tried on random ones: bytes, and pieces that damage is made of.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/join.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

using Function = MappedText (*)(std::string_view);

/// Empty where everything holds.
std::string what_is_wrong(Function made_by, std::string_view given) {
  const MappedText made = made_by(given);
  if (!is_utf8(made.text)) return "no UTF-8";
  if (made_by(made.text).text != made.text) return "changed again";
  if (made.origin.size() != made.text.size() + 1) return "an origin is missing";
  if (made.origin.back() != given.size()) return "the end is not the end";
  if (!std::ranges::is_sorted(made.origin)) return "the order has changed";
  if (made.text.size() > 3 * given.size()) return "grown";
  return {};
}

std::vector<std::string> random_texts() {
  constexpr std::string_view pieces[] = {
      "a",      "o",      "e",        "A",      "r",      "ndring", "5",      " ",      "  ",
      "\n",     "\t",     "å",        "ö",      "Ã",      "Â",      "â",      "¤",      "¶",
      "€",      "“",      "\u0308",   "\u030A", "\u0301", "\u0300", "¨",      "˚",      "°",
      "´",      "`",      "\u00AD",   "\u200B", "\u00A0", "\uFEFF", "-",      "–",      "”",
      "„",      "†",      "Š",        "š",      "Œ",      "\uFB01", "\uF0B7", "\uF061", "\uF062",
      "\u6600", "\u6900", "\u212B",   "\u1FEF", "\u0085", "\u0081", "\u2028", "\x02",   "\x01",
      "\xFF",   "\xC3",   "\xE2\x80", "för",    "och",    "\u0344", "ẗ",      "한"};
  std::mt19937 random(20221);
  std::vector<std::string> texts;
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    const std::size_t size = random() % 12;
    for (std::size_t k = 0; k < size; ++k)
      if (i % 3 == 0)
        text += static_cast<char>(random() % 256);
      else
        text += pieces[random() % std::size(pieces)];
    texts.push_back(text);
  }
  return texts;
}

std::string shown(std::string_view text) {
  std::string hex;
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    hex += digits[static_cast<unsigned char>(c) >> 4];
    hex += digits[static_cast<unsigned char>(c) & 15];
    hex += ' ';
  }
  return std::string(text) + " = " + hex;
}

TEST(Property, EveryTextBecomesNormalOnce) {
  for (const std::string& text : random_texts())
    ASSERT_EQ(what_is_wrong(normal_mapped, text), "") << shown(text);
}

TEST(Property, EveryTextIsFoldedOnce) {
  for (const std::string& text : random_texts())
    ASSERT_EQ(what_is_wrong(folded_mapped, text), "") << shown(text);
}

TEST(Property, WithAndWithoutTheWayBackGiveTheSame) {
  for (const std::string& text : random_texts()) {
    ASSERT_EQ(normal(text), normal_mapped(text).text) << shown(text);
    ASSERT_EQ(folded(text), folded_mapped(text).text) << shown(text);
  }
}

TEST(Property, JoiningLosesNoLetter) {
  const std::vector<std::string> texts = random_texts();
  WordsSeen seen;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    const std::string first = normal(texts[i]) + "-", second = normal(texts[i + 1]);
    const std::string_view lines[] = {first, second};
    const std::string text = joined(lines, seen);
    ASSERT_TRUE(is_utf8(text)) << shown(text);
    ASSERT_EQ(key(text), key(first) + key(second)) << shown(text);
    if (i % 64 == 0) seen.add(first);
  }
}

TEST(Property, LongTextsTakeNoTime) {
  constexpr std::size_t many = 200'000;
  for (const std::string_view piece : {"\u0301", "\u0327\u0301", "¨", " ¨", "\u00AD", "Ã", "Ãƒ",
                                       "-", " ", "\n", "\uF061", "š", "\u6600"}) {
    std::string text = "a";
    for (std::size_t i = 0; i < many; ++i) text += piece;
    const MappedText made = normal_mapped(text);
    EXPECT_LE(made.text.size(), text.size());
    EXPECT_TRUE(is_utf8(folded(text)));
    const std::string_view lines[] = {text, text};
    EXPECT_GE(joined(lines, WordsSeen()).size(), text.size());
  }
}

}  // namespace
}  // namespace lagesbild
