// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From what a PDF gave to what was meant: one form for every letter, plain spaces.
// Order: wrong encodings, ligatures and soft hyphens, spaces, accents beside their letter, NFC.
#pragma once

#include <string>
#include <string_view>

#include "text/mapped.h"

namespace lagesbild {

/// Composed letters (å is one code point), U+FB00-FB06 spelt out, no-break and thin spaces plain,
/// runs of white space one space (a line feed if the run holds one), none at the ends; no zero
/// widths or control characters; soft hyphens gone, at the end '-'; spacing accents joined to their
/// letter; U+2010/2011 as '-'; bullets and boxes of symbol fonts as Unicode has them; text that was
/// read in the wrong encoding read again where no doubt is left. Invalid UTF-8 becomes U+FFFD. What
/// is normal stays as it is. Never fails.
std::string normal(std::string_view utf8);

/// The same with the way back to `utf8`.
MappedText normal_mapped(std::string_view utf8);

}  // namespace lagesbild
