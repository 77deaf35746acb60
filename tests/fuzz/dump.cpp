// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text dump, to the object.
#include "chain.h"
#include "layout/text_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const std::string_view text = fuzz::text_of(data, size);
  fuzz::demand_whole(fuzz::chain_from(text_document(text, "any.txt")));
  return 0;
}
