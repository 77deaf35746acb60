// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "reading/boxes.h"
#include "reading/change.h"
#include "reading/identity.h"
#include "reading/letters.h"
#include "reading/reader.h"
#include "reading/title_change.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_repeated_words = 4;  // fewer may be said twice by chance

}  // namespace

void ask(std::vector<std::string>& review, std::string_view code) {
  if (std::ranges::find(review, code) == review.end()) review.emplace_back(code);
}

bool Reader::note_section(std::span<const TextLine> lines, const std::string& folded_text) {
  const Rule* rule = rules_.form.section.which(without_continuation(rules_.form, folded_text));
  if (!rule) return false;
  const auto number = numbered(lines.front().text);
  if (number && is_dotted(number->number)) return false;  // "2.1 Lokala" begins an area's title
  const std::string& is = rule->is;
  // "1. Lokalt" below the heading of the local areas is a group of them; repeated, it is the
  // heading.
  const bool first = is != "local" || sections_.insert(folded_text).second;
  if (number && first && is == "local" && scope_ == Scope::local) return false;
  instructing_ = is == "instruction";
  general_ = is == "other";
  // What a table of contents names is not there yet.
  constexpr std::size_t areas_before = 3;
  appended_ = is == "appendix" && drafts_.size() >= areas_before;
  if (is == "city") scope_ = Scope::city;
  if (is == "local") scope_ = Scope::local;
  for (const TextLine& line : lines)
    mark(reading_.roles, line.line, instructing_ ? Role::instruction : Role::section);
  return true;
}

/// Whether the line is the heading of the city-wide or the local areas.
bool Reader::begins_part(const TextLine& line) const {
  const Rule* rule = rules_.form.section.which(line.folded);
  return rule && (rule->is == "city" || rule->is == "local");
}

/// Within an appendix, takes everything up to the next part of the form.
bool Reader::take_appended(const TextLine& line) {
  if (!appended_ || begins_part(line)) return false;
  mark(reading_.roles, line.line, Role::appendix);
  return true;
}

/// A section's heading or the title.
bool Reader::note_heading(std::span<const TextLine> lines) {
  return note_heading(lines, joined_text_folded(lines));
}

bool Reader::note_heading(std::span<const TextLine> lines, const std::string& folded_text) {
  return note_section(lines, folded_text) || note_title(reading_, rules_.form, lines, folded_text);
}

Draft& Reader::add(Entry entry, MappedBy way) {
  general_ = false;
  std::vector<TextLine> change = take_change_of_title(layout_.words, rules_.change, entry);
  const auto named = text_.number_scopes.find(entry.lines.front().line.words.front());
  if (named != text_.number_scopes.end()) scope_ = named->second;
  drafts_.push_back({.entry = std::move(entry),
                     .section = scope_,
                     .change = std::move(change),
                     .mapped_by = way});
  if (std::ranges::any_of(drafts_.back().entry.lines, &TextLine::guessed))
    ask(drafts_.back().review, "uncertain_mapping");
  if (way == MappedBy::cell || way == MappedBy::position) below_tables_ = drafts_.size();
  return drafts_.back();
}

bool Reader::is_repeated(const TextLine& line) const {
  for (const Draft& draft : drafts_)
    if (is_repeated(line, draft.comment)) return true;
  return false;
}

bool Reader::is_repeated(const TextLine& line, const std::vector<TextLine>& before) const {
  if (line.line.words.size() < fewest_repeated_words) return false;
  std::string text;
  for (const TextLine& earlier : before) text += key(earlier.text);
  return text.find(key(line.text)) != std::string::npos;
}

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
void Reader::take_comment_head(std::vector<TextLine>& comment) {
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

AreaReading Reader::area_of(const Draft& draft, const Measure& measure) {
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

void Reader::finish_areas() {
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

/// Whether what was read is one district's report of the form, not something that quotes its areas.
bool Reader::is_report(std::size_t known) const {
  constexpr std::size_t with_title = 2, without_title = 5, own_areas = 5, compilation = 4;
  const auto city = std::ranges::count(reading_.areas, Scope::city, &AreaReading::scope);
  const auto states = [&](const AreaReading& area) {
    return !area.ticked.empty() || area.change_cell.has_value() ||
           change_of(rules_.change, area.comment).change.has_value();
  };
  if (reading_.areas.size() < 3 || districts_named_ >= compilation) return false;
  if (!reading_.title && std::ranges::none_of(reading_.areas, states)) return false;
  if (!reading_.district && text_.elsewhere.contains("other_city")) return false;
  if (!reading_.title && text_.elsewhere.contains("other_document")) return false;
  if (!reading_.district && 2 * known < static_cast<std::size_t>(city)) return false;
  const bool headed = reading_.title || scope_;
  return (headed && known >= with_title) || known >= without_title ||
         (reading_.title && scope_ && reading_.areas.size() >= own_areas);
}

void Reader::judge() {
  std::size_t known = 0;
  for (const AreaReading& area : reading_.areas) {
    const AreaMatch match = area_named(rules_.areas, area.title, area.scope, std::nullopt);
    known += match.area != nullptr;
  }
  if (is_report(known)) return;
  std::string what =
      "no status report of a form the rules know: " + std::to_string(reading_.areas.size()) +
      " areas found, " + std::to_string(known) + " of them known, " +
      (reading_.title ? "a title, " : "no title, ") + std::to_string(districts_named_) +
      " districts named; if it is one, add its wording to the rule files";
  if (layout_.words.empty()) what = "no text on its pages, and none recognised in their pictures";
  reading_.rejected =
      Problem{layout_.words.empty() ? "no_text" : "unknown_form", Severity::error, {}, what};
}

void Reader::tell(std::string code, Severity severity, std::string what, std::size_t page) {
  reading_.problems.push_back(
      {std::move(code), severity, {{}, layout_.pages[page].number, 0}, std::move(what)});
}

}  // namespace lagesbild
