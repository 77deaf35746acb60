// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

/// Cells of a sheet saved as text, row by row; a cell may hold several lines. Rows of one cell may
/// stand above and below the sheet.
using SheetRows = std::vector<std::vector<std::string>>;

/// The rows of a text whose cells tabs or semicolons part, cells in quotation marks taken whole;
/// nothing where its lines are not parted alike.
std::optional<SheetRows> separated_values(std::string_view utf8);

}  // namespace lagesbild
