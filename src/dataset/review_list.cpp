// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/review_list.h"

#include <array>

#include "dataset/corrections.h"
#include "dataset/review_texts.h"
#include "dataset/rows.h"

namespace lagesbild {
namespace {

constexpr std::array<std::string_view, 17> columns = {
    "key",     "district",   "period", "scope",
    "number",  "title",      "change", "suggested_change",
    "comment", "confidence", "review", "explanation",
    "page",    "box",        "path",   "decision",
    "note"};

std::string select_from(std::string_view relation) {
  return "SELECT " + std::string(review_key_sql) +
         ", district, period, scope, number, shown_words(title), change, suggested_change, "
         "shown_comment(comment), CAST(round(1000 * confidence) AS INTEGER), review, NULL, page, "
         "CASE WHEN page IS NOT NULL THEN format('%.2f %.2f %.2f %.2f', x0, y0, x1, y1) END, path, "
         "NULL, NULL FROM " +
         std::string(relation);
}

Value& at(Row& row, ReviewField field) { return row[static_cast<std::size_t>(field)]; }

void hand_over(const Row& read, const std::function<void(const Row&)>& take) {
  Row row = read;
  const std::string codes = text_of(row, ReviewField::review);
  if (!codes.empty()) at(row, ReviewField::explanation) = sentences_of(codes);
  take(row);
}

}  // namespace

std::span<const std::string_view> review_list_columns() { return columns; }

std::string text_of(const Row& row, ReviewField field) {
  const Value& value = row[static_cast<std::size_t>(field)];
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return {};
}

std::optional<Problem> for_each_to_review(Store& store, const Disclosure& disclosure,
                                          const std::function<void(const Row&)>& take) {
  disclose(store.database(), disclosure);
  const std::string sql =
      select_from("review_list") +
      " ORDER BY urgency DESC, period DESC, district, district_id, sha256, position";
  for_each_row(store.database(), sql, [&](const Row& row) { hand_over(row, take); });
  return store.database().take_failure();
}

std::optional<Problem> for_each_listed(Store& store, const Disclosure& disclosure,
                                       std::span<const std::int64_t> assessment_ids,
                                       const std::function<void(const Row&)>& take) {
  disclose(store.database(), disclosure);
  for (const std::int64_t id : assessment_ids) {
    const std::string sql =
        select_from("assessments_flat") + " WHERE assessment_id = " + std::to_string(id);
    for_each_row(store.database(), sql, [&](const Row& row) { hand_over(row, take); });
  }
  return store.database().take_failure();
}

}  // namespace lagesbild
