// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as rules and comparisons see them.
#pragma once

#include <string>
#include <string_view>

#include "text/mapped.h"

namespace lagesbild {

/// Lower case, letters without their marks (å ä ö é -> a a o e), quotes as '"', dashes as '-',
/// ellipsis as "...", white space as single spaces but line feeds kept. Other signs stay.
std::string folded(std::string_view utf8);
MappedText folded_mapped(std::string_view utf8);

/// Only the letters and digits of folded(): "Enskede-Årsta Vantör" -> "enskedearstavantor".
std::string key(std::string_view utf8);

/// key() with '-' between words: "Otillåten påverkan" -> "otillaten-paverkan".
std::string slug(std::string_view utf8);

}  // namespace lagesbild
