// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "reading/identity.h"
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

}  // namespace lagesbild
