// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/version.h"

#include <poppler-version.h>

namespace lagesbild {

std::string poppler_version() { return poppler::version_string(); }

}  // namespace lagesbild
