// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/letters.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <algorithm>

namespace lagesbild {
namespace {

constexpr const char* language = "swe";
constexpr int margin = 6;  // pixels of white around a region; letters at an edge are misread

/// Bits of Tesseract are written for several threads, which a worker must not start: a region of
/// OpenMP that may not be active runs on the one there is.
void keep_to_one_thread() { omp_set_max_active_levels(0); }

Area widened(const Area& area, const PixPtr& picture) {
  const int left = std::max(0, area.x - margin), top = std::max(0, area.y - margin);
  const int right = std::min(pixGetWidth(picture.get()), area.right() + margin);
  const int bottom = std::min(pixGetHeight(picture.get()), area.bottom() + margin);
  return {left, top, right - left, bottom - top};
}

void add_words(tesseract::ResultIterator& at, std::vector<ReadWord>& words) {
  constexpr auto level = tesseract::RIL_WORD;
  do {
    const std::unique_ptr<char[]> text(at.GetUTF8Text(level));
    ReadWord word;
    int right = 0, bottom = 0;
    if (!text || !at.BoundingBox(level, &word.area.x, &word.area.y, &right, &bottom)) continue;
    word.text = text.get();
    word.area.width = right - word.area.x;
    word.area.height = bottom - word.area.y;
    word.confidence = static_cast<double>(at.Confidence(level));
    float row = 0, below = 0, above = 0;
    at.RowAttributes(&row, &below, &above);
    word.letter_height = static_cast<double>(row - above + below);  // `below` is negative
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    word.baseline = at.Baseline(level, &x0, &y0, &x1, &y1) ? (y0 + y1) / 2.0 : bottom;
    words.push_back(std::move(word));
  } while (at.Next(level));
}

}  // namespace

struct Letters::Engine {
  tesseract::TessBaseAPI api;
};

Result<Letters> Letters::opened(const std::string& folder) {
  keep_to_one_thread();
  setMsgSeverity(L_SEVERITY_NONE);
  auto engine = std::make_shared<Engine>();
  const char* const from = folder.empty() ? nullptr : folder.c_str();
  if (engine->api.Init(from, language, tesseract::OEM_LSTM_ONLY) != 0)
    return Problem{"ocr_unavailable",
                   Severity::warning,
                   {},
                   "Tesseract has no data for Swedish, so scans cannot be read; install "
                   "tesseract-ocr-swe"};
  engine->api.SetVariable("tessedit_do_invert", "0");  // shades that are dark were inverted before
  return Letters(std::move(engine));
}

std::vector<ReadWord> Letters::words_in(const PixPtr& grey, const std::vector<Area>& regions,
                                        int dpi) {
  std::vector<ReadWord> words;
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  api.SetImage(grey.get());
  api.SetSourceResolution(dpi);
  for (const Area& region : regions) {
    const Area area = widened(region, grey);
    if (area.width < 1 || area.height < 1) continue;
    api.SetRectangle(area.x, area.y, area.width, area.height);
    if (api.Recognize(nullptr) != 0) continue;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (at && !at->Empty(tesseract::RIL_WORD)) add_words(*at, words);
  }
  api.Clear();
  return words;
}

}  // namespace lagesbild
