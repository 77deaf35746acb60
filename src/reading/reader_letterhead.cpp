// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the form in the first table's columns: letterhead, title, district.
#include <algorithm>

#include "reading/reader.h"

namespace lagesbild {

/// How many rows stand above the report's title. Their lines head the page.
std::size_t Reader::rows_of_letterhead(const std::vector<Row>& rows) {
  if (reading_.title || !drafts_.empty()) return 0;
  const auto is_title = [this](const TextLine& line) {
    const Rule* rule = rules_.form.title.which(line.folded);
    return rule && rule->is == "title";
  };
  const auto titled = std::ranges::find_if(rows, [&](const Row& row) {
    return std::ranges::any_of(row.spanning, is_title) || std::ranges::any_of(row.area, is_title);
  });
  if (titled == rows.end() || titled->bounded) return 0;
  for (const Row& row : std::span(rows.begin(), titled))
    for (const auto* lane :
         {&row.group, &row.number, &row.area, &row.comment, &row.change, &row.spanning})
      for (const TextLine& line : *lane) mark(reading_.roles, line.line, Role::furniture);
  return static_cast<std::size_t>(titled - rows.begin());
}

/// The line that the form begins with in a row by position: its first section or column head.
/// Nothing where an area stands above all of them.
std::optional<double> Reader::top_of_form(const Row& row) const {
  constexpr std::size_t most_lines = 3;  // of a wrapped heading
  std::optional<double> top;
  const auto take = [&](const TextLine& line) {
    top = std::min(top.value_or(line.line.box.y0), line.line.box.y0);
  };
  for (const TextLine& line : row.comment)
    if (head_role(rules_.form, line.folded) == ColumnRole::comment) take(line);
  for (std::size_t l = 0; l < row.area.size(); ++l) {
    const std::span<const TextLine> rest = std::span(row.area).subspan(l);
    bool heads = false;
    for (std::size_t count = 1; count <= std::min(most_lines, rest.size()) && !heads; ++count) {
      const std::string text = joined_text_folded(rest.first(count));
      const Rule* section = rules_.form.section.which(text);
      heads = head_role(rules_.form, text) == ColumnRole::area ||
              (section && (section->is == "city" || section->is == "local"));
    }
    if (heads) take(rest.front());
    const auto number = numbered(rest.front().text);
    if (heads || known_.find(number ? number->rest : rest.front().text)) break;
  }
  const auto above = [&](const TextLine& line) { return top && line.line.box.y1 < *top; };
  const auto is_area = [&](const TextLine& line) {
    const auto number = numbered(line.text);
    return above(line) && (known_.find(number ? number->rest : line.text) || number);
  };
  return std::ranges::any_of(row.area, is_area) ? std::nullopt : top;
}

/// Takes what stands above the form off the lanes of a row by position.
void Reader::take_letterhead(Row& row) {
  if (row.bounded || reading_.title || !drafts_.empty()) return;
  const std::optional<double> top = top_of_form(row);
  if (!top) return;
  for (auto* lane :
       {&row.group, &row.number, &row.area, &row.comment, &row.change, &row.spanning, &row.other}) {
    std::vector<TextLine> above;
    std::erase_if(*lane, [&](const TextLine& line) {
      if (line.line.box.y1 >= *top) return false;
      above.push_back(line);
      return true;
    });
    for (std::size_t l = 0; l < above.size(); ++l) {
      const std::span<const TextLine> rest = std::span(above).subspan(l);
      const std::size_t two = std::min<std::size_t>(2, rest.size());
      if (note_title(reading_, rules_.form, rest.first(two), joined_text_folded(rest.first(two)))) {
        l += two - 1;
        continue;
      }
      if (note_title(reading_, rules_.form, rest.first(1), rest.front().folded) ||
          is_district(rest.first(1), rest.front().text))
        continue;
      mark(reading_.roles, rest.front().line, Role::furniture);
    }
  }
}

}  // namespace lagesbild
