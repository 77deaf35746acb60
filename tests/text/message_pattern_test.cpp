// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lagesbild {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string filled(std::string_view pattern, const std::string& locale,
                   std::initializer_list<MessageValue> values) {
  const auto made = MessagePattern::compiled(pattern, locale);
  return made ? made->with({values.begin(), values.size()}) : made.problem().what;
}

TEST(MessagePattern, IsFilledIn) {
  const std::string files = "{n, plural, one {# fil} other {# filer}}";
  EXPECT_EQ(filled("Rågsved", "sv", {}), "Rågsved");
  EXPECT_EQ(filled("{name} är läst", "sv", {{"name", "Åse {x}"}}), "Åse {x} är läst");
  EXPECT_EQ(filled(files, "sv", {{"n", 1}}), "1 fil");
  EXPECT_EQ(filled(files, "sv", {{"n", 0}}), "0 filer");
  EXPECT_EQ(filled("{n, number}", "sv", {{"n", 12345}}), "12\u00A0345");
  EXPECT_EQ(filled("{n, number}", "en", {{"n", 12345}}), "12,345");
  EXPECT_EQ(filled("{n, number}", "sv", {{"n", 2.5}}), "2,5");
  EXPECT_EQ(filled("{a} {b}", "sv", {{"b", "2"}, {"c", "3"}}), "{a} 2");
  EXPECT_EQ(filled("{n, number}", "sv", {{"n", "tre"}}), "");
}

TEST(MessagePattern, NamesItsPlaces) {
  const auto made = MessagePattern::compiled(
      "{b} {a, number} {c, plural, one {# {d}} other {# {d}}} '{e}'", "en");
  ASSERT_TRUE(made);
  EXPECT_THAT(made->places(), ElementsAre("a", "b", "c", "d"));
}

TEST(MessagePattern, ThatIsBrokenSaysSo) {
  for (const char* broken : {"{", "{n, plural, one {#}}", "{a b}", "{n, nonsense}"})
    EXPECT_THAT(filled(broken, "sv", {}), HasSubstr("not a message")) << broken;
}

}  // namespace
}  // namespace lagesbild
