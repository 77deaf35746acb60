// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "reading/comments_first.h"
#include "reading/contents.h"
#include "reading/groups.h"
#include "reading/identity.h"
#include "reading/mapping.h"
#include "reading/merged_lines.h"
#include "reading/parted_titles.h"
#include "reading/reader.h"
#include "reading/run_in_headings.h"
#include "reading/signed_titles.h"
#include "reading/stray_markers.h"
#include "reading/title_change.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr double likely = 0.8;  // an alignment less likely than this is asked about

/// In a dump the comments stand in one run, whatever their column is called.
bool heads_comments(const Rules& rules, const TextLine& line) {
  const auto head = head_role(rules.form, line.folded);
  return head == ColumnRole::comment || head == ColumnRole::change;
}

/// Whether the line can only be the rest of the sentence above.
bool goes_on_with(const std::vector<TextLine>& comment, const TextLine& line) {
  if (comment.empty() || comment.back().text.empty() || !starts_low(line)) return false;
  return std::string_view(".:;!?").find(comment.back().text.back()) == std::string_view::npos;
}

/// A title that goes on below, where no line is one alone: "Lägesbild för Farsta, december",
/// "2023".
void join_wrapped_title(std::vector<TextLine>& lines, const std::vector<Word>& words,
                        const FormRules& form) {
  constexpr double below = 2;      // line heights
  constexpr std::size_t year = 4;  // digits
  const auto is_title = [&](const TextLine& line) { return form.title.which(line.folded); };
  if (std::ranges::any_of(lines, is_title)) return;
  for (std::size_t l = 0; l + 1 < lines.size(); ++l) {
    const TextLine &first = lines[l], &second = lines[l + 1];
    if (first.line.page != second.line.page ||
        second.line.box.y1 - first.line.box.y1 > below * std::max(first.size, second.size))
      continue;
    const auto period = period_in_title(form, joined_text(std::span(lines).subspan(l, 2)));
    if (!period || period->size() == year) continue;  // two lines that a year ends may be anything
    Line both{first.line.page, united(first.line.box, second.line.box), first.line.words};
    both.words.insert(both.words.end(), second.line.words.begin(), second.line.words.end());
    lines[l] = text_line(words, both);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(l) + 1);
    return;
  }
}

}  // namespace

void Reader::read_flow() {
  if (flow_.empty()) return;
  const std::size_t first_draft = drafts_.size();
  take_stray_markers(flow_, reading_.roles);
  lift_numbers(flow_);
  take_contents();
  if (!reading_.title) join_wrapped_title(flow_, layout_.words, rules_.form);
  const bool comments_first = comments_come_first(flow_, rules_, known_);
  if (comments_first) part_titles_at_ends(flow_, layout_.words, known_);
  gather_parted_titles(flow_, known_);
  part_run_in_headings(flow_, layout_.words, rules_, known_);
  if (!changes_stand_with_titles(flow_, rules_.change, known_)) {
    part_signed_titles(flow_, layout_.words, rules_, known_);
    part_merged_lines(flow_, layout_.words, rules_, known_);
  }
  std::vector<Heading> headings = headings_of(flow_, rules_, known_);
  const bool ordered = !comments_first || put_headings_first(flow_, headings, rules_);
  std::vector<bool> aside;
  for (const TextLine& line : flow_)
    aside.push_back(rules_.form.section.which(line.folded) ||
                    rules_.form.column.which(line.folded) || rules_.form.title.which(line.folded));
  if (listed_first(headings, aside))
    read_in_order(headings);
  else
    read_under_headings(headings);
  for (std::size_t d = first_draft; !ordered && d < drafts_.size(); ++d)
    ask(drafts_[d].review, "uncertain_mapping");  // a comment stands before the first area
  flow_.clear();
}

