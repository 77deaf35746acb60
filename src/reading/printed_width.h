// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lagesbild {

/// About how wide `utf8` is when printed in a proportional font, in em: the widths of Helvetica's
/// letters (Adobe's font metrics), which others keep to within some per cent over a line.
double printed_width(std::string_view utf8);

}  // namespace lagesbild
