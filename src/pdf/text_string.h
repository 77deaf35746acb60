// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Object.h>

#include <string>

namespace lagesbild {

/// A PDF text string (UTF-16, UTF-8 with a mark, or PDFDocEncoding) as UTF-8; lines end in '\n'.
std::string utf8_of(const std::string& pdf_string);

/// The same for an object; empty unless it is a string or a name, or a stream of text.
std::string utf8_of(const Object& object);

}  // namespace lagesbild
