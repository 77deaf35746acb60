// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/problem.h"

namespace lagesbild {

/// Catches what Poppler says while it lives, in this thread, so that nothing goes to stderr.
class PopplerMessages {
 public:
  PopplerMessages();
  ~PopplerMessages();
  PopplerMessages(const PopplerMessages&) = delete;
  PopplerMessages& operator=(const PopplerMessages&) = delete;

  void add(const char* message);
  /// The first few messages as problems of severity info, then one that counts the rest.
  std::vector<Problem> problems(const std::string& file) const;

 private:
  std::vector<std::string> kept_;
  std::size_t count_ = 0;
  PopplerMessages* outer_;
};

}  // namespace lagesbild
