// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "reading/cards.h"
#include "reading/change.h"
#include "reading/doubts.h"
#include "reading/mapping.h"
#include "reading/reader.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr double likely = 0.8;              // an alignment less likely than this is asked about
constexpr std::size_t heading_bytes = 140;  // a longer spanning line is prose

bool ends_open(const std::vector<TextLine>& lines) {
  if (lines.empty()) return true;
  const std::string& text = lines.back().text;
  return !text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos;
}

}  // namespace

/// Whether some line of the table is a heading of the form, a column's head or a known area.
bool Reader::is_form(const TableText& table) const {
  return std::ranges::any_of(table.cells, [this](const std::vector<TextLine>& cell) {
    return std::ranges::any_of(cell, [this](const TextLine& line) {
      const auto number = numbered(line.text);
      return known_.heads(line.text) || head_role(rules_.form, line.folded) ||
             known_.find(number ? number->rest : line.text);
    });
  });
}

void Reader::read_table(std::size_t index) {
  const Table& table = layout_.tables[index];
  const auto appended = [this](const TextLine& line) { return take_appended(line); };
  if (appended_ && std::ranges::none_of(text_.tables[index].cells, [&](const auto& cell) {
        return std::ranges::any_of(cell,
                                   [this](const TextLine& line) { return begins_part(line); });
      })) {
    for (const auto& cell : text_.tables[index].cells) std::ranges::for_each(cell, appended);
    return;
  }
  appended_ = false;
  if (instructing_ && table.basis == Table::Basis::position && !is_form(text_.tables[index])) {
    // Running text whose blanks happen to stand in line.
    for (const std::vector<TextLine>& cell : text_.tables[index].cells)
      for (const TextLine& line : cell) mark(reading_.roles, line.line, Role::instruction);
    return;
  }
  const std::size_t column = column_id(text_, layout_, table);
  instructing_ = false;
  bool heads = true;  // head rows stand at the top, before the first area
  if (text_.tables[index].cards) return read_cards(index);
  const ColumnRoles& roles = text_.tables[index].roles;
  const bool states_change = std::ranges::any_of(
      roles, [](ColumnRole role) { return role == ColumnRole::change || is_box(role); });
  std::vector<Row> rows = rows_of(table, text_.tables[index].cells, roles);
  if (const auto right = text_.tables[index].overleaf)
    add_overleaf(rows, layout_.tables[*right], text_.tables[*right].cells,
                 text_.tables[*right].roles);
  for (Row& row : std::span(rows).subspan(rows_of_letterhead(rows))) {
    take_letterhead(row);
    const Role beside = head_role(rules_.form, row.aside) ? Role::column_head : Role::aside;
    for (const TextLine& line : row.aside) mark(reading_.roles, line.line, beside);
    const bool repeated = heads && is_repeated_head(row);
    if (take_heads(row)) continue;
    if (repeated) {
      for (const auto* lane : {&row.group, &row.number, &row.area, &row.comment, &row.change,
                               &row.spanning, &row.other, &row.aside})
        for (const TextLine& line : *lane) mark(reading_.roles, line.line, Role::column_head);
      for (const auto& [role, line] : row.boxes) mark(reading_.roles, line.line, Role::column_head);
      continue;
    }
    part_boxes(row);
    if (!row.group.empty() && !note_level(row.group)) read_spanning(row.group);
    if (!row.spanning.empty() && row.area.empty()) {  // "1." beside a title that spans the rest
      row.spanning.insert(row.spanning.begin(), row.number.begin(), row.number.end());
      row.number.clear();
    }
    if (!row.spanning.empty()) read_spanning(row.spanning);
    if (row.area.empty() && row.number.empty() && !row.has_comment()) continue;
    row.first_on_page = heads;
    heads = false;
    const std::size_t first = drafts_.size();
    read_row(row, column);
    if (!states_change) doubt_unread(drafts_, row.other, first);
    top_of_page_ = false;
  }
  top_of_page_ = false;
}

