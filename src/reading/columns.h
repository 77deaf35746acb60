// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a table holds what: by its head where it has one, else by what stands in it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reading/entries.h"
#include "reading/legend.h"
#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

enum class ColumnRole {
  other,
  number,
  area,
  comment,
  change,
  positive,
  unchanged,
  negative,
  group,  ///< sections or groups, in cells beside the rows of their areas
  aside,  ///< headed, and no comment: who is responsible, until when
};

/// The texts of a table's cells, beside Table::cells.
using CellTexts = std::vector<std::vector<TextLine>>;

/// One role per column of the table. Usable where some column is `area` and another `comment`,
/// `change` or a box.
using ColumnRoles = std::vector<ColumnRole>;

ColumnRoles column_roles(const Table& table, const CellTexts& texts, const Rules& rules,
                         const KnownTitles& known, const Legend& legend);

bool usable(const ColumnRoles& roles);
bool is_box(ColumnRole role);

/// The section that a cell beside the areas names in short: "Lokalt" for "Lokal nivå". Null where
/// it names none.
const Rule* level_rule(const FormRules& form, std::span<const TextLine> lines);

/// What a column's head says, whole text; nothing where it is no head.
std::optional<ColumnRole> head_role(const FormRules& form, std::string_view folded);

/// Whether the text is the head of a column, or of several one after the other. "Status: positiv"
/// is none: two heads besides those of boxes are needed.
bool heads_columns(const FormRules& form, std::string_view folded);

/// head_role() of a cell's or a lane's lines, whose words a narrow column may have broken without a
/// hyphen: "Posit", "iv".
std::optional<ColumnRole> head_role(const FormRules& form, std::span<const TextLine> lines);

/// Whether the two tables have the same columns, as a table that goes on over a page break does.
bool same_columns(const Table& a, const Table& b);

}  // namespace lagesbild
