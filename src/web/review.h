// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

/// What asks for a person, the most urgent first, each with the answers that a script takes.
std::string review_html(const Site& site, const Messages& say);

}  // namespace lagesbild