void Reader::take_contents() {
  const auto heads = [this](const TextLine& line) { return heads_contents(rules_.form, line); };
  if (std::ranges::none_of(flow_, heads)) return;
  HeadingCounts counts;
  for (const TextLine& line : text_.lines) count_heading(counts, line);
  for (const TableText& table : text_.tables)
    for (const std::vector<TextLine>& cell : table.cells)
      for (const TextLine& line : cell) count_heading(counts, line);
  lagesbild::take_contents(flow_, rules_.form, counts, reading_.roles);
}

/// Takes a line that is no area and no comment: title, section, column head, instruction. False
/// where it is neither.
bool Reader::read_aside(std::size_t at) {
  const TextLine& line = flow_[at];
  if (note_title(reading_, rules_.form, {&line, 1}, line.folded)) {
    instructing_ = false;
    return true;
  }
  if (note_section({&line, 1}, line.folded)) return true;
  const auto head = head_role(rules_.form, line.folded);
  const bool several = !head && heads_columns(rules_.form, line.folded);
  if (several || (head && !is_box(*head))) {
    mark(reading_.roles, line.line, Role::column_head);
    return true;
  }
  if (take_general(line)) return true;
  if (rules_.form.instruction.which(line.folded)) instructing_ = true;
  if (instructing_ && is_district({&line, 1}, line.text)) return true;
  if (instructing_) mark(reading_.roles, line.line, Role::instruction);
  return instructing_;
}

/// Takes what stands below a heading such as "Inledning", up to what may be an area nobody saw.
bool Reader::take_general(const TextLine& line) {
  general_ = general_ && !numbered(line.text) && !known_.find(line.text) &&
             !opens_with_label(rules_, line) && !is_district({&line, 1}, line.text);
  if (general_) mark(reading_.roles, line.line, Role::general);
  return general_;
}

/// The rest of a comment whose table ended with the page before: it keeps to the comments' column.
bool Reader::continues_table(const TextLine& line) const {
  if (!top_of_page_ || drafts_.empty() || below_tables_ != drafts_.size()) return false;
  const Draft& last = drafts_.back();
  const TextLine& lowest = last.comment.empty() ? last.entry.lines.back() : last.comment.back();
  const auto commented = std::find_if(drafts_.rbegin(), drafts_.rend(),
                                      [](const Draft& draft) { return !draft.comment.empty(); });
  if (commented == drafts_.rend() || lowest.line.page + 1 < line.line.page) return false;
  return std::abs(line.line.box.x0 - commented->comment.front().line.box.x0) < line.size;
}

void Reader::read_under_headings(const std::vector<Heading>& headings) {
  bool under_heading = false;
  for (std::size_t l = 0; l < flow_.size(); ++l) {
    const TextLine& line = flow_[l];
    if (take_appended(line)) continue;
    if (headings[l] == Heading::begins) {
      std::size_t end = l + 1;
      while (end < flow_.size() && headings[end] == Heading::continues) ++end;
      const auto from = flow_.begin() + static_cast<std::ptrdiff_t>(l),
                 to = flow_.begin() + static_cast<std::ptrdiff_t>(end);
      const auto number = numbered(line.text);
      const bool real =
          !instructing_ || known_.find(number ? std::string_view(number->rest) : line.text);
      const bool beside = number && number->rest.empty() && to - from > 1;
      std::vector<Entry> entries =
          beside ? entries_of({from + 1, to}, {line}, known_, CellHolds::one_entry)
                 : entries_of({from, to}, {}, known_, CellHolds::one_entry);
      if (real && entries.size() == 1 && is_district(entries.front())) {
        l = end - 1;
        continue;
      }
      if (real && entries.size() == 1) {
        instructing_ = false;
        add(std::move(entries.front()), MappedBy::heading).column = text_.shapes.size();
        under_heading = true;
        l = end - 1;
        continue;
      }
    }
    const bool mid_sentence = under_heading && goes_on_with(drafts_.back().comment, line);
    if (!mid_sentence && read_aside(l)) {
      // "Kommentar" below a heading is about its area.
      under_heading = under_heading && reading_.roles[line.line.words.front()] == Role::column_head;
    } else if (under_heading || continues_table(line)) {
      drafts_.back().comment.push_back(line);
    } else if (is_repeated(line)) {
      mark(reading_.roles, line.line, Role::repeated);
    }
  }
}

