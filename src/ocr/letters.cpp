// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/letters.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace lagesbild {
namespace {

constexpr const char* language = "swe";
constexpr const char* only_letters = "tessedit_char_whitelist";
constexpr int margin = 6;  // pixels of white around a region; letters at an edge are misread

/// Bits of Tesseract are written for several threads, which a worker must not start: a region of
/// OpenMP that may not be active runs on the one there is.
void keep_to_one_thread() { omp_set_max_active_levels(0); }

PixelArea widened(const PixelArea& area, int width, int height) {
  const int left = std::max(0, area.x - margin), top = std::max(0, area.y - margin);
  return {left, top, std::min(width, area.right() + margin) - left,
          std::min(height, area.bottom() + margin) - top};
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

/// "7", "2.1", "3."
bool is_number(std::string_view text) {
  const auto digits = [&] {
    const std::size_t from = text.size();
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    return from - text.size();
  };
  const auto in_range = [](std::size_t count) { return count == 1 || count == 2; };
  if (!in_range(digits())) return false;
  if (text.empty() || text == ".") return true;
  if (text.front() != '.') return false;
  text.remove_prefix(1);
  return in_range(digits()) && (text.empty() || text == ".");
}

}  // namespace

struct Letters::Engine {
  tesseract::TessBaseAPI api;
  int width = 0, height = 0;  ///< of the picture
};

Result<Letters> Letters::opened(const std::string& file) {
  keep_to_one_thread();
  setMsgSeverity(L_SEVERITY_NONE);
  auto engine = std::make_shared<Engine>();
  std::ifstream in(file, std::ios::binary);
  const std::string data{std::istreambuf_iterator<char>(in), {}};
  if (data.empty() ||
      engine->api.Init(data.data(), static_cast<int>(data.size()), language,
                       tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr) != 0)
    return Problem{"ocr_unavailable",
                   Severity::warning,
                   {file, 0, 0},
                   "Tesseract cannot use its data for Swedish; install tesseract-ocr-swe anew"};
  engine->api.SetVariable("tessedit_do_invert", "0");  // shades that are dark were inverted before
  engine->api.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  return Letters(std::move(engine));
}

void Letters::look_at(const PixPtr& grey, int dpi) {
  engine_->width = pixGetWidth(grey.get());
  engine_->height = pixGetHeight(grey.get());
  engine_->api.SetImage(grey.get());
  engine_->api.SetSourceResolution(dpi);
}

std::vector<ReadWord> Letters::words_in(const PixelArea& region) {
  std::vector<ReadWord> words;
  const PixelArea area = widened(region, engine_->width, engine_->height);
  if (area.width < 1 || area.height < 1) return words;
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetRectangle(area.x, area.y, area.width, area.height);
  if (api.Recognize(nullptr) != 0) return words;
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  if (at && !at->Empty(tesseract::RIL_WORD)) add_words(*at, words);
  return words;
}

std::optional<ReadWord> Letters::number_in(const PixelArea& area) {
  constexpr double sure = 60;  // percent
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
  api.SetVariable(only_letters, "0123456789.");
  std::vector<ReadWord> found = words_in(area);
  api.SetVariable(only_letters, "");
  api.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  if (found.size() != 1 || found.front().confidence < sure || !is_number(found.front().text))
    return std::nullopt;
  return std::move(found.front());
}

}  // namespace lagesbild
