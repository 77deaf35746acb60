// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as a person reads them in a terminal.
#pragma once

#include <string>

#include "model/report.h"

namespace lagesbild {

/// A table of the report's areas, then its problems. Ends with an empty line.
std::string text_form(const Report& report);

/// What all reports together come to.
struct Totals {
  int files = 0, ok = 0, review = 0, rejected = 0;
  int areas = 0, positive = 0, unchanged = 0, negative = 0, marked = 0;

  void add(const Report& report);
};

/// One or two lines.
std::string text_form(const Totals& totals);

}  // namespace lagesbild
