// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages with anything anywhere: where geometry breaks.
#include "arbitrary_document.h"
#include "chain.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const fuzz::Choices choices(fuzz::text_of(data, size));
  fuzz::demand_whole(fuzz::chain_from(fuzz::scattered_document(choices)));
  return 0;
}
