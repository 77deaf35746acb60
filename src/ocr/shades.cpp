// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/shades.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr int block = 8;           // pixels a side; strokes of letters leave paper in each
constexpr int smallest_side = 5;   // blocks; some 10 points at 300 dots an inch
constexpr double filled = 0.85;    // of its rectangle
constexpr int below_paper = 9;     // steps of grey; noise and JPEG stay within
constexpr int darkest_grey = 110;  // mean; print alone never blackens so much of an area

struct Level {
  PixPtr small;  ///< one pixel a block
  int below = 0;
  bool dark = false;
};

void add(const Level& level, std::vector<Shade>& shades) {
  PixPtr marked = made(pixThresholdToBinary(level.small.get(), level.below));
  pixOpenBrick(marked.get(), marked.get(), smallest_side, smallest_side);
  for (const PixelArea& part : parts_of(marked)) {
    if (ink_share(marked, part) < filled) continue;
    l_float32 mean = 0;
    pixGetAverageMasked(clipped(level.small, part).get(), nullptr, 0, 0, 1, L_MEAN_ABSVAL, &mean);
    if (!level.dark && mean < darkest_grey) continue;
    shades.push_back({{part.x * block, part.y * block, part.width * block, part.height * block},
                      static_cast<int>(mean),
                      level.dark});
  }
}

}  // namespace

std::vector<Shade> shades_in(const PixPtr& grey) {
  // The second brightest of four, thrice: neither letters nor the rings of JPEG around them.
  Level light{made(pixScaleGrayRankCascade(grey.get(), 3, 3, 3, 0))};
  l_uint32 paper = 255;
  constexpr float paper_rank = 0.9F;
  pixGetRankValue(light.small.get(), 1, paper_rank, &paper);
  light.below = std::max(1, static_cast<int>(paper) - below_paper);
  Level dark{made(pixScaleAreaMap(grey.get(), 1.0F / block, 1.0F / block)), darkest_grey, true};
  std::vector<Shade> shades;
  add(light, shades);
  add(dark, shades);
  return shades;
}

void lighten(const PixPtr& grey, const std::vector<Shade>& shades) {
  for (const Shade& shade : shades) {
    const int range = std::max(1, shade.dark ? 255 - shade.grey : shade.grey);
    l_uint32* const words = pixGetData(grey.get());
    const int words_a_row = pixGetWpl(grey.get());
    const int right = std::min(shade.area.right(), pixGetWidth(grey.get()));
    const int bottom = std::min(shade.area.bottom(), pixGetHeight(grey.get()));
    for (int y = shade.area.y; y < bottom; ++y) {
      l_uint32* const line = words + static_cast<std::ptrdiff_t>(y) * words_a_row;
      for (int x = shade.area.x; x < right; ++x) {
        const int value = GET_DATA_BYTE(line, x);
        const int seen = shade.dark ? 255 - value : value;
        SET_DATA_BYTE(line, x, static_cast<l_uint8>(std::min(255, seen * 255 / range)));
      }
    }
  }
}

}  // namespace lagesbild
