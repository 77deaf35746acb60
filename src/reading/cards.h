// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that lie on their side: what heads a column elsewhere stands before each value, as in
// "Område | 1. Unga i risk", "Förändring | Försämring", "Kommentar | ...".
#pragma once

#include "reading/table_rows.h"

namespace lagesbild {

/// Whether the first column holds such heads and nothing else. Rows across all columns may part the
/// cards, as the titles of their areas.
bool is_cards(const Table& table, const CellTexts& texts, const FormRules& form);

/// One row an area, its lanes filled from the cells beside their heads. A card that does not name
/// its area has an empty `area`.
std::vector<Row> rows_of_cards(const Table& table, const CellTexts& texts, const FormRules& form);

}  // namespace lagesbild
