// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lagesbild {

/// Bytes that sort as Swedish does: å ä ö after z, digits by value ("2.2" before "2.10").
std::string sort_key(std::string_view utf8);

}  // namespace lagesbild