void Reader::read_cards(std::size_t index) {
  const Table& table = layout_.tables[index];
  const CellTexts& texts = text_.tables[index].cells;
  for (std::size_t c = 0; c < texts.size(); ++c)
    if (table.cells[c].first_column == 0 && head_role(rules_.form, texts[c]))
      for (const TextLine& line : texts[c]) mark(reading_.roles, line.line, Role::column_head);
  for (Row& row : rows_of_cards(table, texts, rules_.form)) {
    const bool named = !row.area.empty() || !row.number.empty();
    if (named && !row.has_comment() && note_heading(row.area)) continue;
    if (named || drafts_.empty() || drafts_.back().has_comment())
      read_row(row, column_id(text_, layout_, table));
    else
      give(drafts_.back(), row);  // its area is the heading above
    top_of_page_ = false;
  }
}

/// A cell beside the areas that says whose they are.
bool Reader::note_level(const std::vector<TextLine>& lines) {
  const Rule* level = level_rule(rules_.form, lines);
  if (!level) return false;
  scope_ = level->is == "city" ? Scope::city : Scope::local;
  for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::section);
  return true;
}

void Reader::read_spanning(const std::vector<TextLine>& lines) {
  const std::string whole = joined_text_folded(lines);
  if (note_heading(lines, whole)) return;
  if (rules_.form.instruction.which(whole)) {
    for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::instruction);
    return;
  }
  if (lines.size() > 1 && note_heading(std::span(lines).first(1)))
    return read_spanning({lines.begin() + 1, lines.end()});
  const bool heading = whole.size() < heading_bytes && !whole.ends_with('.');
  std::vector<Entry> entries = entries_of(lines, {}, known_, CellHolds::one_entry);
  for (Entry& entry : entries) {
    if (entry.heading && note_heading(entry.lines)) continue;
    if (!heading && !entry.number) continue;  // stays unplaced
    if (!entry.number && !known_.find(entry.title) && drafts_.empty() && !scope_)
      continue;  // something above the table
    if (is_district(entry)) continue;
    instructing_ = instructing_ && !is_area(entry);
    if (instructing_) {
      for (const TextLine& line : entry.lines) mark(reading_.roles, line.line, Role::instruction);
      continue;
    }
    Draft& draft = add(std::move(entry), MappedBy::cell);
    draft.spans = true;
  }
}

void Reader::give(Draft& draft, Row& row) {
  const auto take = [](std::vector<TextLine>& to, std::vector<TextLine>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
  };
  take(draft.comment, row.comment);
  take(draft.change, row.change);
  draft.boxes.insert(draft.boxes.end(), row.boxes.begin(), row.boxes.end());
  row.boxes.clear();
}

bool Reader::goes_on_with_title(const Row& row, const Entry& entry) const {
  if (drafts_.empty() || !top_of_page_ || !row.first_on_page) return false;
  const Draft& last = drafts_.back();
  if (entry.number)
    return last.entry.number == entry.number && key(entry.title).starts_with(key(last.entry.title));
  const std::string both = with(last.entry.title, entry.title);
  if (known_.find(both) && !known_.find(last.entry.title)) return true;
  if (key(entry.title).starts_with(key(last.entry.title)) &&
      entry.title.size() < last.entry.title.size() + 12)
    return true;
  // Where areas are numbered, one without a number at a page's top is the rest of the one before.
  return last.entry.number && !entry.heading && !known_.find(entry.title);
}

