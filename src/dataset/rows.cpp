// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/rows.h"

namespace lagesbild {
namespace {

Value value_in(const Statement& statement, int column) {
  if (statement.is_null(column)) return {};
  if (statement.is_text(column)) return statement.text(column);
  return statement.whole(column);
}

}  // namespace

void for_each_row(Database& store, std::string_view sql,
                  const std::function<void(const Row&)>& take) {
  Statement statement = store.statement(sql);
  Row row;
  while (statement.next()) {
    row.resize(static_cast<std::size_t>(statement.columns()));
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = value_in(statement, static_cast<int>(i));
    take(row);
  }
}

}  // namespace lagesbild
