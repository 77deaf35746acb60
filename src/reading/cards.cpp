// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/cards.h"

#include <algorithm>
#include <set>

namespace lagesbild {
namespace {

/// What a row of the grid holds: a head with its value, or a title across.
struct CardRow {
  std::optional<ColumnRole> head;
  const std::vector<TextLine>* key = nullptr;
  std::vector<TextLine> value;
  Box box;
};

std::vector<CardRow> card_rows(const Table& table, const CellTexts& texts, const FormRules& form) {
  std::vector<CardRow> rows(table.row_edges.size() - 1);
  for (std::size_t c = 0; c < table.cells.size(); ++c) {
    const Cell& cell = table.cells[c];
    CardRow& row = rows[cell.first_row];
    row.box = row.box.width() > 0 ? united(row.box, cell.box) : cell.box;
    const bool across = cell.first_column == 0 && cell.last_column + 2 == table.column_edges.size();
    if (cell.first_column == 0 && !across) {
      row.key = &texts[c];
      row.head = head_role(form, texts[c]);
    } else {
      row.value.insert(row.value.end(), texts[c].begin(), texts[c].end());
    }
  }
  return rows;
}

bool is_label(ColumnRole role) { return role == ColumnRole::area || role == ColumnRole::number; }

}  // namespace

bool is_cards(const Table& table, const CellTexts& texts, const FormRules& form) {
  if (table.basis == Table::Basis::position || table.column_edges.size() < 3) return false;
  std::set<ColumnRole> heads;
  for (const CardRow& row : card_rows(table, texts, form)) {
    if (row.head && is_box(*row.head)) continue;  // as likely a change that stands before its area
    if (row.head)
      heads.insert(*row.head);
    else if (row.key && !row.key->empty())
      return false;
  }
  return heads.size() > 1 &&
         (heads.contains(ColumnRole::comment) || heads.contains(ColumnRole::change));
}

std::vector<Row> rows_of_cards(const Table& table, const CellTexts& texts, const FormRules& form) {
  std::vector<Row> rows;
  const auto begin = [&](const Box& box) -> Row& {
    return rows.emplace_back(
        Row{.page = table.page, .box = box, .first_on_page = rows.empty(), .bounded = true});
  };
  for (CardRow& card : card_rows(table, texts, form)) {
    if (card.value.empty() && !card.head) continue;
    const bool title = !card.head && !card.key;
    const bool starts =
        rows.empty() || title ||
        (is_label(*card.head) && (rows.back().has_comment() || !rows.back().area.empty()));
    Row& row = starts ? begin(card.box) : rows.back();
    std::vector<TextLine>& lane = title || *card.head == ColumnRole::area ? row.area
                                  : *card.head == ColumnRole::number      ? row.number
                                  : *card.head == ColumnRole::comment     ? row.comment
                                  : *card.head == ColumnRole::change      ? row.change
                                                                          : row.other;
    lane.insert(lane.end(), card.value.begin(), card.value.end());
  }
  return rows;
}

}  // namespace lagesbild
