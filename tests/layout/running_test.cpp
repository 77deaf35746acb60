// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/running.h"

#include <gtest/gtest.h>

#include "page_of.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::vector<std::string> pages;  ///< rows of words
  const char* apart;
};

const Case cases[] = {
    {"page numbers with their words",
     {"10 400 text\n10 820 Sida 1 av 3", "10 400 mer\n10 820 Sida 2 av 3",
      "10 400 slut\n10 820 Sida 3 av 3"},
     "Sida 1 av 3 Sida 2 av 3 Sida 3 av 3 "},
    {"a head whose date stays is the reading's to judge",
     {"10 40 Rapport 2022\n10 400 text", "10 40 Rapport 2022\n10 400 mer"},
     ""},
    {"figures in the text stay", {"10 400 Mål 1 av 3", "10 400 Mål 2 av 3"}, ""},
    {"at another height it is another line",
     {"10 400 text\n10 820 Sida 1 av 3", "10 400 mer\n10 780 Sida 2 av 3"},
     ""},
    {"a lone figure below the text", {"10 400 text\n10 414 mer\n300 820 7"}, "7 "},
    {"a lone figure above the text", {"300 30 - 7 -\n10 100 text\n10 114 mer"}, "- 7 - "},
    {"a figure that ends the text stays", {"10 800 text\n10 814 mer\n10 826 7"}, ""},
    {"a lone word below the text stays", {"10 400 text\n10 414 mer\n300 820 Bromma"}, ""},
    {"an area's number at the foot of its column stays",
     {"10 400 text\n10 414 mer\n10 820 7 Trygga torg"},
     ""},
    {"nothing", {""}, ""},
};

TEST(RunningLines, AreSetApart) {
  for (const Case& c : cases) {
    std::vector<Word> words;
    for (std::size_t p = 0; p < c.pages.size(); ++p)
      for (Word& word : words_in(c.pages[p], p)) words.push_back(std::move(word));
    const std::vector<PageFrame> frames(c.pages.size(), {.width = 595, .height = 842});
    set_running_lines_apart(words, frames);
    std::string apart;
    for (const Word& word : words)
      if (word.apart) apart += word.text + " ";
    EXPECT_EQ(apart, c.apart) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
