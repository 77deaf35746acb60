// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/merged_lines.h"

#include <algorithm>

#include "reading/mapping.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_words = 3;  // of a part of a heading: its number and two more

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

/// How many words of the line are heading: all up to where a label opens the comment; 0 where it is
/// no such line.
std::size_t heading_words(const TextLine& line, const std::vector<Word>& words, const Rules& rules,
                          const KnownTitles& known) {
  const std::size_t count = line.line.words.size();
  if (!numbered(line.text) || is_title_part(known, line)) return 0;
  for (std::size_t end = count - 1; end > 1; --end) {
    if (!is_title_part(known, part_of(words, line.line, 0, end))) continue;
    return opens_with_label(rules, part_of(words, line.line, end, count)) ? end : 0;
  }
  return 0;
}

}  // namespace

void part_merged_lines(std::vector<TextLine>& lines, const std::vector<Word>& words,
                       const Rules& rules, const KnownTitles& known) {
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::size_t end = heading_words(lines[l], words, rules, known);
    if (end == 0) continue;
    const Line whole = lines[l].line;
    lines[l] = part_of(words, whole, 0, end);
    std::string title = numbered(lines[l].text)->rest;
    std::size_t after = l + 1;
    while (after < lines.size() && !known.find(title) &&
           known.starts(with(title, lines[after].text)))
      title = with(title, lines[after++].text);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after),
                 part_of(words, whole, end, whole.words.size()));
  }
}

}  // namespace lagesbild
