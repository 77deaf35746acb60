// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dataset's tables hold for others: the one list that the CSV files, the Data Package,
// Datasette's metadata and the workbook are made from.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lagesbild {

/// A value that a column may have.
struct Category {
  std::string_view value;
  std::string_view label;  ///< Swedish
};

struct Column {
  enum class Type { text, integer, boolean, date, year };
  std::string_view name;         ///< English, snake_case; stays the same
  std::string_view title;        ///< Swedish
  std::string_view description;  ///< Swedish, one sentence without its full stop
  Type type = Type::text;
  int width = 12;         ///< characters in the workbook
  bool required = false;  ///< never missing
  std::span<const Category> categories = {};
  std::string_view pattern = {};  ///< regular expression that all values match
  std::string_view from = {};     ///< what it is in the store, where that is not its name
};

struct ForeignKey {
  std::string_view column;
  std::string_view table;  ///< whose primary key is the column of the same name
};

struct ExportTable {
  std::string_view name;         ///< "assessments": also the stem of its file names
  std::string_view title;        ///< Swedish
  std::string_view description;  ///< Swedish
  std::string_view relation;     ///< the table or view of the store that people look at
  std::string_view order;        ///< what the rows are sorted by
  std::span<const Column> columns;
  std::span<const std::string_view> primary_key;  ///< empty: none
  std::span<const ForeignKey> foreign_keys = {};
};

/// assessments, reports, areas, districts, problems, corrections. Queries want disclose().
std::span<const ExportTable> export_tables();

/// The query for the table's rows: its columns in their order, the rows sorted.
std::string query_of(const ExportTable& table);

/// The Swedish word for `value`, or `value` itself where the column has no such category.
std::string_view label_of(std::span<const Category> categories, std::string_view value);

inline constexpr Category change_words[] = {
    {"positive", "positiv"}, {"unchanged", "oförändrad"}, {"negative", "negativ"}};
inline constexpr Category scope_words[] = {{"city", "stadsövergripande"}, {"local", "lokal"}};

}  // namespace lagesbild
