// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Titles, section headings, column heads and districts in a table's rows.
#include <algorithm>
#include <cmath>
#include <map>

#include "reading/identity.h"
#include "reading/reader.h"

namespace lagesbild {
namespace {

std::string signature(const Row& row) {
  return joined_text_folded(row.number) + "|" + joined_text_folded(row.area) + "|" +
         joined_text_folded(row.comment) + "|" + joined_text_folded(row.change) + "|" +
         joined_text_folded(row.spanning);
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

bool Reader::is_repeated_head(const Row& row) const {
  return !heads_.empty() && heads_.contains(signature(row));
}

/// Boxes beside the title leave its lane: to what heads them, or else to the change.
void Reader::part_boxes(Row& row) {
  for (std::vector<TextLine>* lane : {&row.number, &row.area}) {
    for (TextLine& box : take_boxes(layout_.words, rules_.form, *lane)) {
      if (!box_heads_) box_heads_ = box_heads(layout_.words, text_.lines, rules_.form);
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
  if (!row.bounded) join_headings(row);
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

/// Headings over both columns that have a blank where the columns meet, as lines of a dump may.
void Reader::join_headings(Row& row) {
  for (TextLine& left : row.area) {
    const auto right = std::ranges::find_if(row.comment, [&](const TextLine& line) {
      return line.line.page == left.line.page &&
             std::abs(line.line.box.y1 - left.line.box.y1) < 0.5 * left.size;
    });
    if (right == row.comment.end()) continue;
    const Rule* section = rules_.form.section.which(left.folded + ' ' + right->folded);
    if (!section || numbered(left.text) || head_role(rules_.form, right->folded)) continue;
    Line whole = left.line;
    whole.words.insert(whole.words.end(), right->line.words.begin(), right->line.words.end());
    whole.box = united(whole.box, right->line.box);
    left = text_line(layout_.words, whole);
    row.comment.erase(right);
  }
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

}  // namespace lagesbild
