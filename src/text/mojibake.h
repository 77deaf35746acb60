// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was read in the wrong encoding. Private to text/.
#pragma once

#include "text/code_points.h"

namespace lagesbild {

/// What the text was before UTF-8, Mac OS Roman or code page 850 was taken for Windows-1252.
/// UTF-8 is repaired where the whole text makes sense as it, the others where a sign stands inside
/// a word that no word has there ("fšrŠndring", "f”r„ndring"). C1 controls are read as
/// Windows-1252.
Marks without_mojibake(Marks marks);

}  // namespace lagesbild
