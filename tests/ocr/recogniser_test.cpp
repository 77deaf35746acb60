// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/recogniser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace lagesbild {
namespace {

using testing::DoubleNear;
using testing::IsEmpty;

const Recogniser& recogniser() {
  static const Recogniser opened = *Recogniser::opened(TESSERACT_DATA "/swe.traineddata");
  return opened;
}

/// White paper of A4 at 100 pixels an inch.
GreyImage paper() {
  GreyImage image{827, 1169, 100 / 72.0, {}};
  image.pixels.assign(827 * 1169, 255);
  return image;
}

void blacken(GreyImage& image, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                   static_cast<std::size_t>(x)] = 0;
}

TEST(Recogniser, SaysWhatItLacks) {
  const auto nothing = Recogniser::opened("/nowhere/swe.traineddata");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.problem().code, "ocr_unavailable");
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "not-a-model";
  std::ofstream(file) << "these are no data";
  const auto damaged = Recogniser::opened(file.string());
  std::filesystem::remove(file);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.problem().code, "ocr_unavailable");
}

TEST(Recogniser, FindsNothingOnBlankPaper) {
  const Page page = recogniser().page_of(paper());
  EXPECT_THAT(page.glyphs, IsEmpty());
  EXPECT_THAT(page.rulings, IsEmpty());
  EXPECT_THAT(page.width, DoubleNear(595, 1));
  EXPECT_THAT(page.height, DoubleNear(842, 1));
}

TEST(Recogniser, SeesTheLinesOfATable) {
  GreyImage image = paper();
  for (const int y : {100, 300, 500}) blacken(image, 100, y, 700, y + 2);
  for (const int x : {100, 400, 698}) blacken(image, x, 100, x + 2, 502);
  const Page page = recogniser().page_of(image);
  const auto across = std::ranges::count_if(page.rulings, &Ruling::horizontal);
  EXPECT_EQ(across, 3);
  EXPECT_EQ(static_cast<std::ptrdiff_t>(page.rulings.size()) - across, 3);
  for (const Ruling& line : page.rulings)
    EXPECT_THAT(line.horizontal() ? line.x1 - line.x0 : line.y1 - line.y0,
                DoubleNear(line.horizontal() ? 432 : 289, 4));
}

TEST(Recogniser, TellsATickedBoxFromAnEmptyOne) {
  GreyImage image = paper();
  for (const int y : {200, 400}) {  // boxes of 11 points
    blacken(image, 200, y, 216, y + 16);
    for (int row = 2; row < 14; ++row)
      std::fill_n(image.pixels.begin() + (y + row) * image.width + 202, 12, std::uint8_t{255});
  }
  blacken(image, 205, 405, 211, 411);
  const Page page = recogniser().page_of(image);
  ASSERT_EQ(page.glyphs.size(), 2u);
  EXPECT_EQ(page.text_of(page.glyphs[0]), "\u2610");
  EXPECT_EQ(page.text_of(page.glyphs[1]), "\u2612");
}

TEST(Recogniser, SurvivesAnyPicture) {
  for (const auto& [width, height] :
       std::initializer_list<std::pair<int, int>>{{1, 1}, {1, 400}, {400, 1}, {3, 3}, {500, 40}}) {
    GreyImage image{width, height, 1, {}};
    for (int i = 0; i < width * height; ++i)
      image.pixels.push_back(static_cast<std::uint8_t>(i * 7919 % 251));
    EXPECT_NO_THROW(recogniser().page_of(image)) << width << " x " << height;
  }
}

}  // namespace
}  // namespace lagesbild
