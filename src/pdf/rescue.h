// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lagesbild {

/// The bytes of a PDF that was cut short, with a trailer that names its catalog, or an empty one
/// when that is lost too. Nothing where no objects are found, or where they are encrypted.
std::optional<std::string> with_new_trailer(std::string_view bytes);

}  // namespace lagesbild
