// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a dataset, as a person reads it in a terminal of 80 columns.
#pragma once

#include <string>

#include "dataset/summary.h"
#include "messages/messages.h"

namespace lagesbild {

/// Files that a summary must be able to name for the table: those that are rejected stand in it.
inline constexpr std::int64_t named_files = 1000;

/// How the table is shown, and what its advice names.
struct TableStyle {
  bool color = false;
  std::string dataset;  ///< folder
};

/// Colours where standard output is a terminal that shows them and nobody asked for none.
TableStyle style_for(const std::string& dataset);

/// Districts down, years across; then what was not read, what to review, and what to do next.
std::string status_table(const Summary& summary, const TableStyle& style, const Messages& say);

}  // namespace lagesbild
