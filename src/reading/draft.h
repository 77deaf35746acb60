// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An area while its comment is being gathered.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading/columns.h"
#include "reading/entries.h"

namespace lagesbild {

struct Draft {
  Entry entry;
  std::optional<Scope> section;  ///< scope of the section heading above; none before the first
  bool spans = false;            ///< a line across the table, or a heading
  bool group = false;            ///< a heading over the areas that follow
  std::optional<std::string> group_title;
  std::vector<TextLine> comment, change;
  std::vector<std::pair<ColumnRole, TextLine>> boxes;
  std::size_t column = 0;  ///< which of the document's comment columns the comment stands in
  MappedBy mapped_by = MappedBy::cell;
  double confidence = 1;
  std::vector<std::string> review;

  bool has_comment() const { return !comment.empty() || !change.empty() || !boxes.empty(); }
};

/// Adds the code unless it is there.
void ask(std::vector<std::string>& review, std::string_view code);

}  // namespace lagesbild
