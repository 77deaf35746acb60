// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/merged_lines.h"

#include <algorithm>

#include "reading/change.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_words = 3;  // of a part of a known heading: its number and two more
constexpr std::size_t most_words = 14;   // of any heading
constexpr std::size_t a_habit = 3;       // lines that show how the whole dump was made

/// Where a line is to be cut: words before it are heading.
struct Cut {
  std::size_t line = 0, words = 0;
  bool known = false;  ///< the heading is one the rules know
};

TextLine part_of(const std::vector<Word>& words, const Line& line, std::size_t from,
                 std::size_t to) {
  Line part{line.page, words[line.words[from]].box, {}};
  for (std::size_t w = from; w < to; ++w) {
    part.words.push_back(line.words[w]);
    part.box = united(part.box, words[line.words[w]].box);
  }
  return text_line(words, part);
}

bool is_title_part(const KnownTitles& known, const TextLine& heading) {
  const auto number = numbered(heading.text);
  if (!number) return false;
  return known.find(number->rest) ||
         (heading.line.words.size() >= fewest_words && known.starts(number->rest));
}

bool begins_comment(const Rules& rules, const TextLine& line) {
  const ChangeReading reading = change_of(rules.change, line.text);
  const bool label =
      reading.change && !reading.decided_by.empty() && reading.decided_by.front().begin == 0;
  return label || rules.form.reference.first(line.folded);
}

/// The first place where the rest of the line opens as a comment does, behind a number and a title.
std::optional<Cut> cut_of(const TextLine& line, const std::vector<Word>& words, const Rules& rules,
                          const KnownTitles& known) {
  const std::size_t count = line.line.words.size();
  if (!numbered(line.text) || is_title_part(known, line)) return std::nullopt;
  for (std::size_t end = 2; end < std::min(count, most_words); ++end) {
    const TextLine heading = part_of(words, line.line, 0, end);
    if (heading.text.ends_with('.') || heading.text.ends_with(':')) return std::nullopt;
    if (begins_comment(rules, part_of(words, line.line, end, count)))
      return Cut{0, end, is_title_part(known, heading)};
  }
  return std::nullopt;
}

}  // namespace

void part_merged_lines(std::vector<TextLine>& lines, const std::vector<Word>& words,
                       const Rules& rules, const KnownTitles& known) {
  std::vector<Cut> cuts;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    auto cut = cut_of(lines[l], words, rules, known);
    if (!cut) continue;
    cut->line = l;
    cuts.push_back(*cut);
  }
  const bool habit = cuts.size() >= a_habit;
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {  // from the end: places stay
    if (!cut->known && !habit) continue;
    const Line whole = lines[cut->line].line;
    lines[cut->line] = part_of(words, whole, 0, cut->words);
    std::string title = numbered(lines[cut->line].text)->rest;
    std::size_t after = cut->line + 1;
    while (after < lines.size() && !known.find(title) &&
           known.starts(with(title, lines[after].text)))
      title = with(title, lines[after++].text);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after),
                 part_of(words, whole, cut->words, whole.words.size()));
  }
}

}  // namespace lagesbild
