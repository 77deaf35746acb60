// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Does one thing a number of times, for tools/ratio to count instructions:
//   bench_read idle FILE TIMES    Poppler shows every page to a device that does nothing
//   bench_read read FILE TIMES    read_pdf
#include <Gfx.h>
#include <OutputDev.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "pdf/content.h"
#include "pdf/messages.h"
#include "pdf/open.h"
#include "pdf/page_tree.h"
#include "pdf/read.h"

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

/// Number of pages shown.
std::size_t pages_shown(const std::string& bytes, const std::string& name) {
  const lagesbild::Messages messages;
  const auto file = lagesbild::opened(bytes, name);
  if (!file) return 0;
  constexpr std::size_t most_pages = 10'000;
  const auto list = lagesbild::pages_of(*file->pdf, most_pages);
  IdleDevice device;
  int number = 0;
  for (const auto& parts : list.pages)
    lagesbild::content_of(*file->pdf, parts, ++number, 72, device, nullptr, nullptr);
  return list.pages.size();
}

/// Number of pages read.
std::size_t pages_read(const std::string& bytes, const std::string& name) {
  const auto document = lagesbild::read_pdf(bytes, name);
  return document ? document->pages.size() : 0;
}

using Work = std::function<std::size_t(const std::string&, const std::string&)>;

}  // namespace

int main(int count, char** arguments) {
  const std::map<std::string, Work> works = {{"idle", pages_shown}, {"read", pages_read}};
  const auto work = works.find(count == 4 ? arguments[1] : "");
  if (work == works.end()) {
    std::cerr << "usage: bench_read idle|read FILE TIMES\n";
    return 2;
  }
  std::ifstream stream(arguments[2], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  std::size_t pages = 0;
  for (int i = 0; i < std::atoi(arguments[3]); ++i) pages = work->second(bytes, arguments[2]);
  std::cout << pages << "\n";
  return pages > 0 ? 0 : 1;
}
