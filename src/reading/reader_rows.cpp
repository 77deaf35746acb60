// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "reading/cards.h"
#include "reading/change.h"
#include "reading/identity.h"
#include "reading/mapping.h"
#include "reading/reader.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr double likely = 0.8;              // an alignment less likely than this is asked about
constexpr std::size_t heading_bytes = 140;  // a longer spanning line is prose

std::string signature(const Row& row) {
  return joined_text_folded(row.number) + "|" + joined_text_folded(row.area) + "|" +
         joined_text_folded(row.comment) + "|" + joined_text_folded(row.change) + "|" +
         joined_text_folded(row.spanning);
}

bool ends_open(const std::vector<TextLine>& lines) {
  if (lines.empty()) return true;
  const std::string& text = lines.back().text;
  return !text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos;
}

/// How many lines from the first on stand one right below the other.
std::size_t close_lines(const std::vector<TextLine>& lines) {
  std::size_t count = 1;
  while (count < lines.size() && lines[count].line.page == lines[0].line.page &&
         lines[count].line.box.y0 - lines[count - 1].line.box.y1 < lines[count].size)
    ++count;
  return count;
}

void drop_front(std::vector<TextLine>& lines, std::size_t count) {
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
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
  if (appended_ && std::ranges::none_of(tables_[index].cells, [&](const auto& cell) {
        return std::ranges::any_of(cell,
                                   [this](const TextLine& line) { return begins_part(line); });
      })) {
    for (const auto& cell : tables_[index].cells) std::ranges::for_each(cell, appended);
    return;
  }
  appended_ = false;
  if (instructing_ && table.basis == Table::Basis::position && !is_form(tables_[index])) {
    // Running text whose blanks happen to stand in line.
    for (const std::vector<TextLine>& cell : tables_[index].cells)
      for (const TextLine& line : cell) mark(reading_.roles, line.line, Role::instruction);
    return;
  }
  const std::size_t column = column_id(table);
  instructing_ = false;
  bool heads = true;  // head rows stand at the top, before the first area
  if (tables_[index].cards) return read_cards(index);
  std::vector<Row> rows = rows_of(table, tables_[index].cells, tables_[index].roles);
  if (const auto right = tables_[index].overleaf)
    add_overleaf(rows, layout_.tables[*right], tables_[*right].cells, tables_[*right].roles);
  for (Row& row : std::span(rows).subspan(rows_of_letterhead(rows))) {
    take_letterhead(row);
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
    if (!row.group.empty()) read_spanning(row.group);
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
    doubt_unread(row.other, first);
    top_of_page_ = false;
  }
  top_of_page_ = false;
}

void Reader::read_cards(std::size_t index) {
  const Table& table = layout_.tables[index];
  const CellTexts& texts = tables_[index].cells;
  for (std::size_t c = 0; c < texts.size(); ++c)
    if (table.cells[c].first_column == 0 && head_role(rules_.form, texts[c]))
      for (const TextLine& line : texts[c]) mark(reading_.roles, line.line, Role::column_head);
  for (Row& row : rows_of_cards(table, texts, rules_.form)) {
    const bool named = !row.area.empty() || !row.number.empty();
    if (named && !row.has_comment() && note_heading(row.area)) continue;
    if (named || drafts_.empty() || drafts_.back().has_comment())
      read_row(row, column_id(table));
    else
      give(drafts_.back(), row);  // its area is the heading above
    top_of_page_ = false;
  }
}

bool Reader::is_repeated_head(const Row& row) const {
  return !heads_.empty() && heads_.contains(signature(row));
}

/// Boxes beside the title leave its lane: to what heads them, or else to the change.
void Reader::part_boxes(Row& row) {
  for (std::vector<TextLine>* lane : {&row.number, &row.area}) {
    for (TextLine& box : take_boxes(layout_.words, rules_.form, *lane)) {
      if (!box_heads_) box_heads_ = box_heads(layout_.words, lines_, rules_.form);
      if (const auto role = head_over(*box_heads_, box))
        row.boxes.emplace_back(*role, std::move(box));
      else
        row.change.push_back(std::move(box));
    }
  }
}

/// Takes what heads the columns of boxes: on top, of one line or more, or any line alone.
bool Reader::take_box_heads(Row& row) {
  constexpr std::size_t most_lines = 4;
  std::map<ColumnRole, std::vector<TextLine>> columns;
  for (const auto& [role, line] : row.boxes) columns[role].push_back(line);
  std::map<ColumnRole, std::size_t> on_top;
  for (const auto& [role, lines] : columns)
    for (std::size_t count = std::min(most_lines, lines.size()); count > 0 && !on_top[role];
         --count)
      if (head_role(rules_.form, std::span(lines).first(count))) on_top[role] = count;
  std::map<ColumnRole, std::size_t> seen;
  return std::erase_if(row.boxes, [&](const auto& box) {
           const auto& [column, line] = box;
           const bool head = seen[column]++ < on_top[column] || head_role(rules_.form, line.folded);
           if (head) mark(reading_.roles, line.line, Role::column_head);
           return head;
         }) > 0;
}

