// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the form asks in every row, beside its title or above its comment: "Beskriv läget i området
// och vad som har ändrats:". It is the form's text, and no one's title or comment.
#include <algorithm>
#include <map>
#include <string>

#include "reading/change.h"
#include "reading/form_text_maker.h"
#include "reading/mapping.h"

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

/// What a line must have in common with others to be the same: its words, and of a line in the
/// middle of a sentence the line before as well. Goes through lines in their order.
class Key {
 public:
  std::string of(const TextLine& line) {
    std::string key = starts_low(line) ? before_ + '\n' + line.folded : line.folded;
    before_ = line.folded;
    return key;
  }

 private:
  std::string before_;
};

}  // namespace

/// Takes lines that stand in most rows, and not as all of a comment, out of the tables and the
/// text.
void FormTextMaker::take_prompts() {
  std::map<std::string, Seen, std::less<>> seen;
  std::size_t most = 0;
  const auto count = [&](const std::vector<TextLine>& lines) {
    Key key;
    for (const TextLine& line : lines) {
      std::string words = key.of(line);
      if (std::ranges::count(line.folded, ' ') < few_blanks) continue;
      most = std::max(most, ++seen[std::move(words)].times);
    }
  };
  for (const TableText& table : text_.tables) std::ranges::for_each(table.cells, count);
  count(text_.lines);
  if (most < fewest_rows) return;

  std::size_t titles = 0;
  const auto look = [&](const TextLine& line, Key& key, bool alone) {
    const auto number = numbered(line.text);
    titles += known_.find(number ? number->rest : line.text) != nullptr;
    if (const auto found = seen.find(key.of(line)); found != seen.end())
      found->second.alone += alone;
  };
  for (std::size_t t = 0; t < text_.tables.size(); ++t)
    for (const auto& cell : text_.tables[t].cells) {
      Key key;
      for (const TextLine& line : cell)
        look(line, key, layout_.tables[t].basis == Table::Basis::position || cell.size() == 1);
    }
  Key key_of_lines;
  for (std::size_t l = 0; l < text_.lines.size(); ++l)
    look(text_.lines[l], key_of_lines, l + 1 == text_.lines.size() || is_entry(text_.lines[l + 1]));
  const double rows =
      std::max(static_cast<double>(fewest_rows), most_rows * static_cast<double>(titles));
  bool after_prompt = false;
  const auto take = [&](const TextLine& line, Key& key) {
    const bool begins = after_prompt || !starts_low(line);
    const auto found = seen.find(key.of(line));
    after_prompt = begins && found != seen.end() &&
                   static_cast<double>(found->second.times) >= rows &&
                   is_prompt(line, found->second.alone * 2 > found->second.times);
    if (after_prompt) mark(text_.reading.roles, line.line, Role::instruction);
    return after_prompt;
  };
  for (TableText& table : text_.tables)
    for (auto& cell : table.cells) {
      Key key;
      std::erase_if(cell, [&](const TextLine& line) { return take(line, key); });
    }
  Key key;
  for (const TextLine& line : text_.lines) take(line, key);
}

bool FormTextMaker::is_entry(const TextLine& line) const {
  return numbered(line.text) || known_.find(line.text);
}

/// Whether a line that most rows have is the form's. `alone`: it mostly stands alone, as comments
/// do.
bool FormTextMaker::is_prompt(const TextLine& line, bool alone) const {
  if (alone && !rules_.form.instruction.which(line.folded)) return false;
  if (is_entry(line) || heads_form(line) || opens_with_reference(rules_, line)) return false;
  return !holds_box(line) && (asks(line.text) || !change_of(rules_.change, line.text).change);
}

}  // namespace lagesbild
