// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every document: tried on random words and rulings, and on the corpus' pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "contract.h"
#include "dataset_folder.h"
#include "fuzz/arbitrary_document.h"
#include "fuzz/chain.h"
#include "model/json.h"
#include "pdf/read.h"

namespace lagesbild {
namespace {

using testing::IsEmpty;

std::string random_bytes(std::mt19937& random) {
  std::string bytes(random() % 1500, '\0');
  std::ranges::generate(bytes, [&] { return static_cast<char>(random() % 256); });
  return bytes;
}

/// Empty where every promise holds, and the object keeps the contract.
std::string wrong_with(const Chain& chain) {
  for (std::string wrong :
       {fuzz::wrong_with(chain.document), fuzz::wrong_with(chain.layout),
        fuzz::wrong_with(chain.layout, chain.reading), fuzz::wrong_with(chain.report)})
    if (!wrong.empty()) return wrong;
  Report report = chain.report;
  report.source.sha256 = std::string(64, '0');  // of bytes, which are not there
  return breach_of_contract(nlohmann::json::parse(json_of(report)));
}

TEST(Properties, OfAnyWordsAndRulingsEachWordIsPlacedOnceAndTheObjectKeepsTheContract) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const std::string bytes = random_bytes(random);
    const fuzz::Choices choices(bytes);
    EXPECT_EQ(wrong_with(fuzz::chain_from(fuzz::scattered_document(choices))), "") << seed;
    EXPECT_EQ(wrong_with(fuzz::chain_from(fuzz::tabular_document(choices))), "") << seed;
  }
}

/// What is printed first is drawn at any time.
void shuffle(Page& page, std::mt19937& random) {
  std::ranges::shuffle(page.glyphs, random);
  std::ranges::shuffle(page.rulings, random);
  std::ranges::shuffle(page.images, random);
}

/// The report without places.
std::string read_from(const Document& document) {
  Report report = fuzz::chain_from(document).report;
  for (Assessment& one : report.assessments) one.evidence.clear();
  for (Problem& one : report.problems) one.place = {};
  return json_of(report);
}

TEST(Properties, AReadingDoesNotHangOnTheOrderOfDrawing) {
  std::mt19937 random(2022);
  std::vector<std::string> others;
  int read = 0;
  for (const auto& [name, bytes] : corpus_reports()) {
    if (!name.ends_with(".pdf")) continue;
    const auto document = read_pdf(bytes, name);
    if (!document) continue;
    ++read;
    Document changed = *document;
    for (Page& page : changed.pages) shuffle(page, random);
    if (read_from(changed) != read_from(*document)) others.push_back(name);
  }
  EXPECT_GT(read, 250);
  EXPECT_THAT(others, IsEmpty());
}

}  // namespace
}  // namespace lagesbild