/// Takes titles, section headings and column heads off the row's lanes. True where nothing is left.
bool Reader::take_heads(Row& row) {
  const std::string before = signature(row);
  const std::size_t drafts = drafts_.size();
  bool took = take_overflowing_head(row);
  took |= take_lane_heads(row.group, row.bounded, ColumnRole::group);
  took |= take_lane_heads(row.number, row.bounded, ColumnRole::number);
  took |= take_lane_heads(row.area, row.bounded, ColumnRole::area);
  took |= take_lane_heads(row.comment, row.bounded, ColumnRole::comment);
  // Beside an area "Positiv / oförändrat / negativ" is a choice, not a head.
  if (!row.bounded || (row.area.empty() && row.number.empty()))
    took |= take_lane_heads(row.change, row.bounded, ColumnRole::change);
  took |= take_box_heads(row);
  const bool empty_label = row.area.empty() && row.number.empty() && row.group.empty();
  if (took && empty_label && !row.comment.empty() && row.bounded && drafts == drafts_.size()) {
    // Beside the title stands the district, or what else heads the comments.
    const auto district = district_in(rules_.districts, joined_text(row.comment));
    if (district) {
      for (const TextLine& line : row.comment) mark(reading_.roles, line.line, Role::district);
      row.comment.clear();
    }
  }
  const bool nothing_left = empty_label && !row.has_comment() && row.spanning.empty();
  if (took && nothing_left) heads_.insert(before);
  return took && nothing_left;
}

/// A heading that runs over from a narrow cell into the next one.
bool Reader::take_overflowing_head(Row& row) {
  if (row.number.size() != 1 || row.area.size() != 1 || numbered(row.number.front().text))
    return false;
  if (!note_heading(std::vector{row.number.front(), row.area.front()})) return false;
  row.number.clear();
  row.area.clear();
  return true;
}

/// Marks the lines and takes in what they say if they are a head of such a lane.
bool Reader::heads_lane(std::span<const TextLine> lines, ColumnRole lane) {
  const std::string text = joined_text_folded(lines);
  const bool labels = lane == ColumnRole::area || lane == ColumnRole::number;
  if (labels && note_heading(lines, text)) return true;
  const auto head = head_role(rules_.form, text);
  // Several changes below each other, as of several rows, make no head of all of them.
  const auto is_change = [this](const TextLine& line) {
    const auto alone = head_role(rules_.form, line.folded);
    return alone && is_box(*alone);
  };
  if (lines.size() > 1 && std::ranges::all_of(lines, is_change)) return false;
  // "Oförändrat" alone below "Kommentar" is a comment, whatever it heads elsewhere.
  if (!head || is_box(*head) || (!labels && *head == ColumnRole::area)) return false;
  for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::column_head);
  return true;
}

bool Reader::take_lane_heads(std::vector<TextLine>& lane, bool bounded, ColumnRole role) {
  constexpr std::size_t most = 4;  // lines of one head
  bool took = false;
  std::string head;
  while (!lane.empty()) {
    // The longest run first, for a heading may be wrapped; all of a cell that rulings bound.
    std::size_t taken = 0;
    const std::size_t close = bounded ? lane.size() : close_lines(lane);
    for (std::size_t count = std::min(close, most); count > 0 && taken == 0; --count) {
      if (bounded && count < lane.size() && role == ColumnRole::comment) break;
      if (heads_lane(std::span(lane).first(count), role)) taken = count;
    }
    if (taken == 0) break;
    took = true;
    head = lane.front().folded;
    drop_front(lane, taken);
  }
  // A column by position holds many rows: another section of the form may repeat the head.
  if (took && !bounded && head_role(rules_.form, head))
    std::erase_if(lane, [&](const TextLine& line) {
      if (line.folded == head) mark(reading_.roles, line.line, Role::column_head);
      return line.folded == head;
    });
  // Above the head of the comments in a column by position: the district's name.
  const bool district_above = !bounded && role == ColumnRole::comment && lane.size() > 1 &&
                              district_in(rules_.districts, lane[0].text) &&
                              head_role(rules_.form, lane[1].folded);
  if (!district_above) return took;
  mark(reading_.roles, lane.front().line, Role::district);
  drop_front(lane, 1);
  return take_lane_heads(lane, bounded, role);
}

/// A line that names a district and nothing else heads the report; no area is called so.
bool Reader::is_district(const Entry& entry) {
  return !entry.number && is_district(entry.lines, entry.title);
}

bool Reader::is_district(std::span<const TextLine> lines, std::string_view text) {
  const auto match = district_in(rules_.districts, text);
  if (!match || 2 * match->where.size() < text.size()) return false;
  for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::district);
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
  const ColumnRoles& roles = tables_[shapes_[twin->column]].roles;
  const bool commented = std::ranges::find(roles, ColumnRole::comment) != roles.end();
  if (commented) row.comment.clear();  // another column's text stays unplaced
  if (!twin->change.empty()) row.change.clear();
  if (!twin->boxes.empty()) row.boxes.clear();
  give(*twin, row);
  return true;
}

/// Several areas beside one run of comment lines.
void Reader::read_many(Row& row, std::vector<Entry> entries, std::size_t column) {
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
      if (entry.heading && (runs[a].begin == runs[a].end || is_instruction_heading(entry)) &&
          note_heading(entry.lines)) {
        mark_instructions(row.comment, runs[a]);
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
