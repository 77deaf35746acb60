// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lagesbild {

/// Whether the bytes begin with the byte order mark of UTF-16.
bool begins_as_utf16(std::string_view bytes);

/// A text file's bytes as UTF-8, without a byte order mark: UTF-16 where its mark says so, UTF-8
/// where they are valid as such, Windows-1252 otherwise.
std::string decoded(std::string_view bytes);

}  // namespace lagesbild
