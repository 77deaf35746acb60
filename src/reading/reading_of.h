// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout.h"
#include "model/reading.h"
#include "rules/rules.h"

namespace lagesbild {

/// Finds the areas of the form and the comment of each, its title, period and district, and gives
/// every word a role. Reading::rejected says why where this is no report of a form the rules know.
Reading reading_of(const Layout& layout, const Rules& rules);

}  // namespace lagesbild
