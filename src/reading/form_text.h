// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a layout, made ready for reading: running heads, prompts and words that count the
// areas are out, and what each table's columns hold is known.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/reading.h"
#include "reading/columns.h"
#include "reading/entries.h"
#include "reading/legend.h"
#include "reading/text_line.h"
#include "rules/rules.h"
#include "text/join.h"

namespace lagesbild {

struct TableText {
  CellTexts cells;
  ColumnRoles roles;
  bool usable = false;
  bool choices = false;                 ///< no columns, but the options of choices
  bool cards = false;                   ///< lies on its side, see cards.h
  bool newspaper = false;               ///< columns of running text
  std::optional<std::size_t> overleaf;  ///< the table that goes on with its rows
  bool is_overleaf = false;
};

struct FormText {
  std::vector<TextLine> lines;    ///< of Layout::lines
  std::vector<TableText> tables;  ///< of Layout::tables
  std::vector<std::size_t>
      shapes;  ///< one table of each set of columns; its index is the column id
  WordsSeen seen;
  Legend legend;                               ///< signs for a change that the report explains
  std::vector<TextLine> running;               ///< taken out of tables by position
  std::map<std::size_t, Scope> number_scopes;  ///< by the word of a number: "Lokalt område 2"
  std::set<std::string> elsewhere;  ///< what lines say of another city or kind of document
  Reading reading;                  ///< the roles given so far; a title among running lines
};

/// Keeps no reference to anything.
FormText form_text_of(const Layout& layout, const Rules& rules, const KnownTitles& known);

/// Which set of columns the table has: an index into FormText::shapes.
std::size_t column_id(const FormText& text, const Layout& layout, const Table& table);

/// The words of a table that no role was found for, as lines that go across its columns.
std::vector<TextLine> lines_across(const Layout& layout, const std::vector<Role>& roles,
                                   const Table& table);

/// Takes in the title, and the period it names; false where the lines are none.
bool note_title(Reading& reading, const FormRules& form, std::span<const TextLine> lines,
                const std::string& folded_text);

}  // namespace lagesbild
