// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text whose bytes were read in the wrong encoding on its way into the PDF. Private to text/.
#pragma once

#include "text/code_points.h"

namespace lagesbild {

/// UTF-8 that was read as Windows-1252 or Latin-1 is put right sequence by sequence, where one
/// stands for a Swedish letter or a usual sign; Mac OS Roman and code page 850 only in a text
/// without å, ä and ö that then shows Swedish words. C1 controls are read as Windows-1252.
Marks without_mojibake(Marks marks);

}  // namespace lagesbild
