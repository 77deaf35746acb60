// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/text_document.h"

#include <gtest/gtest.h>

#include "layout/lines.h"
#include "layout/words.h"
#include "page_of.h"

namespace lagesbild {
namespace {

/// Lines of text; "==" between pages.
std::string read(std::string_view dump_file) {
  std::string text;
  const Document document = text_document(dump_file, "rapport.txt");
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    std::size_t hidden = 0;
    const Page& page = document.pages[p];
    const std::vector<Word> words = words_of(page, p, frame_of(page), hidden);
    text += (p == 0 ? "" : "==\n") + dump(words, lines_of(words, all_of(words)));
  }
  return text;
}

struct Case {
  const char* says;
  std::string_view bytes;
  const char* text;
};

const Case cases[] = {
    {"lines", "ett två\ntre\n", "ett två\ntre\n"},
    {"Swedish letters", "Årsta ÄR ö", "Årsta ÄR ö\n"},
    {"lines that end in CR LF", "ett\r\ntvå\r\n", "ett\ntvå\n"},
    {"a form feed ends a page", "ett\ftvå", "ett\n==\ntvå\n"},
    {"a form feed at the end begins none", "ett\f", "ett\n"},
    {"an empty page in between", "ett\f\ftvå", "ett\n==\n==\ntvå\n"},
    {"a byte order mark is no text",
     "\xEF\xBB\xBF"
     "ett",
     "ett\n"},
    {"a byte that is no UTF-8", "ett\xFFtvå", "ett\uFFFDtvå\n"},
    {"nothing", "", ""},
};

TEST(TextDocument, IsReadLineByLine) {
  for (const Case& c : cases) EXPECT_EQ(read(c.bytes), c.text) << c.says;
}

TEST(TextDocument, SaysWhereItCameFrom) {
  const Document document = text_document("ett", "rapport.txt");
  EXPECT_EQ(document.from, Document::From::text);
  EXPECT_EQ(document.name, "rapport.txt");
  ASSERT_EQ(document.pages.size(), 1u);
  EXPECT_EQ(document.pages[0].number, 1);
}

TEST(TextDocument, NumbersItsPages) {
  const Document document = text_document("a\fb\fc", "x");
  ASSERT_EQ(document.pages.size(), 3u);
  for (int p = 0; p < 3; ++p) EXPECT_EQ(document.pages[static_cast<std::size_t>(p)].number, p + 1);
}

TEST(TextDocument, KeepsColumnsThatSpacesAndTabsMake) {
  const Document document = text_document("ab      cd\nåäö\tcd\n", "x");
  std::vector<double> starts;
  const Page& page = document.pages[0];
  for (const Glyph& glyph : page.glyphs)
    if (page.text_of(glyph) == "c") starts.push_back(glyph.box.x0);
  ASSERT_EQ(starts.size(), 2u);
  EXPECT_EQ(starts[0], starts[1]);
}

TEST(TextDocument, HoldsEveryGlyphOnItsPage) {
  const Document document = text_document(std::string(5000, 'x') + "\n\n\ny", "x");
  for (const Glyph& glyph : document.pages[0].glyphs) {
    EXPECT_LE(glyph.box.x1, document.pages[0].width);
    EXPECT_LE(glyph.box.y1, document.pages[0].height);
  }
  EXPECT_EQ(document.pages[0].glyphs.size(), 5001u);
}

TEST(TextDocument, SaysWhereItStoppedReading) {
  const Document document = text_document(std::string(2'000'001, '\n'), "x");
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].code, "limit");
  EXPECT_TRUE(text_document(std::string(2'000'000, '\n'), "x").problems.empty());
}

}  // namespace
}  // namespace lagesbild
