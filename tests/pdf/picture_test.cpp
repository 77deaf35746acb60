// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/picture.h"

#include <gtest/gtest.h>
#include <png.h>

#include "pdf_builder.h"

namespace lagesbild {
namespace {

std::uint32_t pixel(const Picture& picture, int x, int y) {
  const auto at = static_cast<std::size_t>((y * picture.width + x) * 3);
  return static_cast<std::uint32_t>(picture.rgb[at] << 16 | picture.rgb[at + 1] << 8 |
                                    picture.rgb[at + 2]);
}

const std::string red_box = "1 0 0 rg 20 50 40 20 re f";

TEST(Picture, ShowsThePageAsDisplayed) {
  const auto picture = picture_of(pdf_of(red_box), "case.pdf", 1, 72);
  ASSERT_TRUE(picture) << picture.problem().what;
  EXPECT_EQ(picture->width, 200);
  EXPECT_EQ(picture->height, 100);
  EXPECT_EQ(pixel(*picture, 40, 40), 0xFF0000U);
  EXPECT_EQ(pixel(*picture, 40, 60), 0xFFFFFFU);
}

TEST(Picture, TurnsAndScales) {
  const auto picture = picture_of(pdf_of(red_box, "/Rotate 90"), "case.pdf", 1, 144);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 200);
  EXPECT_EQ(picture->height, 400);
  EXPECT_EQ(pixel(*picture, 120, 80), 0xFF0000U);
}

TEST(Picture, ShowsAPartWithItsOwnPlaces) {
  const auto picture = picture_of(pdf_of(red_box), "case.pdf", 1, 72, Box{10, 20, 110, 60});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 100);
  EXPECT_EQ(picture->height, 40);
  EXPECT_EQ(pixel(*picture, 30, 20), 0xFF0000U);
}

TEST(Picture, IsNeverTooBig) {
  const auto picture = picture_of(pdf_of("", "/MediaBox [0 0 14400 14400]"), "case.pdf", 1, 1200);
  ASSERT_TRUE(picture);
  EXPECT_LT(picture->rgb.size(), 130'000'000U);
}

TEST(Picture, OfNoPageFails) {
  for (const int page : {0, -1, 2}) {
    const auto picture = picture_of(pdf_of(""), "case.pdf", page, 72);
    ASSERT_FALSE(picture) << page;
    EXPECT_EQ(picture.problem().code, "no_page") << page;
  }
}

class Drawing : public testing::Test {
 protected:
  Picture picture = *picture_of(pdf_of(""), "case.pdf", 1, 72);
};

TEST_F(Drawing, LaysColourOver) {
  fill_box(picture, {10, 10, 20, 20}, 0xFF0000, 0.5);
  EXPECT_EQ(pixel(picture, 15, 15), 0xFF8080U);
  EXPECT_EQ(pixel(picture, 20, 15), 0xFFFFFFU);
}

TEST_F(Drawing, OutlinesABox) {
  outline_box(picture, {10, 10, 20, 20}, 0x0000FF);
  EXPECT_EQ(pixel(picture, 10, 15), 0x0000FFU);
  EXPECT_EQ(pixel(picture, 19, 15), 0x0000FFU);
  EXPECT_EQ(pixel(picture, 15, 15), 0xFFFFFFU);
}

TEST_F(Drawing, DrawsLinesArrowsAndText) {
  draw_line(picture, 0.5, 50.5, 199.5, 50.5, 0x00FF00);
  EXPECT_EQ(pixel(picture, 100, 50), 0x00FF00U);
  draw_arrow(picture, 20, 80, 60, 80, 0x00FF00);
  EXPECT_NE(pixel(picture, 56, 78), 0xFFFFFFU);
  draw_text(picture, 100, 10, "T", 0x123456);
  EXPECT_EQ(pixel(picture, 104, 10), 0x123456U);
  EXPECT_EQ(pixel(picture, 102, 16), 0x123456U);
  EXPECT_EQ(pixel(picture, 100, 16), 0xFFFFFFU);
}

TEST_F(Drawing, LeavesAloneWhatLiesOutside) {
  const Picture before = picture;
  fill_box(picture, {-50, -50, -10, -10}, 0, 1);
  outline_box(picture, {300, 300, 400, 400}, 0, 5);
  draw_line(picture, -1e9, 5, -1e8, 5, 0);
  draw_text(picture, 1e7, 1e7, "far", 0);
  EXPECT_EQ(picture.rgb, before.rgb);
}

TEST_F(Drawing, ShowsAPartOfItself) {
  fill_box(picture, {10, 10, 20, 20}, 0x0000FF, 1);
  const Picture part = part_of(picture, {15, 5, 25, 15});
  EXPECT_EQ(part.width, 10);
  EXPECT_EQ(part.height, 10);
  EXPECT_EQ(pixel(part, 4, 5), 0x0000FFU);
  EXPECT_EQ(pixel(part, 5, 5), 0xFFFFFFU);
  EXPECT_EQ(pixel(part, 4, 4), 0xFFFFFFU);
  EXPECT_EQ(part_of(picture, {0, 0, 1e9, 1e9}).rgb, picture.rgb);
  EXPECT_TRUE(part_of(picture, {1e6, 0, 1e7, 10}).rgb.empty());
  EXPECT_TRUE(part_of(picture, {20, 20, 10, 10}).rgb.empty());
}

TEST_F(Drawing, IsSavedAsPng) {
  EXPECT_EQ(png_of(picture).substr(0, 8), "\x89PNG\r\n\x1a\n");
  EXPECT_EQ(png_of(Picture{}), "");
}

/// The pixels of a PNG file.
std::vector<std::uint8_t> unpacked(const std::string& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, png.data(), png.size())) return {};
  image.format = PNG_FORMAT_RGB;
  std::vector<std::uint8_t> rgb(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, rgb.data(), 0, nullptr)) return {};
  return rgb;
}

TEST(Png, HoldsEveryPixelWhateverTheColours) {
  constexpr int with_palette = 3, without = 2;  // the colour type in its head, byte 25
  struct Case {
    std::string promise;
    int colors;
    int type;
  };
  for (const Case& c :
       {Case{"one colour", 1, with_palette}, Case{"two", 2, with_palette},
        Case{"four bits a pixel", 16, with_palette}, Case{"a byte a pixel", 17, with_palette},
        Case{"all a palette holds", 256, with_palette}, Case{"one more", 257, without},
        Case{"a photograph", 4000, without}}) {
    Picture picture{.width = 89, .height = 61, .region = {}, .scale = 1, .rgb = {}};
    for (int i = 0; i < picture.width * picture.height; ++i) {
      const int color = i % c.colors * 4099;
      for (const int shift : {16, 8, 0})
        picture.rgb.push_back(static_cast<std::uint8_t>(color >> shift & 0xFF));
    }
    const std::string png = png_of(picture);
    EXPECT_EQ(unpacked(png), picture.rgb) << c.promise;
    EXPECT_EQ(png.at(25), c.type) << c.promise;
  }
}

}  // namespace
}  // namespace lagesbild
