// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Object.h>
#include <PDFDoc.h>

#include <optional>
#include <string>

#include "model/document.h"

namespace lagesbild {

/// What a form widget stands for.
struct FormEntry {
  std::optional<Field> field;  ///< its state or value, with what it inherits from fields above it
  bool shown_only = false;     ///< it has no value, so that its appearance is all there is to read
};

/// Push buttons and passwords give nothing. The widget's rectangle as displayed is `box`.
FormEntry form_entry_of(PDFDoc& document, const Object& widget, const Box& box);

/// Rich text without its tags; paragraphs and breaks become line ends.
std::string without_markup(const std::string& rich);

}  // namespace lagesbild
