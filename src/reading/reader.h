// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's state while it goes through the blocks of a layout. Private to reading/;
// reading_of() is the door.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/reading.h"
#include "reading/align.h"
#include "reading/box_columns.h"
#include "reading/draft.h"
#include "reading/form_text.h"
#include "reading/headings.h"
#include "reading/table_rows.h"
#include "rules/rules.h"

namespace lagesbild {

class Reader {
 public:
  Reader(const Layout& layout, const Rules& rules);
  Reading read();

 private:
  // reader.cpp: the way through the document
  void read_blocks();
  void flow_table(std::size_t table);
  void flow_cells(std::vector<std::pair<Box, const std::vector<TextLine>*>> cells);
  void flow_cell(const std::vector<TextLine>& lines, double left);

  // reader_letterhead.cpp: what stands above the form
  std::size_t rows_of_letterhead(const std::vector<Row>& rows);
  std::optional<double> top_of_form(const Row& row) const;
  void take_letterhead(Row& row);

  // reader_heads.cpp: titles, headings and heads in a table's rows
  void part_boxes(Row& row);
  bool take_heads(Row& row);
  bool take_box_heads(Row& row);
  void join_headings(Row& row);
  bool take_overflowing_head(Row& row);
  bool take_lane_heads(std::vector<TextLine>& lane, bool bounded, ColumnRole role);
  bool heads_lane(std::span<const TextLine> lines, ColumnRole lane);
  bool is_repeated_head(const Row& row) const;
  bool is_district(const Entry& entry);
  bool is_district(std::span<const TextLine> lines, std::string_view text);

  // reader_rows.cpp: one row of a table
  bool is_form(const TableText& table) const;
  void read_table(std::size_t table);
  void read_cards(std::size_t table);
  bool note_level(const std::vector<TextLine>& lines);
  void read_spanning(const std::vector<TextLine>& lines);
  void read_row(Row& row, std::size_t column);
  void read_many(Row& row, std::vector<Entry> entries, std::size_t column);
  bool goes_on_beside(Row& row, const Entry& entry, std::size_t column);
  bool take_instructions(const Row& row, const std::vector<Entry>& entries);
  bool is_area(const Entry& entry) const;
  bool is_instruction_heading(const Entry& entry) const;
  void mark_instructions(const std::vector<TextLine>& lines, const Run& run);
  void go_on(Row& row, bool top_of_page);
  bool goes_on_with_title(const Row& row, const Entry& entry) const;
  void give(Draft& draft, Row& row);

  // reader_flow.cpp: lines outside of tables
  void read_flow();
  void take_contents();
  bool read_aside(std::size_t at);
  bool take_general(const TextLine& line);
  bool continues_table(const TextLine& line) const;
  void read_under_headings(const std::vector<Heading>& headings);
  void read_in_order(const std::vector<Heading>& headings);
  bool is_listed(std::size_t at, const std::vector<Heading>& headings) const;
  void map_in_order(std::size_t first_draft, std::vector<TextLine> lines);

  // reader_notes.cpp: headings, sections and what they change
  bool note_heading(std::span<const TextLine> lines);
  bool note_heading(std::span<const TextLine> lines, const std::string& folded);
  bool note_section(std::span<const TextLine> lines, const std::string& folded);
  bool begins_part(const TextLine& line) const;
  bool take_appended(const TextLine& line);
  Draft& add(Entry entry, MappedBy way);
  bool is_repeated(const TextLine& line) const;
  bool is_repeated(const TextLine& line, const std::vector<TextLine>& before) const;

  const Layout& layout_;
  const Rules& rules_;
  const KnownTitles known_;
  FormText text_;
  Reading reading_;
  std::optional<std::vector<BoxHead>> box_heads_;  ///< of lines outside of tables, once asked for
  std::set<std::size_t> flowed_;                   ///< unusable tables whose cells went into flow_
  std::vector<TextLine> flow_;                     ///< lines outside of tables, not read yet
  std::vector<Draft> drafts_;
  std::set<std::string> heads_;  ///< folded texts of head rows seen
  std::optional<Scope> scope_;
  std::set<std::string> sections_;  ///< folded headings of the local areas seen
  bool appended_ = false;           ///< within an appendix
  bool general_ = false;            ///< below a heading such as "Inledning"
  bool instructing_ = false;        ///< within a page or paragraph of instructions
  bool beside_ = false;             ///< the row before went on with an area of an earlier page
  bool top_of_page_ = false;
  std::size_t below_tables_ = 0;  ///< drafts that tables gave; later ones stand under headings
};

}  // namespace lagesbild
