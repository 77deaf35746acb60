// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stable text form of layouts, readings and reports, for tests and `explain`.
#pragma once

#include <string>

#include "model/layout.h"
#include "model/reading.h"
#include "model/report.h"

namespace lagesbild {

/// Tables with their edges, cells and lines, and the lines outside of them, in reading order.
std::string dump(const Layout& layout);

/// Areas with how their comments came to them, then every line of words with its role.
std::string dump(const Layout& layout, const Reading& reading);

/// Areas with change, basis, deciding rule, confidence and codes; then the problems.
std::string dump(const Report& report);

}  // namespace lagesbild
