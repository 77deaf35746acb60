// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/change_fields.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "reading/change.h"
#include "reading/columns.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest = 3;
constexpr double most_comments = 0.6;
constexpr std::size_t longest_head = 6;   // words
constexpr std::size_t longest_value = 4;  // words; prose that opens with the change runs longer

bool is_habit(std::size_t found, std::size_t comments) {
  return found >= fewest &&
         static_cast<double>(found) >= most_comments * static_cast<double>(comments);
}

/// A line of a comment that is a head, a colon and what was filled in.
struct ChangeField {
  std::size_t line = 0;
  std::size_t head_words = 0;
  bool stated = false;  ///< the value is a change and no more
};

std::optional<ChangeField> field_of(const std::vector<Word>& words, const Rules& rules,
                                    const std::vector<TextLine>& comment, std::size_t at) {
  const Line& line = comment[at].line;
  const std::size_t count = line.words.size();
  const auto split_at = [&](std::size_t end) -> std::optional<ChangeField> {
    const TextLine head = part_of(words, line, 0, end);
    if (head_role(rules.form, head.folded) != ColumnRole::change) return std::nullopt;
    const std::string value = part_of(words, line, end, count).text;
    const bool stated =
        count - end <= longest_value && change_of_cell(rules.change, value).change.has_value();
    return ChangeField{at, end, stated};
  };
  for (std::size_t end = 1; end < count && end <= longest_head; ++end)
    if (words[line.words[end - 1]].text.ends_with(':')) return split_at(end);
  // A cell's head, beside what stood in the next one.
  return count > 1 && count <= 1 + longest_value ? split_at(1) : std::nullopt;
}

/// The field on the comment's first line, or else on its last one.
std::optional<ChangeField> field_in(const std::vector<Word>& words, const Rules& rules,
                                    const std::vector<TextLine>& comment) {
  if (comment.empty()) return std::nullopt;
  const auto first = field_of(words, rules, comment, 0);
  const auto last = field_of(words, rules, comment, comment.size() - 1);
  return last && (!first || (last->stated && !first->stated)) ? last : first;
}

/// Takes the changes that stand at the end of headings' lines, with the comments below, where most
/// have one.
void take_changes_beside_titles(std::vector<Draft>& drafts, const ChangeRules& rules) {
  constexpr double same_line = 0.5;  // em
  const auto stands_beside = [&](const Draft& draft) {
    if (draft.mapped_by != MappedBy::heading || !draft.change.empty() || draft.comment.size() < 2)
      return false;
    const TextLine &title = draft.entry.lines.back(), &first = draft.comment.front();
    return title.line.page == first.line.page &&
           std::abs(title.line.box.y1 - first.line.box.y1) < same_line * title.size &&
           first.line.words.size() <= longest_value && !first.text.ends_with('.') &&
           change_of_cell(rules, first.text).change.has_value();
  };
  std::vector<Draft*> beside;
  std::size_t comments = 0;
  for (Draft& draft : drafts) {
    comments += !draft.comment.empty();
    if (stands_beside(draft)) beside.push_back(&draft);
  }
  if (!is_habit(beside.size(), comments)) return;
  for (Draft* draft : beside) {
    draft->change.push_back(std::move(draft->comment.front()));
    draft->comment.erase(draft->comment.begin());
  }
}

/// Takes the head of the comments off their first lines, "Kommentar En förbättring", where most
/// have it.
void take_comment_heads(std::vector<Draft>& drafts, const std::vector<Word>& words,
                        const Rules& rules, std::vector<Role>& roles) {
  std::vector<Draft*> headed;
  std::size_t comments = 0;
  for (Draft& draft : drafts) {
    if (draft.comment.empty()) continue;
    ++comments;
    const Line& first = draft.comment.front().line;
    if (first.words.size() > 1 &&
        head_role(rules.form, part_of(words, first, 0, 1).folded) == ColumnRole::comment)
      headed.push_back(&draft);
  }
  if (!is_habit(headed.size(), comments)) return;
  for (Draft* draft : headed) {
    const Line first = draft->comment.front().line;
    mark(roles, part_of(words, first, 0, 1).line, Role::column_head);
    draft->comment.front() = part_of(words, first, 1, first.words.size());
  }
}

}  // namespace

void take_change_fields(std::vector<Draft>& drafts, const std::vector<Word>& words,
                        const Rules& rules, std::vector<Role>& roles) {
  take_changes_beside_titles(drafts, rules.change);
  std::vector<std::optional<ChangeField>> fields;
  std::size_t comments = 0, stated = 0;
  for (const Draft& draft : drafts) {
    fields.push_back(draft.change.empty() ? field_in(words, rules, draft.comment) : std::nullopt);
    comments += !draft.comment.empty();
    stated += fields.back() && fields.back()->stated;
  }
  if (!is_habit(stated, comments)) return;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!fields[d] || !fields[d]->stated) continue;
    std::vector<TextLine>& comment = drafts[d].comment;
    const Line line = comment[fields[d]->line].line;
    mark(roles, part_of(words, line, 0, fields[d]->head_words).line, Role::column_head);
    drafts[d].change.push_back(part_of(words, line, fields[d]->head_words, line.words.size()));
    comment.erase(comment.begin() + static_cast<std::ptrdiff_t>(fields[d]->line));
  }
  take_comment_heads(drafts, words, rules, roles);
}

}  // namespace lagesbild
