// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the places on a page where an assessment stands. Only a worker draws.
#pragma once

#include <string_view>

#include "ingest/messages.h"
#include "pipeline.h"

namespace lagesbild {

/// A PNG of each of the task's passages of the PDF in `bytes`, named by its place among them:
/// "0.png". One that cannot be drawn, lies beside its page or is too large has none.
Explanation drawn(std::string_view bytes, const Task& task);

}  // namespace lagesbild
