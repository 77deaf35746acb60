// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a PDF, from Poppler's door to the object.
#include "chain.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  std::string bytes(fuzz::text_of(data, size));
  if (bytes.find("%PDF") >= 1024) bytes.insert(0, "%PDF-1.7\n");
  fuzz::demand_whole(chain_of(bytes, "any.pdf", fuzz::rules()));
  return 0;
}
