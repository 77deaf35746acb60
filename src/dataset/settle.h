// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/sqlite.h"

namespace lagesbild {

/// Works out anew what depends on all reports together, so that it does not matter in which order
/// they came: duplicates, what areas are called that the rules do not know, what nobody uses any
/// more, the index of comments, and where corrections hold. In a transaction of the caller's.
void settle(Database& database);

}  // namespace lagesbild