void Reader::read_in_order(const std::vector<Heading>& headings) {
  std::vector<TextLine> comments;
  std::size_t first = drafts_.size();
  const auto map = [&] {
    map_in_order(first, std::move(comments));
    comments.clear();
    first = drafts_.size();
  };
  for (std::size_t l = 0; l < flow_.size(); ++l) {
    if (take_appended(flow_[l])) continue;
    if (headings[l] == Heading::begins) {
      if (!comments.empty()) map();
      std::size_t end = l + 1;
      while (end < flow_.size() && headings[end] == Heading::continues) ++end;
      for (Entry& entry : entries_of({flow_.begin() + static_cast<std::ptrdiff_t>(l),
                                      flow_.begin() + static_cast<std::ptrdiff_t>(end)},
                                     {}, known_, CellHolds::one_entry))
        add(std::move(entry), MappedBy::order).column = text_.shapes.size();
      l = end - 1;
      continue;
    }
    const bool head = heads_comments(rules_, flow_[l]);
    if (head) comments.clear();  // what stands between the list and this head is no comment
    if (read_aside(l) || drafts_.size() == first) continue;
    if (comments.empty() && is_listed(l, headings)) {
      add(entries_of({flow_[l]}, {}, known_, CellHolds::one_entry).front(), MappedBy::order)
          .column = text_.shapes.size();
      continue;
    }
    comments.push_back(flow_[l]);
  }
  if (!comments.empty()) map();
}

/// Whether a line without a number goes on with the list of local areas: the head of the comments
/// comes later, and a section's heading or another such area stands above it.
bool Reader::is_listed(std::size_t at, const std::vector<Heading>& headings) const {
  constexpr std::size_t longest = 90;  // bytes
  const TextLine& line = flow_[at];
  if (line.text.size() > longest || line.text.ends_with('.') ||
      district_in(rules_.districts, line.text))
    return false;
  const bool after_section = at > 0 && rules_.form.section.which(flow_[at - 1].folded) != nullptr;
  const bool after_listed = !drafts_.empty() && !drafts_.back().entry.number &&
                            drafts_.back().mapped_by == MappedBy::order && scope_ == Scope::local;
  if (!after_section && !after_listed) return false;
  for (std::size_t l = at + 1; l < flow_.size() && headings[l] != Heading::begins; ++l)
    if (heads_comments(rules_, flow_[l])) return true;
  return false;
}

void Reader::map_in_order(std::size_t first, std::vector<TextLine> lines) {
  set_scopes(drafts_, known_);
  set_groups(drafts_, known_);
  std::vector<std::size_t> taking;
  for (std::size_t d = first; d < drafts_.size(); ++d)
    if (!drafts_[d].group) taking.push_back(d);
  while (lines.size() > 1 && is_repeated(lines.back(), {lines.begin(), lines.end() - 1})) {
    mark(reading_.roles, lines.back().line, Role::repeated);
    lines.pop_back();
  }
  std::vector<Entry> areas;
  areas.reserve(taking.size());
  for (const std::size_t d : taking) areas.push_back(drafts_[d].entry);
  const std::vector<Run> runs = mapped_by_order(layout_.words, rules_, areas, lines);
  for (std::size_t a = 0; a < runs.size(); ++a) {
    Draft& draft = drafts_[taking[a]];
    draft.comment.assign(lines.begin() + static_cast<std::ptrdiff_t>(runs[a].begin),
                         lines.begin() + static_cast<std::ptrdiff_t>(runs[a].end));
    draft.confidence = runs[a].likelihood;
    if (runs[a].likelihood < likely) ask(draft.review, "uncertain_mapping");
    const bool anchored =
        !draft.comment.empty() && (opens_with_label(rules_, draft.comment.front()) ||
                                   opens_with_reference(rules_, draft.comment.front()));
    if (!anchored) ask(draft.review, "order_only");
  }
}

}  // namespace lagesbild
