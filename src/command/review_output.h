// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists for a person to decide on, on standard output.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "dataset/value.h"
#include "messages/messages.h"

namespace lagesbild {

enum class ReviewFormat { text, csv, excel_csv, json };

/// Problem "usage" for a name that is none.
Result<ReviewFormat> review_format_named(std::string_view name);

class ReviewOutput {
 public:
  /// `most` rows are printed, all of them for 0. `messages` must outlive this.
  ReviewOutput(ReviewFormat format, const Messages& messages, int most);
  /// A row of dataset/review_list.h.
  void add(const Row& row);
  /// The list's end. False where standard output failed.
  bool finished();

 private:
  std::string text_of_row(const Row& row) const;

  ReviewFormat format_;
  const Messages& messages_;
  int most_, rows_ = 0;
  bool printed_ = true;
};

}  // namespace lagesbild
