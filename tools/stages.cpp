// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages.h"

#include <Gfx.h>
#include <OutputDev.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "layout/layout_of.h"
#include "model/json.h"
#include "pdf/content.h"
#include "pdf/messages.h"
#include "pdf/open.h"
#include "pdf/page_tree.h"
#include "pdf/read.h"
#include "reading/reading_of.h"
#include "reading/report_of.h"

namespace lagesbild {
namespace {

class IdleDevice : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return true;
  }
};

void show_idly(const Sample& sample) {
  const PopplerMessages messages;
  const auto file = opened(sample.bytes, sample.path);
  if (!file) return;
  constexpr std::size_t most_pages = 10'000;
  const auto list = pages_of(*file->pdf, most_pages);
  IdleDevice device;
  int number = 0;
  for (const auto& parts : list.pages) {
    std::size_t bytes_left = ReadLimits().page_content;
    content_of(*file->pdf, parts, ++number, 72, device, nullptr, nullptr, bytes_left);
  }
}

}  // namespace

std::vector<Sample> samples_of(const std::vector<std::string>& paths, const Rules& rules) {
  std::vector<Sample> samples;
  for (const std::string& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error(path + ": cannot be read");
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    samples.push_back({path, bytes, chain_of(bytes, path, rules)});
    const Document& document = samples.back().chain.document;
    if (document.from == Document::From::text || document.pages.empty())
      throw std::runtime_error(path + ": no PDF with pages");
  }
  return samples;
}

std::vector<Stage> stages_of(const Rules& rules) {
  return {
      {"poppler", show_idly},
      {"pdf", [](const Sample& sample) { (void)read_pdf(sample.bytes, sample.path); }},
      {"layout", [](const Sample& sample) { (void)layout_of(sample.chain.document); }},
      {"reading", [&rules](const Sample& sample) { (void)reading_of(sample.chain.layout, rules); }},
      {"report",
       [&rules](const Sample& sample) {
         const Chain& chain = sample.chain;
         (void)report_of(chain.document, chain.layout, chain.reading, rules);
       }},
      {"json", [](const Sample& sample) { (void)json_of(sample.chain.report); }},
      {"chain", [&rules](const Sample& sample) {
         (void)json_of(report_of(sample.bytes, sample.path, rules));
       }}};
}

}  // namespace lagesbild
