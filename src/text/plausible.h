// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lagesbild {

/// Whether the words of a page cannot be anybody's language: most are no words by their shape, as
/// where a font names its letters wrong. False for texts too short to tell, tables of figures, and
/// all real languages written in Latin letters.
bool garbled(std::string_view utf8);

}  // namespace lagesbild
