// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts become areas: what stands beside each title, parted into change, boxes and comment.
#include <algorithm>
#include <map>

#include "reading/boxes.h"
#include "reading/finisher.h"
#include "reading/letters.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

/// The title without its bullet, and without the sign that parts it from its comment: "Parken –",
/// "Torget:", "Skolan.".
std::string bare_title(std::string_view title) {
  title = without_bullet(title);
  constexpr std::size_t longest_short_form = 4;  // bytes: "etc.", "m.m."
  const std::size_t last =
      title.find_last_of(" .", title.size() - std::min<std::size_t>(2, title.size()));
  if (title.ends_with('.') && title.size() - (last + 1) > longest_short_form &&
      (last == std::string_view::npos || title[last] == ' '))
    title.remove_suffix(1);
  for (const std::string_view sign : {":", " –", " -", " —", " |"})
    if (title.ends_with(sign)) title.remove_suffix(sign.size());
  while (title.ends_with(' ')) title.remove_suffix(1);
  return std::string(title);
}

}  // namespace

/// Takes the form's word before a comment from it: "Kommentar:".
void Finisher::take_comment_head(std::vector<TextLine>& comment) {
  constexpr std::size_t most_words = 3;
  if (comment.empty()) return;
  const Line line = comment.front().line;
  for (std::size_t end = 1; end <= std::min(most_words, line.words.size()); ++end) {
    const TextLine head = part_of(layout_.words, line, 0, end);
    if (!head.text.ends_with(':')) continue;
    if (head_role(rules_.form, head.folded) != ColumnRole::comment) return;
    mark(reading_.roles, head.line, Role::column_head);
    if (end == line.words.size())
      comment.erase(comment.begin());
    else
      comment.front() = part_of(layout_.words, line, end, line.words.size());
    return;
  }
}

AreaReading Finisher::area_of(const Draft& draft, const Measure& measure) {
  AreaReading area{.scope = *draft.section,
                   .number = draft.entry.number,
                   .title = bare_title(draft.entry.title),
                   .group = draft.group_title};
  area.mapped_by = draft.mapped_by;
  area.confidence = draft.confidence * sureness_of_letters(layout_.words, draft);
  area.review = draft.review;
  if (letters_are_unsure(layout_.words, draft)) ask(area.review, "unsure_letters");
  const bool may_head = !draft.entry.number && !draft.has_comment() && area.scope == Scope::local;
  if (may_head) ask(area.review, "group_or_area");
  for (const TextLine& line : draft.entry.lines) area.title_lines.push_back(line.line);
  std::vector<TextLine> comment = draft.comment;
  const auto tick = [&](const TextLine& line, const BoxLine& boxes) {
    area.has_boxes = true;
    area.ticked.insert(area.ticked.end(), boxes.ticked.begin(), boxes.ticked.end());
    mark(reading_.roles, line.line, Role::change);
  };
  while (const std::size_t count = lines_of_boxes(rules_, comment)) {
    const std::span<const TextLine> lines = std::span(comment).first(count);
    tick(lines.front(), *box_line(rules_, joined_text(lines)));
    for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::change);
    comment.erase(comment.begin(), comment.begin() + static_cast<std::ptrdiff_t>(count));
  }
  for (std::size_t count = std::min<std::size_t>(5, comment.size()); count > 0; --count) {
    const std::span<const TextLine> lines = std::span(comment).last(count);
    if (lines_of_boxes(rules_, lines) != count) continue;
    tick(lines.front(), *box_line(rules_, joined_text(lines)));
    for (const TextLine& line : lines) mark(reading_.roles, line.line, Role::change);
    comment.resize(comment.size() - count);
    break;
  }
  take_comment_head(comment);
  if (!draft.change.empty()) {
    const std::string text = joined_text(draft.change);
    if (const auto boxes = box_line(rules_, text)) {
      for (const TextLine& line : draft.change) tick(line, {});
      area.ticked = boxes->ticked;
    } else if (const auto choice = choice_in(rules_, text)) {
      area.has_boxes = choice->boxes > 0;
      area.ticked = choice->ticked;
      if (area.ticked.empty()) area.change_cell = std::string();  // chosen in a way not seen
    } else {
      area.change_cell = text;
      area.by_legend = meaning(text_.legend, text);
    }
  }
  for (const auto& [role, line] : draft.boxes) {
    tick(line, {});
    if (!is_ticked(rules_.form, line.text)) continue;
    area.ticked.push_back(role == ColumnRole::positive   ? Change::positive
                          : role == ColumnRole::negative ? Change::negative
                                                         : Change::unchanged);
  }
  for (const TextLine& line : draft.change) mark(reading_.roles, line.line, Role::change);
  for (const TextLine& line : comment) {
    mark(reading_.roles, line.line, Role::comment);
    area.comment_lines.push_back(line.line);
  }
  if (!comment.empty() && comment.front().line.words.size() == 1 &&
      is_ticked(rules_.form, comment.front().text))
    ask(area.review, "change_cell_unread");  // of a choice whose options are lost
  area.comment = comment_text(layout_.words, comment, measure, text_.seen);
  return area;
}

void Finisher::finish_areas() {
  std::map<std::size_t, std::vector<TextLine>> columns;
  for (const Draft& draft : drafts_) {
    auto& lines = columns[draft.column];
    lines.insert(lines.end(), draft.comment.begin(), draft.comment.end());
  }
  std::map<std::size_t, Measure> measures;
  for (const auto& [column, lines] : columns)
    measures[column] = layout_.measured ? measure_of(lines) : dump_measure_of(lines);
  for (const Draft& draft : drafts_) {
    for (const TextLine& line : draft.entry.lines)
      mark(reading_.roles, line.line, draft.group ? Role::group : Role::area);
    if (draft.group && !draft.has_comment()) continue;
    reading_.areas.push_back(area_of(draft, measures[draft.column]));
  }
}

}  // namespace lagesbild
