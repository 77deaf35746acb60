// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "dataset/sqlite.h"

namespace lagesbild {

/// 16 hex digits that change with any byte of a comment.
std::string text_fingerprint(std::string_view comment);

/// Works out anew which correction holds for which assessment, and which have become stale: their
/// report is there no more, nor another one for its district and period, or the comment of that
/// area has other words now. Of several the last one counts. An assessment whose change comes by
/// reference follows the area it refers to. In a transaction of the caller's.
void apply_corrections(Database& database);

}  // namespace lagesbild
