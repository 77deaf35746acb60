// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker that reads scans. Not for people: lagesbild starts it where a file has some.
#include "ingest/worker.h"
#include "ocr/recogniser.h"

namespace {

using namespace lagesbild;

Result<std::function<Page(const GreyImage&)>> opened(const std::string& data) {
  const Result<Recogniser> recogniser = Recogniser::opened(data);
  if (!recogniser) return recogniser.problem();
  return std::function<Page(const GreyImage&)>(
      [recogniser = *recogniser](const GreyImage& image) { return recogniser.page_of(image); });
}

}  // namespace

int main(int argc, char** argv) {
  const auto settings = settings_of({argv + (argc > 0 ? 1 : 0), argv + argc});
  return settings ? serve(*settings, opened) : 2;
}