void Reader::read_row(Row& row, std::size_t column) {
  std::vector<Entry> entries;
  if (!row.area.empty() || !row.number.empty())
    entries = entries_of(row.area, row.number, known_,
                         row.bounded ? CellHolds::one_entry : CellHolds::many_entries);
  for (Entry& entry : entries)
    entry.title = std::string(without_continuation(rules_.form, entry.title));
  while (row.bounded && !entries.empty() && entries.front().heading &&
         note_heading(entries.front().lines))
    entries.erase(entries.begin());
  if (entries.empty()) return go_on(row, top_of_page_ && row.first_on_page);
  if (take_instructions(row, entries)) return;
  if (goes_on_with_title(row, entries.front())) {
    Draft& last = drafts_.back();
    const bool says_it_again =
        !last.entry.title.empty() && key(entries.front().title).starts_with(key(last.entry.title));
    const bool sure = says_it_again || last.entry.title.empty() ||
                      !begins_title(entries.front().title) ||
                      known_.find(with(last.entry.title, entries.front().title));
    if (!sure) ask(last.review, "continued_row");
    for (TextLine& line : entries.front().lines) mark(reading_.roles, line.line, Role::area);
    if (!says_it_again) {
      last.entry.title = with(last.entry.title, entries.front().title);
      last.entry.lines.insert(last.entry.lines.end(), entries.front().lines.begin(),
                              entries.front().lines.end());
    }
    if (entries.size() == 1) return give(last, row);
    entries.erase(entries.begin());
  }
  if (entries.size() == 1 && !row.has_comment() && is_district(entries.front())) return;
  if (entries.size() == 1 && goes_on_beside(row, entries.front(), column)) return;
  const bool carried = !row.bounded && top_of_page_ && row.first_on_page && !drafts_.empty();
  if (entries.size() > 1 || carried) return read_many(row, std::move(entries), column);
  Draft& draft = add(std::move(entries.front()), row.bounded ? MappedBy::cell : MappedBy::position);
  draft.column = column;
  give(draft, row);
}

/// Below the heading of the instructions everything is one of them, up to the next area. True where
/// the row was.
bool Reader::take_instructions(const Row& row, const std::vector<Entry>& entries) {
  instructing_ = instructing_ && !is_area(entries.front());
  if (!instructing_ || std::ranges::any_of(entries, [this](const Entry& e) { return is_area(e); }))
    return false;
  for (const auto* lane : {&row.number, &row.area, &row.comment, &row.change})
    for (const TextLine& line : *lane) mark(reading_.roles, line.line, Role::instruction);
  return true;
}

bool Reader::is_area(const Entry& entry) const { return entry.number || known_.find(entry.title); }

bool Reader::is_instruction_heading(const Entry& entry) const {
  const Rule* rule = rules_.form.section.which(joined_text_folded(entry.lines));
  return rule && rule->is == "instruction";
}

void Reader::mark_instructions(const std::vector<TextLine>& lines, const Run& run) {
  for (std::size_t l = run.begin; instructing_ && l < run.end; ++l)
    mark(reading_.roles, lines[l].line, Role::instruction);
}

/// A sheet wider than the page goes on with its other columns on a page of its own, areas repeated:
/// what they add belongs to the area named before. True where the row was such a one.
bool Reader::goes_on_beside(Row& row, const Entry& entry, std::size_t column) {
  const auto twin = std::ranges::find_if(drafts_, [&](const Draft& draft) {
    return draft.column != column && draft.mapped_by == MappedBy::cell &&
           draft.entry.number == entry.number && key(draft.entry.title) == key(entry.title) &&
           draft.entry.page() < row.page && (!draft.section || draft.section == scope_);
  });
  beside_ = twin != drafts_.end();
  if (!beside_) return false;
  for (const TextLine& line : entry.lines) mark(reading_.roles, line.line, Role::repeated);
  const bool change = change_of_cell(rules_.change, joined_text(row.comment)).change.has_value();
  if (change && row.change.empty()) row.change.swap(row.comment);
  const ColumnRoles& roles = text_.tables[text_.shapes[twin->column]].roles;
  const bool commented = std::ranges::find(roles, ColumnRole::comment) != roles.end();
  if (commented) row.comment.clear();  // another column's text stays unplaced
  if (!twin->change.empty()) row.change.clear();
  if (!twin->boxes.empty()) row.boxes.clear();
  give(*twin, row);
  return true;
}

