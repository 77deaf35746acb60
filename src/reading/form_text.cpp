// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/form_text.h"

#include <algorithm>
#include <iterator>

#include "layout/lines.h"
#include "reading/cards.h"
#include "reading/form_text_maker.h"
#include "reading/identity.h"
#include "reading/mapping.h"

namespace lagesbild {
namespace {

bool has_role(const ColumnRoles& roles, ColumnRole role) {
  return std::ranges::find(roles, role) != roles.end();
}

}  // namespace

FormText form_text_of(const Layout& layout, const Rules& rules, const KnownTitles& known) {
  return FormTextMaker(layout, rules, known).make();
}

std::size_t column_id(const FormText& text, const Layout& layout, const Table& table) {
  const auto shape = std::ranges::find_if(
      text.shapes, [&](std::size_t s) { return same_columns(layout.tables[s], table); });
  return static_cast<std::size_t>(shape - text.shapes.begin());
}

bool note_title(Reading& reading, const FormRules& form, std::span<const TextLine> lines,
                const std::string& folded_text) {
  const Rule* rule = form.title.which(folded_text);
  if (!rule) return false;
  const std::string text = joined_text(lines);
  for (const TextLine& line : lines) mark(reading.roles, line.line, Role::title);
  if (!reading.title && rule->is == "title") reading.title = text;
  if (!reading.period) reading.period = period_in_title(form, text);
  return true;
}

FormTextMaker::FormTextMaker(const Layout& layout, const Rules& rules, const KnownTitles& known)
    : layout_(layout), rules_(rules), known_(known) {
  text_.reading.roles.assign(layout.words.size(), Role::unplaced);
}

FormText FormTextMaker::make() {
  text_.lines = text_lines(layout_.words, layout_.lines);
  for (const TextLine& line : text_.lines) text_.seen.add(line.text);
  look_at_tables();
  set_furniture();
  return std::move(text_);
}

void FormTextMaker::look_at_tables() {
  for (const Table& table : layout_.tables) {
    TableText text;
    for (const Cell& cell : table.cells) {
      text.cells.push_back(text_lines(layout_.words, cell.lines));
      for (const TextLine& line : text.cells.back()) text_.seen.add(line.text);
    }
    text_.tables.push_back(std::move(text));
  }
  take_running_lines();
  take_number_words();
  take_prompts();
  find_choices();
  find_legend();
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    text_.tables[t].roles =
        column_roles(layout_.tables[t], text_.tables[t].cells, rules_, known_, text_.legend);
    text_.tables[t].newspaper = is_newspaper(t);
    text_.tables[t].cards = is_cards(layout_.tables[t], text_.tables[t].cells, rules_.form);
    text_.tables[t].usable = (usable(text_.tables[t].roles) && !text_.tables[t].newspaper &&
                              !holds_prose(t) && !text_.tables[t].choices) ||
                             text_.tables[t].cards;
  }
  carry_roles_over();
  find_overleaf();
}

/// What lines outside of the tables and heads of columns say of signs. Signs that are explained one
/// by one make a legend together.
void FormTextMaker::find_legend() {
  Legend single;
  std::vector<const TextLine*> single_lines;
  for (const TextLine& line : text_.lines) {
    const Legend found = legend_in(rules_, line.folded);
    if (found.size() == 1 && extend(single, found)) single_lines.push_back(&line);
    if (found.size() > 1 && extend(text_.legend, found))
      mark(text_.reading.roles, line.line, Role::instruction);
  }
  if (single.size() > 1 && extend(text_.legend, single))
    for (const TextLine* line : single_lines)
      mark(text_.reading.roles, line->line, Role::instruction);
  for (const TableText& table : text_.tables)
    for (const std::vector<TextLine>& cell : table.cells)
      if (cell.size() == 1) extend(text_.legend, legend_of_head(cell.front().text));
}

