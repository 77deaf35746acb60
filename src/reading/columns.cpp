// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "reading/boxes.h"
#include "reading/change.h"

namespace lagesbild {
namespace {

constexpr double mostly = 0.5;         // of a column's lines or cells
constexpr double nearly_all = 0.8;     // of a column's lines
constexpr std::size_t few_words = 4;   // a change alone; a comment runs longer
constexpr std::size_t long_text = 60;  // bytes of an average cell that hold more than a label
constexpr int any_year = 9999;         // of a head without one: the report's own
constexpr double column_drift = 8;     // points a column may move from page to page

struct Content {
  std::optional<ColumnRole> head;
  std::size_t head_row = 0;
  int head_year = any_year;  ///< that the head names
  std::size_t cells = 0, lines = 0, bytes = 0;
  std::size_t numbers = 0;       ///< lines that are a number and nothing else
  std::size_t entries = 0;       ///< lines with a number and a title, or a title the rules know
  std::size_t changes = 0;       ///< cells that state a change and no more
  std::size_t change_lines = 0;  ///< of cells of several: rows by position stand in one
  std::size_t levels = 0;        ///< cells that say whose the area is: "Lokalt"
  std::size_t boxes = 0;         ///< cells that are ticked or empty boxes
  std::map<std::string, std::size_t> signs;  ///< cells that are some other sign
};

std::size_t word_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

int year_in(std::string_view text) {
  for (std::size_t at = text.find("20"); at != std::string_view::npos;
       at = text.find("20", at + 1)) {
    const std::string_view four = text.substr(at, 4);
    if (four.size() == 4 && std::ranges::all_of(four, [](char c) { return c >= '0' && c <= '9'; }))
      return std::stoi(std::string(four));
  }
  return any_year;
}

/// The year of a cell that holds a title of the report and no more.
std::optional<int> year_of_title(const FormRules& form, const std::vector<TextLine>& lines) {
  if (lines.empty()) return std::nullopt;
  const std::string text = joined_text_folded(lines);
  const int year = year_in(text);
  return year < any_year && form.title.which(text) ? std::optional(year) : std::nullopt;
}

/// The head of lines that are a whole column: of several rows, where nothing drawn parts them.
std::optional<ColumnRole> head_on_top(const FormRules& form, std::span<const TextLine> lines) {
  constexpr std::size_t most_lines = 3;
  if (lines.size() < 2) return std::nullopt;
  const auto first = head_role(form, lines.front().folded);
  if (first && !is_box(*first)) return first;
  // Another section of the form may repeat the head.
  const auto is_box_line = [&](const TextLine& line) {
    return is_box_text(form, line.text) || line.folded == lines.front().folded;
  };
  for (std::size_t count = 1; count <= std::min(most_lines, lines.size() - 1); ++count) {
    const auto role = head_role(form, lines.first(count));
    if (role && is_box(*role) && std::ranges::all_of(lines.subspan(count), is_box_line))
      return role;
  }
  return std::nullopt;
}

void look_at(Content& content, const std::vector<TextLine>& lines,
             const std::optional<ColumnRole>& head, std::size_t row, bool boxes_headed,
             const Rules& rules, const KnownTitles& known, const Legend& legend) {
  if (lines.empty()) return;
  const std::string text = joined_text(lines);
  if (head && !content.head && (!is_box(*head) || boxes_headed)) {
    content.head = head;
    content.head_row = row;
    content.head_year = year_in(text);
    return;
  }
  if (!content.head) content.head = head_on_top(rules.form, lines);
  ++content.cells;
  content.bytes += text.size();
  if ((word_count(text) <= few_words && change_of_cell(rules.change, text).change) ||
      meaning(legend, text))
    ++content.changes;
  content.levels += word_count(text) == 1 && level_rule(rules.form, lines) != nullptr;
  if (is_box_text(rules.form, text))
    ++content.boxes;
  else if (is_sign(text))
    ++content.signs[text];
  bool whole = known.find(text) != nullptr;
  for (const TextLine& line : lines) {
    ++content.lines;
    const auto number = numbered(line.text);
    content.change_lines += !number && lines.size() > 1 && word_count(line.text) <= few_words &&
                            change_of_cell(rules.change, line.text).change.has_value();
    if (number && number->rest.empty()) ++content.numbers;
    if ((number && !number->rest.empty()) || known.find(number ? number->rest : line.text)) {
      ++content.entries;
      whole = false;
    }
  }
  content.entries += whole;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<Content> contents_of(const Table& table, const CellTexts& texts, const Rules& rules,
                                 const KnownTitles& known, const Legend& legend) {
  std::vector<Content> contents(table.column_edges.size() - 1);
  std::vector<std::set<ColumnRole>> box_heads(table.row_edges.size() -
                                              1);  // one alone is a change, not a head
  std::vector<std::optional<ColumnRole>> heads;
  std::map<std::size_t, std::set<int>> years;  // of cells of a row that look like titles
  for (std::size_t c = 0; c < table.cells.size(); ++c) {
    const std::size_t row = table.cells[c].first_row;
    const auto head = heads.emplace_back(head_role(rules.form, texts[c]));
    if (head && is_box(*head)) box_heads[row].insert(*head);
    if (const auto year = year_of_title(rules.form, texts[c])) years[row].insert(*year);
  }
  for (std::size_t c = 0; c < table.cells.size(); ++c)  // "Lägesbild 2021" beside "Lägesbild 2022"
    if (years[table.cells[c].first_row].size() > 1 && year_of_title(rules.form, texts[c]))
      heads[c] = ColumnRole::comment;
  for (std::size_t c = 0; c < table.cells.size(); ++c) {
    const Cell& cell = table.cells[c];
    if (cell.first_column == cell.last_column)
      look_at(contents[cell.first_column], texts[c], heads[c], cell.first_row,
              box_heads[cell.first_row].size() > 1, rules, known, legend);
  }
  return contents;
}

/// The column of the role that has most of what counts; none where nothing counts.
template <class Measure>
std::optional<std::size_t> most(const std::vector<Content>& contents, const ColumnRoles& roles,
                                Measure measure) {
  std::optional<std::size_t> best;
  for (std::size_t c = 0; c < contents.size(); ++c) {
    if (roles[c] != ColumnRole::other || measure(contents[c]) <= 0) continue;
    if (!best || measure(contents[c]) > measure(contents[*best])) best = c;
  }
  return best;
}

bool has(const ColumnRoles& roles, ColumnRole role) {
  return std::ranges::find(roles, role) != roles.end();
}

void by_heads(const std::vector<Content>& contents, ColumnRoles& roles) {
  // "Prioriterade områden" heads the areas, and a section beside them.
  const auto headed_above = [&](const Content& a, const Content& b) {
    return a.head == b.head && a.head_row < b.head_row;
  };
  for (std::size_t c = 0; c < contents.size(); ++c) {
    const auto head = contents[c].head;
    if (!head || (!is_box(*head) && has(roles, *head))) continue;
    const bool other = std::ranges::any_of(
        contents, [&](const Content& content) { return headed_above(content, contents[c]); });
    if (is_box(*head) || !other) roles[c] = *head;
  }
  // Of comments for several years the last are the report's.
  std::optional<std::size_t> latest;
  for (std::size_t c = 0; c < contents.size(); ++c)
    if (contents[c].head == ColumnRole::comment &&
        (!latest || contents[c].head_year > contents[*latest].head_year))
      latest = c;
  for (std::size_t c = 0; latest && c < contents.size(); ++c)
    if (contents[c].head == ColumnRole::comment)
      roles[c] = c == *latest ? ColumnRole::comment : ColumnRole::aside;
  // "Tema" alone heads the areas.
  const bool areas = has(roles, ColumnRole::area);
  if (!areas) std::ranges::replace(roles, ColumnRole::group, ColumnRole::other);
  // "Bedömning" above long texts heads the comments where no other column does.
  for (std::size_t c = 0; c < contents.size(); ++c) {
    const bool long_cells =
        contents[c].cells > 0 && contents[c].bytes / contents[c].cells > long_text;
    if (roles[c] == ColumnRole::change && long_cells && !has(roles, ColumnRole::comment))
      roles[c] = ColumnRole::comment;
    const bool long_lines =
        contents[c].lines > 0 && contents[c].bytes / contents[c].lines > long_text;
    if (is_box(roles[c]) && long_cells && (long_lines || contents[c].cells > 1))
      roles[c] = ColumnRole::other;
  }
}

/// Columns besides `c` that hold text and have no role yet: one of them may be the comments'.
std::size_t others(const std::vector<Content>& contents, const ColumnRoles& roles, std::size_t c) {
  std::size_t count = has(roles, ColumnRole::comment);
  for (std::size_t o = 0; o < contents.size(); ++o)
    count += o != c && roles[o] == ColumnRole::other && contents[o].bytes > 0;
  return count;
}

bool states_changes(const Content& x) {
  std::size_t signs = 0;
  for (const auto& [sign, cells] : x.signs) signs += cells;
  const bool by_signs = x.signs.size() > 1 && share(signs, x.cells) > mostly;
  return by_signs || (x.cells >= 2 && share(x.changes + x.boxes, x.cells) > mostly) ||
         (x.lines >= 2 && share(x.change_lines, x.lines) >= nearly_all);
}

void by_content(const std::vector<Content>& contents, ColumnRoles& roles) {
  if (!has(roles, ColumnRole::area)) {
    if (const auto c =
            most(contents, roles, [](const Content& x) { return static_cast<double>(x.entries); }))
      roles[*c] = ColumnRole::area;
  }
  for (std::size_t c = 0; c < contents.size(); ++c) {
    const Content& x = contents[c];
    if (roles[c] != ColumnRole::other) continue;
    const auto area = std::ranges::find(roles, ColumnRole::area) - roles.begin();
    const bool before_areas = static_cast<std::ptrdiff_t>(c) < area;
    if (x.levels >= 2 && share(x.levels, x.cells) > nearly_all && before_areas &&
        !has(roles, ColumnRole::group))
      roles[c] = ColumnRole::group;
    else if (x.numbers >= 2 && share(x.numbers, x.lines) > mostly && before_areas &&
             !has(roles, ColumnRole::number))
      roles[c] = ColumnRole::number;
    else if (others(contents, roles, c) > 0 && states_changes(x) && !has(roles, ColumnRole::change))
      roles[c] = ColumnRole::change;
  }
  if (!has(roles, ColumnRole::area) && has(roles, ColumnRole::number)) {
    // Numbers in a column of their own: the titles stand to the right of them.
    const auto number =
        static_cast<std::size_t>(std::ranges::find(roles, ColumnRole::number) - roles.begin());
    for (std::size_t c = number + 1; c < roles.size() && !has(roles, ColumnRole::area); ++c)
      if (roles[c] == ColumnRole::other && contents[c].lines > 0) roles[c] = ColumnRole::area;
  }
  if (!has(roles, ColumnRole::comment)) {
    if (const auto c =
            most(contents, roles, [](const Content& x) { return static_cast<double>(x.bytes); }))
      roles[*c] = ColumnRole::comment;
  }
  // The only column beside the areas, headed "Förändring": its texts say more than that.
  for (std::size_t c = 0; c < contents.size(); ++c)
    if (roles[c] == ColumnRole::change && !has(roles, ColumnRole::comment) &&
        !states_changes(contents[c]))
      roles[c] = ColumnRole::comment;
}

/// Whether a column left of the areas has cells as tall as several of their rows.
bool stands_beside_rows(const Table& table, const CellTexts& texts, std::size_t column) {
  const std::size_t rows = table.row_edges.size() - 1;
  bool any = false;
  for (std::size_t c = 0; c < table.cells.size(); ++c) {
    const Cell& cell = table.cells[c];
    any |= cell.first_column == column && cell.last_column == column && !texts[c].empty() &&
           cell.first_row < cell.last_row && cell.last_row - cell.first_row + 1 < rows;
  }
  return any;
}

void by_height(const Table& table, const CellTexts& texts, ColumnRoles& roles) {
  if (has(roles, ColumnRole::group)) return;
  for (std::size_t c = 0; c < roles.size() && roles[c] != ColumnRole::area; ++c)
    if (roles[c] == ColumnRole::other && stands_beside_rows(table, texts, c))
      roles[c] = ColumnRole::group;
}

}  // namespace

const Rule* level_rule(const FormRules& form, std::span<const TextLine> lines) {
  const Rule* rule = form.section.which(joined_text_folded(lines) + " niva");
  return rule && (rule->is == "city" || rule->is == "local") ? rule : nullptr;
}

bool is_box(ColumnRole role) {
  return role == ColumnRole::positive || role == ColumnRole::unchanged ||
         role == ColumnRole::negative;
}

std::optional<ColumnRole> head_role(const FormRules& form, std::string_view folded) {
  const Rule* rule = form.column.which(folded);
  if (!rule) return std::nullopt;
  const std::string& is = rule->is;
  if (is == "number") return ColumnRole::number;
  if (is == "area") return ColumnRole::area;
  if (is == "comment") return ColumnRole::comment;
  if (is == "change") return ColumnRole::change;
  if (is == "positive") return ColumnRole::positive;
  if (is == "unchanged") return ColumnRole::unchanged;
  if (is == "negative") return ColumnRole::negative;
  if (is == "group") return ColumnRole::group;
  if (is == "aside") return ColumnRole::aside;
  return std::nullopt;
}

namespace {

/// The heads that all of the text is, one after the other; empty where something else is in it.
std::vector<ColumnRole> heads_in(const FormRules& form, std::string_view folded) {
  constexpr int most_words = 3;  // of each head but the last
  if (const auto role = head_role(form, folded)) return {*role};
  std::size_t blank = folded.find(' ');
  for (int words = 1; words <= most_words && blank != folded.npos;
       ++words, blank = folded.find(' ', blank + 1)) {
    const auto first = head_role(form, folded.substr(0, blank));
    if (!first) continue;
    std::vector<ColumnRole> heads = heads_in(form, folded.substr(blank + 1));
    if (heads.empty()) continue;
    heads.push_back(*first);
    return heads;
  }
  return {};
}

}  // namespace

bool heads_columns(const FormRules& form, std::string_view folded) {
  constexpr std::size_t longest = 80;  // bytes
  if (folded.size() > longest || folded.ends_with('.')) return false;
  const std::vector<ColumnRole> heads = heads_in(form, folded);
  const auto boxes = static_cast<std::size_t>(std::ranges::count_if(heads, is_box));
  return heads.size() == 1 || heads.size() > boxes + 1;
}

std::optional<ColumnRole> head_role(const FormRules& form, std::span<const TextLine> lines) {
  constexpr std::size_t most_lines = 4, longest = 40;  // bytes of a head in a narrow column
  if (const auto role = head_role(form, joined_text_folded(lines))) return role;
  if (lines.size() < 2 || lines.size() > most_lines) return std::nullopt;
  std::string glued;
  for (const TextLine& line : lines) glued += line.folded;
  return glued.size() <= longest ? head_role(form, glued) : std::nullopt;
}

ColumnRoles column_roles(const Table& table, const CellTexts& texts, const Rules& rules,
                         const KnownTitles& known, const Legend& legend) {
  ColumnRoles roles(table.column_edges.size() - 1, ColumnRole::other);
  const std::vector<Content> contents = contents_of(table, texts, rules, known, legend);
  by_heads(contents, roles);
  by_content(contents, roles);
  by_height(table, texts, roles);
  return roles;
}

bool usable(const ColumnRoles& roles) {
  return has(roles, ColumnRole::area) &&
         (has(roles, ColumnRole::comment) || has(roles, ColumnRole::change) ||
          has(roles, ColumnRole::aside) || std::ranges::any_of(roles, is_box));
}

bool same_columns(const Table& a, const Table& b) {
  const auto near = [](double x, double y) { return std::abs(x - y) < column_drift; };
  // Columns by position end where their longest line does.
  const bool open = a.basis == Table::Basis::position && b.basis == Table::Basis::position;
  const auto edges = [&](const Table& table) {
    return std::span(table.column_edges).first(table.column_edges.size() - open);
  };
  return std::ranges::equal(edges(a), edges(b), near);
}

}  // namespace lagesbild
