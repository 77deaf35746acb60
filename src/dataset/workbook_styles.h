// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How cells look. For workbook_file.cpp alone.
#pragma once

#include <xlsxwriter.h>

#include <vector>

#include "dataset/workbook_file.h"

namespace lagesbild {

/// One for each CellStyle, at its number. The workbook owns them.
std::vector<lxw_format*> formats_of(lxw_workbook* book);

/// A long text goes on in a new line of its cell.
bool wraps(CellStyle style);

}  // namespace lagesbild
