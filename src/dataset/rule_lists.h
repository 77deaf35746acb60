// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/sqlite.h"
#include "dataset/store.h"

namespace lagesbild {

/// Makes the run's districts and areas the known ones. Those known before stay, as unknown, for
/// the reports that name them. In a transaction of the caller's.
void put_rule_lists(Database& database, const IngestRun& run);

}  // namespace lagesbild
