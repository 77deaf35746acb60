// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as no producer would write them, of the pieces that reports are made of.
#pragma once

#include "choices.h"
#include "model/document.h"

namespace lagesbild::fuzz {

/// Pages of words, rulings, shadings, images and fields, anywhere and of any size.
Document scattered_document(Choices choices);

/// A page of rows and columns, ruled or not, that hold the form's words and any others.
Document tabular_document(Choices choices);

}  // namespace lagesbild::fuzz