/// Sheets wider than their pages, whose comments stand on pages of their own without the areas.
void FormTextMaker::find_overleaf() {
  const auto has = [this](std::size_t t, ColumnRole role) {
    return has_role(text_.tables[t].roles, role);
  };
  for (std::size_t right = 0; right < text_.tables.size(); ++right) {
    if (text_.tables[right].usable) continue;
    for (std::size_t left = 0; left < right; ++left) {
      if (!has(left, ColumnRole::area) || has(left, ColumnRole::comment) ||
          text_.tables[left].overleaf ||
          !goes_on_overleaf(layout_.tables[left], layout_.tables[right]))
        continue;
      text_.tables[left].overleaf = right;
      text_.tables[left].usable = text_.tables[right].is_overleaf = true;
      text_.tables[right].roles =
          text_.tables[text_.shapes[column_id(text_, layout_, layout_.tables[right])]].roles;
      std::ranges::replace(text_.tables[right].roles, ColumnRole::area, ColumnRole::comment);
      break;
    }
  }
}

/// Tables of the same columns are one table over several pages: the part that tells most decides
/// for all.
void FormTextMaker::carry_roles_over() {
  const auto telling = [&](std::size_t t) {
    std::size_t entries = 0;
    for (std::size_t c = 0; c < layout_.tables[t].cells.size(); ++c) {
      const Cell& cell = layout_.tables[t].cells[c];
      if (cell.first_column != cell.last_column ||
          text_.tables[t].roles[cell.first_column] != ColumnRole::area)
        continue;
      for (const TextLine& line : text_.tables[t].cells[c])
        entries += numbered(line.text) || known_.find(line.text);
    }
    return entries;
  };
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    const auto shape = std::ranges::find_if(text_.shapes, [&](std::size_t s) {
      return same_columns(layout_.tables[s], layout_.tables[t]);
    });
    if (shape == text_.shapes.end())
      text_.shapes.push_back(t);
    else if (text_.tables[t].usable &&
             (!text_.tables[*shape].usable || telling(t) > telling(*shape)))
      *shape = t;
  }
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    const std::size_t shape = text_.shapes[column_id(text_, layout_, layout_.tables[t])];
    if (!text_.tables[shape].usable || text_.tables[t].newspaper || holds_prose(t) ||
        text_.tables[t].choices)
      continue;
    text_.tables[t].roles = text_.tables[shape].roles;
    text_.tables[t].usable = true;
  }
}

/// Columns of running text: the first one holds comments as well as areas, and areas stand in
/// others too.
bool FormTextMaker::is_newspaper(std::size_t table) const {
  constexpr std::size_t fewest = 2;
  if (layout_.tables[table].basis != Table::Basis::position) return false;
  std::size_t labels = 0, first = 0, others = 0;
  for (std::size_t c = 0; c < layout_.tables[table].cells.size(); ++c) {
    const Cell& cell = layout_.tables[table].cells[c];
    if (cell.first_column != cell.last_column) continue;
    for (const TextLine& line : text_.tables[table].cells[c]) {
      const auto number = numbered(line.text);
      const bool area = known_.find(number ? number->rest : line.text) ||
                        (number && (line.bold || number->number.find('.') != std::string::npos));
      if (cell.first_column == 0) labels += opens_with_label(rules_, line);
      (cell.first_column == 0 ? first : others) += area;
    }
  }
  return labels >= fewest && first >= fewest && others >= fewest;
}

/// Headings with their comments below, and at the end of their lines the change: the first column
/// holds about as many sentences' ends as areas, and the others a few words.
bool FormTextMaker::holds_prose(std::size_t table) const {
  constexpr std::size_t few_words = 4;
  if (layout_.tables[table].basis != Table::Basis::position) return false;
  std::size_t areas = 0, ends = 0;
  for (std::size_t c = 0; c < layout_.tables[table].cells.size(); ++c) {
    for (const TextLine& line : text_.tables[table].cells[c]) {
      const auto number = numbered(line.text);
      if (layout_.tables[table].cells[c].first_column > 0) {
        if (line.line.words.size() > few_words) return false;
        continue;
      }
      areas += number || known_.find(line.text);
      ends += !number && line.text.ends_with('.');
    }
  }
  return areas > 0 && 2 * ends >= areas;
}

}  // namespace lagesbild