/// Several areas beside one run of comment lines. Headings of the form may stand among those, where
/// the comments' column is the first.
void Reader::read_many(Row& row, std::vector<Entry> entries, std::size_t column) {
  std::vector<TextLine> parts;
  std::erase_if(row.comment, [&](const TextLine& line) {
    const bool part = begins_part(line);
    if (part) parts.push_back(line);
    return part;
  });
  const bool carried = top_of_page_ && row.first_on_page && !drafts_.empty();
  std::vector<Box> areas;
  if (carried) areas.push_back(drafts_.back().entry.box());
  for (const Entry& entry : entries) areas.push_back(entry.box());
  const std::vector<Run> runs =
      mapped_by_position(layout_.words, rules_, areas, row.comment, carried);
  const std::size_t first = carried ? drafts_.size() - 1 : drafts_.size();
  for (std::size_t a = 0; a < runs.size(); ++a) {
    if (!carried || a > 0) {
      Entry& entry = entries[a - carried];
      while (!parts.empty() && parts.front().line.box.y0 <= entry.box().y0) {
        note_heading(std::span(parts).first(1));
        parts.erase(parts.begin());
      }
      const auto beside =
          std::span(row.comment).subspan(runs[a].begin, runs[a].end - runs[a].begin);
      const bool heads = !beside.empty() && head_role(rules_.form, joined_text_folded(beside));
      if (entry.heading && (beside.empty() || heads || is_instruction_heading(entry)) &&
          note_heading(entry.lines)) {
        mark_instructions(row.comment, runs[a]);
        for (std::size_t l = 0; heads && l < beside.size(); ++l)
          mark(reading_.roles, beside[l].line, Role::column_head);
        continue;
      }
      instructing_ = instructing_ && !is_area(entry);
      if (instructing_) {
        for (const TextLine& line : entry.lines) mark(reading_.roles, line.line, Role::instruction);
        mark_instructions(row.comment, runs[a]);
        continue;
      }
      add(std::move(entry), MappedBy::position).column = column;
    }
    if (drafts_.empty()) continue;
    Draft& draft = drafts_.back();
    for (std::size_t l = runs[a].begin; l < runs[a].end; ++l)
      draft.comment.push_back(row.comment[l]);
    draft.confidence *= runs[a].likelihood;
    if (runs[a].likelihood < likely) ask(draft.review, "uncertain_mapping");
  }
  if (drafts_.size() == first) return;  // headings alone
  // A change or a box belongs to the area that begins nearest to it.
  const auto nearest = [&](const TextLine& line) -> Draft& {
    std::size_t best = first;
    for (std::size_t d = carried ? first + 1 : first; d < drafts_.size(); ++d)
      if (std::abs(drafts_[d].entry.box().middle_y() - line.line.box.middle_y()) <
              std::abs(drafts_[best].entry.box().middle_y() - line.line.box.middle_y()) ||
          (carried && best == first))
        best = d;
    return drafts_[best];
  };
  for (const TextLine& line : row.change) nearest(line).change.push_back(line);
  for (const auto& [role, line] : row.boxes) nearest(line).boxes.emplace_back(role, line);
}

/// A row without an area: the rest of the row before the page break, or a stray.
void Reader::go_on(Row& row, bool top_of_page) {
  if (!row.comment.empty() &&
      std::ranges::all_of(row.comment, [&](const TextLine& line) { return is_repeated(line); })) {
    for (const TextLine& line : row.comment) mark(reading_.roles, line.line, Role::repeated);
    return;
  }
  if (drafts_.empty() || beside_) return;  // stays unplaced
  Draft& last = drafts_.back();
  if (!top_of_page || (last.entry.title.empty() && !last.entry.number))
    ask(last.review, "continued_row");
  if (top_of_page && !last.has_comment() && !ends_open(last.comment))
    ask(last.review, "continued_row");
  give(last, row);
}

}  // namespace lagesbild
