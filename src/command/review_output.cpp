// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/review_output.h"

#include <algorithm>

#include "command/output.h"
#include "command/terminal.h"
#include "dataset/csv.h"
#include "dataset/review_list.h"
#include "model/json.h"

namespace lagesbild {
namespace {

constexpr std::size_t shown_bytes = 300;  // of a comment

/// On one line, cut at a character.
std::string beginning(std::string_view comment) {
  std::string line(comment.substr(0, shown_bytes));
  if (line.size() < comment.size()) {
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80)
      line.pop_back();
    if (!line.empty()) line.pop_back();
    line += "…";
  }
  std::ranges::replace(line, '\n', ' ');
  return harmless(line);
}

std::string csv_line(const Row& row, const CsvDialect& dialect) {
  std::string line;
  append_csv(line, row, dialect);
  return line;
}

std::string csv_head(const CsvDialect& dialect) {
  Row head;
  for (const std::string_view name : review_list_columns()) head.emplace_back(std::string(name));
  return std::string(dialect.head) + csv_line(head, dialect);
}

std::string json_value(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return json_string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return "null";
}

std::string json_object(const Row& row) {
  std::string object;
  for (std::size_t i = 0; i < row.size(); ++i)
    object +=
        (i == 0 ? "{" : ",") + json_string(review_list_columns()[i]) + ":" + json_value(row[i]);
  return object + "}";
}

}  // namespace

Result<ReviewFormat> review_format_named(std::string_view name) {
  if (name == "text") return ReviewFormat::text;
  if (name == "csv") return ReviewFormat::csv;
  if (name == "excel-csv") return ReviewFormat::excel_csv;
  if (name == "json") return ReviewFormat::json;
  return Problem{"usage",
                 Severity::error,
                 {},
                 "--format is text, csv, excel-csv or json, not '" + std::string(name) + "'"};
}

ReviewOutput::ReviewOutput(ReviewFormat format, const Messages& messages, int most)
    : format_(format), messages_(messages), most_(most) {
  if (format == ReviewFormat::csv) printed_ = print(csv_head(rfc_4180));
  if (format == ReviewFormat::excel_csv) printed_ = print(csv_head(excel_csv));
  if (format == ReviewFormat::json) printed_ = print("[");
}

void ReviewOutput::add(const Row& row) {
  ++rows_;
  if (!printed_ || (most_ > 0 && rows_ > most_)) return;
  switch (format_) {
    case ReviewFormat::text:
      printed_ = print(text_of_row(row));
      break;
    case ReviewFormat::csv:
      printed_ = print(csv_line(row, rfc_4180));
      break;
    case ReviewFormat::excel_csv:
      printed_ = print(csv_line(row, excel_csv));
      break;
    case ReviewFormat::json:
      printed_ = print((rows_ == 1 ? "\n" : ",\n") + json_object(row));
      break;
  }
}

std::string ReviewOutput::text_of_row(const Row& row) const {
  const auto field = [&](ReviewField one) { return harmless(text_of(row, one)); };
  const auto change = [&](ReviewField one) {
    const std::string word = text_of(row, one);
    return messages_("change." + (word.empty() ? std::string("unstated") : word));
  };
  std::string text = std::to_string(rows_) + ". " + field(ReviewField::district) + " " +
                     field(ReviewField::period) + ", " +
                     messages_("review.scope." + text_of(row, ReviewField::scope)) + " " +
                     field(ReviewField::number) + " " + field(ReviewField::title) + "\n   " +
                     messages_("review.read", {{"change", change(ReviewField::change)}});
  if (!text_of(row, ReviewField::suggested_change).empty())
    text +=
        "; " + messages_("review.proposed", {{"change", change(ReviewField::suggested_change)}});
  text += "\n   " + field(ReviewField::review) + "\n";
  if (const std::string comment = text_of(row, ReviewField::comment); !comment.empty())
    text += "   \"" + beginning(comment) + "\"\n";
  const std::string page = text_of(row, ReviewField::page);
  text += "   " + field(ReviewField::path);
  if (!page.empty()) text += ", " + messages_("review.page", {{"page", page}});
  return text + "\n   " + field(ReviewField::key) + "\n\n";
}

bool ReviewOutput::finished() {
  if (format_ == ReviewFormat::json) return printed_ && print("\n]\n");
  if (format_ != ReviewFormat::text || !printed_) return printed_;
  if (rows_ == 0) return print(messages_("review.nothing") + "\n");
  const int left = most_ > 0 ? std::max(0, rows_ - most_) : 0;
  return left == 0 || print(messages_("review.more", {{"areas", left}}) + "\n");
}

}  // namespace lagesbild
