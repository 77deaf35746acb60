// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Differences on standard output, as people and programs read them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/disclosure.h"
#include "differences/impact.h"
#include "messages/messages.h"

namespace lagesbild {

enum class DifferenceFormat { text, csv, json };

/// Problem "usage" for a name that is none.
Result<DifferenceFormat> difference_format_named(const std::string& name);

/// With titles and comments as they may be shown.
Difference shown(Difference difference, const Disclosure& disclosure);

/// "Farsta 2022, lokalt 2.1 Hökarängens centrum: ändrad (andra regler)", then a line for each
/// aspect that differs.
std::string difference_text(const Difference& difference, const Messages& say);

/// The same on one line without a line feed, and of what differs only the change in words.
std::string difference_line(const Difference& difference, const Messages& say);

/// "12 skillnader: 10 nya, 2 ändrade, 0 borta", then a line for each cause.
std::string difference_counts_text(const DifferenceCounts& counts, const Messages& say);

class DifferenceOutput {
 public:
  /// What is referred to must outlive this.
  DifferenceOutput(DifferenceFormat format, const Messages& messages, const Disclosure& disclosure);
  void add(const Difference& difference);
  /// The end, with how many there are, and what they cover of a dataset where that is not all.
  /// False where standard output failed.
  bool finished(const std::optional<ImpactCoverage>& coverage = std::nullopt);

 private:
  void begin();

  DifferenceFormat format_;
  const Messages& messages_;
  const Disclosure& disclosure_;
  DifferenceCounts counts_;
  bool begun_ = false, printed_ = true;
};

}  // namespace lagesbild
