// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the form asks in every row, beside its title or above its comment: "Beskriv läget i området
// och vad som har ändrats:". It is the form's text, and no one's title or comment.
#include <algorithm>
#include <map>
#include <string>

#include "reading/boxes.h"
#include "reading/change.h"
#include "reading/mapping.h"
#include "reading/reader.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr double most_rows = 0.6;         // share of the rows with a title the rules know
constexpr std::ptrdiff_t few_blanks = 2;  // a prompt has three words or more

/// Where a line stands that others are the same as.
struct Seen {
  std::size_t times = 0;
  std::size_t alone = 0;  ///< with nothing else in its cell, or right above the next heading
};

bool asks(std::string_view text) { return text.ends_with(':') || text.ends_with('?'); }

bool holds_box(const FormRules& form, const std::vector<Word>& words, const TextLine& line) {
  return std::ranges::any_of(line.line.words,
                             [&](std::size_t i) { return is_drawn_box(form, words[i].text); });
}

}  // namespace

/// Takes lines that stand in most rows, and not as all of a comment, out of the tables and the
/// text.
void Reader::take_prompts() {
  std::map<std::string, Seen> seen;
  std::size_t titles = 0;
  const auto is_entry = [&](const TextLine& line) {
    const auto number = numbered(line.text);
    return number || known_.find(line.text);
  };
  const auto look = [&](const TextLine& line, bool alone) {
    const auto number = numbered(line.text);
    titles += known_.find(number ? number->rest : line.text) != nullptr;
    if (std::ranges::count(line.folded, ' ') < few_blanks || is_entry(line)) return;
    Seen& here = seen[line.folded];
    ++here.times;
    here.alone += alone;
  };
  const auto is_drawn = [&](std::size_t t) {
    return layout_.tables[t].basis != Table::Basis::position;
  };
  for (std::size_t t = 0; t < tables_.size(); ++t)
    for (const auto& cell : tables_[t].cells)
      for (const TextLine& line : cell) look(line, !is_drawn(t) || cell.size() == 1);
  for (std::size_t l = 0; l < lines_.size(); ++l)
    look(lines_[l], l + 1 == lines_.size() || is_entry(lines_[l + 1]));

  const double rows =
      std::max(static_cast<double>(fewest_rows), most_rows * static_cast<double>(titles));
  const auto is_prompt = [&](const TextLine& line) {
    const auto found = seen.find(line.folded);
    return found != seen.end() && static_cast<double>(found->second.times) >= rows &&
           (found->second.alone * 2 <= found->second.times ||
            rules_.form.instruction.which(line.folded)) &&
           !holds_box(rules_.form, layout_.words, line) && !heads_form(line) &&
           !opens_with_reference(rules_, line) &&
           (asks(line.text) || !change_of(rules_.change, line.text).change);
  };
  const auto take = [&](const TextLine& line) {
    const bool prompt = is_prompt(line);
    if (prompt) mark(reading_.roles, line.line, Role::instruction);
    return prompt;
  };
  if (std::ranges::none_of(
          seen, [&](const auto& entry) { return static_cast<double>(entry.second.times) >= rows; }))
    return;
  for (std::size_t t = 0; t < tables_.size(); ++t)
    for (auto& cell : tables_[t].cells) std::erase_if(cell, take);
  std::ranges::for_each(lines_, take);
}

}  // namespace lagesbild
