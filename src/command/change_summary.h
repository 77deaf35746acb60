// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an ingest has changed of what its dataset stated before, in short.
#pragma once

#include <string>
#include <vector>

#include "dataset/disclosure.h"
#include "differences/difference.h"
#include "messages/messages.h"

namespace lagesbild {

/// Counts differences and keeps the first few of each kind.
class ChangeSummary {
 public:
  void add(const Difference& difference);

  /// The counts by cause and some differences by name: other changes stated, what else differs,
  /// what is gone, and what is new, in this order.
  std::string text(const Messages& say, const Disclosure& disclosure) const;

 private:
  DifferenceCounts counts_;
  std::vector<Difference> turned_, changed_, gone_, added_;
};

}  // namespace lagesbild
