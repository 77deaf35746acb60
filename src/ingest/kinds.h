// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a folder or an archive are worth opening.
#pragma once

#include <cstddef>
#include <string_view>

namespace lagesbild {

/// What a file's name promises; what it holds shows when a worker reads it.
enum class FileKind {
  report,   ///< ends in .pdf or .txt, in any case
  archive,  ///< ends in .zip
  unknown,  ///< has no ending: a report if begins_as_pdf()
  other,    ///< has another ending
};

/// `name` may be a path; only its last part counts.
FileKind kind_of(std::string_view name);

/// Nobody means these to be read: a part of the path begins with '.', or is macOS' own beside a
/// zipped folder.
bool is_hidden(std::string_view path);

inline constexpr std::size_t pdf_header_within = 1024;  ///< bytes; ISO 32000-1, annex H.3.4.1

/// `head` is the file's beginning, pdf_header_within bytes if it has as many.
bool begins_as_pdf(std::string_view head);

}  // namespace lagesbild
