// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From what a PDF gave to what was meant: one form for every letter, plain spaces.
// Order: ligatures, soft hyphens and zero widths, spacing accents, NFC, spaces.
#pragma once

#include <string>
#include <string_view>

#include "text/mapped.h"

namespace lagesbild {

/// Composed letters (å is one code point), U+FB00-FB06 spelt out, no-break and thin spaces plain,
/// runs of white space one space (a line feed if the run holds one), none at the ends; no soft
/// hyphens or zero widths; spacing accents joined to their letter; U+2010/2011 as '-'; UTF-8 read
/// as cp1252 repaired where the whole text round-trips. Invalid UTF-8 becomes U+FFFD. Never fails.
std::string normal(std::string_view utf8);

/// The same with the way back to `utf8`.
MappedText normal_mapped(std::string_view utf8);

}  // namespace lagesbild
