// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/dump.h"
#include "pdf/read.h"
#include "pdf_builder.h"

namespace lagesbild {
namespace {

struct Case {
  const char* promise;
  std::string pdf;
  const char* dumped;
};

void expect_dumps(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const auto document = read_pdf(c.pdf, "case.pdf");
    ASSERT_TRUE(document) << c.promise << ": " << document.problem().what;
    EXPECT_EQ(dump(*document), c.dumped) << c.promise;
  }
}

const std::string word = "BT /F 10 Tf 20 50 Td (Ab) Tj ET";

TEST(Glyphs, StandWhereTheyAreDisplayed) {
  expect_dumps({
      {"points from the top left", pdf_of(word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"a page turned a quarter", pdf_of(word, "/Rotate 90"),
       "page 1 100.0x200.0 rotation 90\n"
       "text 47.9,20.0-57.2,32.2 size 10.0 turned 90 \"Ab\"\n"},
      {"a page turned upside down", pdf_of(word, "/Rotate 180"),
       "page 1 200.0x100.0 rotation 180\n"
       "text 167.8,47.9-180.0,57.2 size 10.0 turned 180 \"Ab\"\n"},
      {"a page turned three quarters", pdf_of(word, "/Rotate -90"),
       "page 1 100.0x200.0 rotation 270\n"
       "text 42.8,167.8-52.1,180.0 size 10.0 turned 270 \"Ab\"\n"},
      {"the crop box is the page", pdf_of(word, "/CropBox [10 20 110 90]"),
       "page 1 100.0x70.0\n"
       "text 10.0,32.8-22.2,42.1 size 10.0 \"Ab\"\n"},
      {"a media box need not start at 0", pdf_of(word, "/MediaBox [-50 -50 150 60]"),
       "page 1 200.0x110.0\n"
       "text 70.0,2.8-82.2,12.1 size 10.0 \"Ab\"\n"},
      {"what lies outside the page is left out",
       pdf_of("BT /F 10 Tf 20 50 Td (Ab) Tj 300 0 Td (Cd) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"letters that run upwards", pdf_of("BT /F 10 Tf 0 1 -1 0 100 20 Tm (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 92.8,67.8-102.1,80.0 size 10.0 turned 270 \"Ab\"\n"},
      {"letters that run askew count as vertical",
       pdf_of("BT /F 10 Tf 0.7 0.7 -0.7 0.7 100 20 Tm (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 95.0,75.3-101.4,80.0 size 9.9 turned 270 \"A\"\n"
       "text 99.6,71.4-106.1,75.3 size 9.9 turned 270 \"b\"\n"},
      {"letters and words are spaced, glyphs are not",
       pdf_of("BT /F 10 Tf 2 Tc 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-34.2,52.1 size 10.0 \"Ab\"\n"},
      {"a stretched font", pdf_of("BT /F 10 Tf 50 Tz 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-26.1,52.1 size 10.0 \"Ab\"\n"},
      {"size counts the matrix", pdf_of("2 0 0 2 0 0 cm BT /F 5 Tf 10 25 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
  });
}

TEST(Glyphs, KeepTheirStyle) {
  expect_dumps({
      {"bold by the font's name", pdf_of("BT /B 10 Tf 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-33.3,52.1 size 10.0 bold \"Ab\"\n"},
      {"bold by an outline", pdf_of("BT /F 10 Tf 2 Tr 0.3 w 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 bold \"Ab\"\n"},
      {"italic by a slanting matrix", pdf_of("BT /F 10 Tf 1 0 0.3 1 20 50 Tm (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 italic \"Ab\"\n"},
      {"colour", pdf_of("1 0 0 rg " + word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 #ff0000 \"Ab\"\n"},
      {"white on white is said, not left out", pdf_of("1 g " + word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 #ffffff \"Ab\"\n"},
      {"colour comes back with the state", pdf_of("q 1 0 0 rg Q " + word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"render mode 3 is invisible", pdf_of("BT 3 Tr /F 10 Tf 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 invisible \"Ab\"\n"},
      {"clipped away is invisible", pdf_of("q 100 0 50 20 re W n " + word + " Q"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 invisible \"Ab\"\n"},
      {"clipped a little is visible", pdf_of("q 20 40 10 30 re W n " + word + " Q"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
  });
}

TEST(Glyphs, DrawnTwiceAreOne) {
  expect_dumps({
      {"a string drawn a little aside is bold",
       pdf_of("BT /F 10 Tf 20 50 Td (Abba) Tj 0.3 0 Td (Abba) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-43.4,52.1 size 10.0 bold \"Abba\"\n"},
      {"letter by letter",
       pdf_of("BT /F 10 Tf 20 50 Td (A) Tj 0.3 0 Td (A) Tj "
              "6.37 0 Td (b) Tj 0.3 0 Td (b) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 bold \"Ab\"\n"},
      {"a word of a line", pdf_of("BT /F 10 Tf 20 50 Td (Ab ba) Tj 15.31 0 Td (ba) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-35.0,52.1 size 10.0 \"Ab \"\n"
       "text 35.0,42.8-46.1,52.1 size 10.0 bold \"ba\"\n"},
      {"a line comes again after another line",
       pdf_of("BT /F 10 Tf 20 50 Td (Ab) Tj 0 -20 Td (Cd) Tj 0.2 20 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 bold \"Ab\"\n"
       "text 20.0,62.8-32.8,72.1 size 10.0 \"Cd\"\n"},
      {"at the very same place nothing gets bold", pdf_of(word + " " + word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"an invisible copy changes nothing", pdf_of(word + " BT 3 Tr /F 10 Tf 20 50 Td (Ab) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"a visible copy shows an invisible word",
       pdf_of("q BT 3 Tr /F 10 Tf 20 50 Td (Ab) Tj ET Q " + word),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-32.2,52.1 size 10.0 \"Ab\"\n"},
      {"double letters stay two", pdf_of("BT /F 10 Tf 20 50 Td (all iii) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-39.4,52.1 size 10.0 \"all iii\"\n"},
      {"another word on top stays", pdf_of(word + " BT /F 10 Tf 20.2 50 Td (Cd) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-33.0,52.1 size 10.0 \"AbCd\"\n"},
  });
}

TEST(Glyphs, TellTheirLetters) {
  const std::string span = "BT /F 10 Tf 20 50 Td /Span << /ActualText ";
  expect_dumps({
      {"Swedish letters of WinAnsi", pdf_of("BT /F 10 Tf 20 50 Td (\\305\\344\\366) Tj ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-37.8,52.1 size 10.0 \"Åäö\"\n"},
      {"ActualText, letter for letter", pdf_of(span + "(\\345) >> BDC (a) Tj EMC ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-25.6,52.1 size 10.0 \"å\"\n"},
      {"ActualText, more letters than glyphs", pdf_of(span + "(fi) >> BDC (x) Tj EMC ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-25.0,52.1 size 10.0 \"fi\"\n"},
      {"ActualText, fewer letters than glyphs", pdf_of(span + "<FEFF00AD> >> BDC (--) Tj EMC ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-26.7,52.1 size 10.0 \"­\"\n"},
      {"ActualText that describes is not used",
       pdf_of(span + "(A picture of a red house) >> BDC (x) Tj EMC ET"),
       "page 1 200.0x100.0\n"
       "text 20.0,42.8-25.0,52.1 size 10.0 \"x\"\n"},
  });
}

TEST(Glyphs, WithoutLettersAreCounted) {
  PdfBuilder pdf;
  const int map = pdf.add_stream("",
                                 "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
                                 "2 beginbfchar <41> <F8FF> <42> <0042> endbfchar endcmap");
  const int font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " +
                           std::to_string(map) + " 0 R >>");
  const auto document =
      read_pdf(pdf.page("BT /G 10 Tf 20 50 Td (AB) Tj ET",
                        "/Resources << /Font << /G " + std::to_string(font) + " 0 R >> >>")
                   .bytes(),
               "case.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->pages[0].glyphs.size(), 2U);
  EXPECT_EQ(document->pages[0].glyphs[0].text_size, 0);
  EXPECT_EQ(document->pages[0].text, "B");
  ASSERT_EQ(document->problems.size(), 1U);
  EXPECT_EQ(document->problems[0].code, "unmapped_glyphs");
  EXPECT_EQ(document->problems[0].severity, Severity::warning);
  EXPECT_EQ(document->problems[0].place.page, 1);
  EXPECT_THAT(document->problems[0].what, testing::StartsWith("1 "));
}

TEST(Glyphs, OfSoftMasksAreNotOnThePage) {
  PdfBuilder pdf;
  const int form = pdf.add_stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency /CS "
      "/DeviceGray "
      ">> /Resources << /Font << /F 3 0 R >> >>",
      word);
  const std::string mask =
      "/ExtGState << /M << /SMask << /S /Luminosity /G " + std::to_string(form) + " 0 R >> >> >>";
  const auto document = read_pdf(pdf.page("/M gs 0 0 50 50 re f", "", mask).bytes(), "case.pdf");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->pages[0].glyphs.empty());
  EXPECT_EQ(document->pages[0].shadings.size(), 1U);
}

TEST(Glyphs, OfHiddenLayersAreNotOnThePage) {
  PdfBuilder pdf;
  const std::string layer = std::to_string(pdf.add("<< /Type /OCG /Name (Dold) >>")) + " 0 R";
  pdf.catalog("/OCProperties << /OCGs [" + layer + "] /D << /OFF [" + layer + "] >> >>");
  const std::string content = "/OC /L BDC " + word + " 10 10 50 50 re f EMC";
  const auto document =
      read_pdf(pdf.page(content, "", "/Properties << /L " + layer + " >>").bytes(), "case.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(dump(*document), "page 1 200.0x100.0\n");
}

TEST(Glyphs, HaveTheFontOfTheirOwnPageWhateverOtherPagesNameSo) {
  const std::string fonts[] = {
      "/F 3 0 R",
      "/F 4 0 R",
      "/B 3 0 R /F 4 0 R",
      "/F 4 0 R /F 3 0 R",
      "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
      "/F 99 0 R",
      "",
      "/F 3 0 R /B 4 0 R",
  };
  PdfBuilder all;
  std::vector<Page> alone;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& named : fonts) {
      const std::string resources = "/Resources << /Font << " + named + " >> >>";
      all.page(word, resources);
      const auto document = read_pdf(pdf_of(word, resources), "case.pdf");
      ASSERT_TRUE(document) << named;
      alone.push_back(document->pages.front());
    }
  }
  const auto document = read_pdf(all.bytes(), "case.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->pages.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(document->pages[i].glyphs, alone[i].glyphs) << fonts[i % std::size(fonts)];
    EXPECT_EQ(document->pages[i].text, alone[i].text) << fonts[i % std::size(fonts)];
  }
  EXPECT_NE(alone[0].glyphs, alone[1].glyphs) << "one of them is bold";
}

}  // namespace
}  // namespace lagesbild
