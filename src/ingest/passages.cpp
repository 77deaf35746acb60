// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/passages.h"

#include "pdf/picture.h"

namespace lagesbild {
namespace {

constexpr double dots_per_inch = 110;      // small print stays legible
constexpr int most_pixels = 4'000'000;     // of a picture; a page of A3 has 2.3 million
constexpr std::size_t most_bytes = 48e6;   // of a file's pictures, below the frame's limit
constexpr std::uint32_t frame = 0xC2185B;  // a colour that reports seldom have
constexpr int frame_pixels = 2;

}  // namespace

Explanation drawn(std::string_view bytes, const Task& task) {
  Explanation made;
  std::size_t size = 0;
  std::optional<Result<Picture>> page;
  int number = 0;  // of `page`
  for (std::size_t i = 0; i < task.passages.size() && i < most_passages; ++i) {
    const Passage& passage = task.passages[i];
    if (!page || number != passage.page)
      page = picture_of(bytes, task.path, number = passage.page, dots_per_inch);
    if (!*page) continue;
    Picture part = part_of(**page, passage.shown);
    if (part.rgb.empty() || part.width * part.height > most_pixels) continue;
    outline_box(part, passage.framed, frame, frame_pixels);
    std::string png = png_of(part);
    if ((size += png.size()) > most_bytes) break;
    made.pictures.emplace_back(std::to_string(i) + ".png", std::move(png));
  }
  return made;
}

}  // namespace lagesbild
