// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/markdown.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

const std::string headings = "# Lägesbild\n## Lokala\n**1 Torg**\n";

/// What becomes of `line` in a Markdown file, bold words between < and >.
std::string read(const std::string& line) {
  const auto made = without_markdown(headings + line);
  if (!made) return "no Markdown";
  std::string text = made->text;
  for (auto span = made->bold.rbegin(); span != made->bold.rend(); ++span) {
    text.insert(span->end, ">");
    text.insert(span->begin, "<");
  }
  return text.substr(text.find("Torg>\n") + 6);
}

struct Case {
  const char* says;
  const char* line;
  const char* text;
};

const Case cases[] = {
    {"a heading is bold", "### 2 Parker", "<2 Parker>"},
    {"so is what is marked as strong", "**2 Parker**", "<2 Parker>"},
    {"also within a line", "Läget är __bättre__ nu.", "Läget är <bättre> nu."},
    {"emphasis leaves no signs", "*Farsta stadsdelsförvaltning*", "Farsta stadsdelsförvaltning"},
    {"a quotation neither", "> Oförändrat.", "Oförändrat."},
    {"a stroke keeps the sign after it", "1\\. Torg", "1. Torg"},
    {"a line across the page is none", "---", ""},
    {"signs within words stay", "C# och 2*3 samt a_b", "C# och 2*3 samt a_b"},
    {"a list keeps its dashes", "- Fler besök", "- Fler besök"},
    {"more signs than levels are text", "####### sju", "####### sju"},
};

TEST(Markdown, LeavesTheWords) {
  for (const Case& c : cases) EXPECT_EQ(read(c.line), c.text) << c.says;
}

TEST(Markdown, IsToldByItsHeadings) {
  EXPECT_FALSE(without_markdown("1 Torg\n# 2 Parker\n* Oförändrat"));
  EXPECT_FALSE(without_markdown(""));
  EXPECT_TRUE(without_markdown("# a\r\n## b\r\n### c"));
}

}  // namespace
}  // namespace lagesbild
