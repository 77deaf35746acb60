// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from rows: what came before each statement, and how many there are.
#pragma once

#include "trends/trends.h"

namespace lagesbild {

/// Fills in TrendCell::before and ::streak, and Trends::transitions, from cells' changes.
void follow(Trends& trends);

/// Fills in Trends::coverage and Trends::counts from rows and chosen districts.
void tally(Trends& trends);

}  // namespace lagesbild
