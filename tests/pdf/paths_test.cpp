// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "model/dump.h"
#include "pdf/read.h"
#include "pdf_builder.h"

namespace lagesbild {
namespace {

struct Case {
  const char* promise;
  const char* content;
  const char* dumped;
};

void expect_dumps(const std::vector<Case>& cases, const std::string& resources = "") {
  for (const Case& c : cases) {
    const auto document = read_pdf(pdf_of(c.content, "", resources), "case.pdf");
    ASSERT_TRUE(document) << c.promise << ": " << document.problem().what;
    EXPECT_EQ(dump(*document).substr(19), c.dumped) << c.promise;
  }
}

TEST(Paths, StrokesAreRulings) {
  expect_dumps(
      {
          {"a line", "0.5 w 10 20 m 110 20 l S", "ruling 10.0,80.0-110.0,80.0 thick 0.5\n"},
          {"drawn from the right", "1 w 110 20 m 10 20 l S",
           "ruling 10.0,80.0-110.0,80.0 thick 1.0\n"},
          {"a rectangle's four sides", "1 0 0 RG 10 10 50 30 re S",
           "ruling 10.0,90.0-60.0,90.0 thick 1.0 #ff0000\n"
           "ruling 60.0,60.0-60.0,90.0 thick 1.0 #ff0000\n"
           "ruling 10.0,60.0-60.0,60.0 thick 1.0 #ff0000\n"
           "ruling 10.0,60.0-10.0,90.0 thick 1.0 #ff0000\n"},
          {"a slanting line is none", "10 10 m 60 60 l S", ""},
          {"a curve is none", "10 10 m 20 20 40 20 60 10 c S", ""},
          {"the straight sides of a rounded box", "10 20 m 10 50 l 10 60 20 60 30 60 c 90 60 l S",
           "ruling 10.0,50.0-10.0,80.0 thick 1.0\n"
           "ruling 30.0,40.0-90.0,40.0 thick 1.0\n"},
          {"dashes by the dash array", "[2 2] 0 d 10 20 m 110 20 l S",
           "ruling 10.0,80.0-110.0,80.0 thick 1.0 dashed\n"},
          {"square ends reach further", "2 w 2 J 10 20 m 110 20 l S",
           "ruling 9.0,80.0-111.0,80.0 thick 2.0\n"},
          {"a thick stroke is an area", "8 w 10 20 m 110 20 l S",
           "shading 10.0,76.0-110.0,84.0 #000000\n"},
          {"dots side by side are one dashed line",
           "10 20 1 1 re 13 20 1 1 re 16 20 1 1 re 19 20 1 1 re f",
           "ruling 10.0,79.5-20.0,79.5 thick 1.0 dashed\n"},
          {"dots below each other too", "10 20 1 1 re 10 23 1 1 re 10 26 1 1 re f",
           "ruling 10.5,73.0-10.5,80.0 thick 1.0 dashed\n"},
          {"a lone dot is none", "10 20 1 1 re f", ""},
          {"cut at the clip", "q 50 0 30 100 re W n 10 20 m 110 20 l S Q",
           "ruling 50.0,80.0-80.0,80.0 thick 1.0\n"},
          {"outside the clip it is gone", "q 50 0 30 10 re W n 10 20 m 110 20 l S Q", ""},
          {"cut at the page", "-10 20 m 300 20 l S", "ruling 0.0,80.0-200.0,80.0 thick 1.0\n"},
          {"fully transparent is gone", "/T gs 10 20 m 110 20 l S 10 30 50 50 re f", ""},
      },
      "/ExtGState << /T << /CA 0 /ca 0 >> >>");
}

TEST(Paths, FillsAreShadingsOrThinRulings) {
  expect_dumps(
      {
          {"an area", "0.8 g 10 20 100 30 re f", "shading 10.0,50.0-110.0,80.0 #cccccc\n"},
          {"a white area counts", "1 g 10 20 100 30 re f",
           "shading 10.0,50.0-110.0,80.0 #ffffff\n"},
          {"a thin one is a ruling", "10 20 100 0.5 re f",
           "ruling 10.0,79.8-110.0,79.8 thick 0.5\n"},
          {"a thin upright one", "10 20 0.5 60 re f", "ruling 10.2,20.0-10.2,80.0 thick 0.5\n"},
          {"without any height", "10 20 100 0 re f", "ruling 10.0,80.0-110.0,80.0 thick 0.0\n"},
          {"a slanting end does not matter", "10 20 m 110 20 l 109 21 l 11 21 l h f",
           "ruling 10.0,79.5-110.0,79.5 thick 1.0\n"},
          {"a frame cut out is four rulings", "10 20 100 30 re 11 21 98 28 re f*",
           "ruling 10.0,50.5-110.0,50.5 thick 1.0\n"
           "ruling 10.0,79.5-110.0,79.5 thick 1.0\n"
           "ruling 10.5,50.0-10.5,80.0 thick 1.0\n"
           "ruling 109.5,50.0-109.5,80.0 thick 1.0\n"},
          {"two areas in one path", "10 20 20 20 re 50 20 20 20 re f",
           "shading 10.0,60.0-30.0,80.0 #000000\n"
           "shading 50.0,60.0-70.0,80.0 #000000\n"},
          {"a triangle is none", "10 20 m 60 20 l 30 60 l h f", ""},
          {"a clip makes an area smaller", "q 0 0 60 30 re W n 10 20 100 30 re f Q",
           "shading 10.0,70.0-60.0,80.0 #000000\n"},
          {"filled and stroked is both", "0.8 g 10 20 100 30 re B",
           "ruling 10.0,80.0-110.0,80.0 thick 1.0\n"
           "ruling 110.0,50.0-110.0,80.0 thick 1.0\n"
           "ruling 10.0,50.0-110.0,50.0 thick 1.0\n"
           "ruling 10.0,50.0-10.0,80.0 thick 1.0\n"
           "shading 10.0,50.0-110.0,80.0 #cccccc\n"},
          {"a gradient fills its clip", "q 10 20 100 30 re W n /G sh Q",
           "shading 10.0,50.0-110.0,80.0 #808080\n"},
      },
      "/Shading << /G << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] /Function << "
      "/FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >> >>");
}

TEST(Paths, ImagesHaveBoxes) {
  expect_dumps({
      {"an inline image, and what follows",
       "q 40 0 0 20 10 30 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q 10 20 m 110 20 l S",
       "ruling 10.0,80.0-110.0,80.0 thick 1.0\n"
       "image 10.0,50.0-50.0,70.0\n"},
      {"an inline mask", "q 40 0 0 20 10 30 cm BI /IM true /W 1 /H 1 ID x EI Q",
       "image 10.0,50.0-50.0,70.0\n"},
      {"a lying size ends with the data",
       "q 40 0 0 20 10 30 cm BI /W 30000 /H 30000 /CS /RGB /BPC 8 ID x EI Q",
       "image 10.0,50.0-50.0,70.0\n"},
  });
}

}  // namespace
}  // namespace lagesbild
