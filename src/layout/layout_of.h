// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"
#include "model/layout.h"

namespace lagesbild {

/// The layout of every page. Tables come from rulings, then from shadings, then from gutters
/// between words; every word stands in exactly one block.
Layout layout_of(const Document& document);

}  // namespace lagesbild
