// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

namespace lagesbild {

/// `lagesbild rules impact`: what of a dataset an edit of the rules would change.
int run_rules_impact(const Arguments& arguments);

}  // namespace lagesbild
