// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PDFDoc.h>

#include "model/document.h"

namespace lagesbild {

/// Sets producer, title, created and modified from the document's Info dictionary, as far as given.
void read_information(PDFDoc& pdf, Document& document);

/// "D:20221231120000+01'00'" as "2022-12-31T12:00:00", as far as given: "2022", "2022-12" ...
/// Nothing when it is no such date.
std::optional<std::string> iso_date(std::string_view pdf_date);

}  // namespace lagesbild
