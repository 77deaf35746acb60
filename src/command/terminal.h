// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of strangers (file names, comments) as a terminal may show them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lagesbild {

/// `text` on one line: control characters, escape sequences, signs that turn the reading direction
/// and invalid bytes become visible escapes such as "\x1b" or "\u{202e}"; line feeds "\n".
std::string harmless(std::string_view text);

/// The same for a text of many lines: its line feeds stay.
std::string harmless_lines(std::string_view text);

/// How many columns `utf8` takes: one per code point, none for combining marks.
std::size_t width_of(std::string_view utf8);

/// `utf8` in exactly `columns` columns: filled up with spaces, or cut with "…" at its end.
std::string fitted(std::string_view utf8, std::size_t columns);

}  // namespace lagesbild
