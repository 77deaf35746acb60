// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The word some forms print before each area's number: "Område 1: Skolan som brottsplats". Known
// not by a list, but by what it does: it counts titles the rules know.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "reading/form_text_maker.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_words = 3;      // "Lokalt prioriterat område 2"
constexpr std::size_t fewest_numbers = 3;  // that one word counts

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A line that begins with a word before a number.
struct Counted {
  std::size_t words = 0;  ///< how many stand before the number; 0 where it is no such line
  std::string word;       ///< the last of them, folded
  Numbered number;
};

Counted counted(const TextLine& line) {
  std::string_view text = line.text, folded = line.folded;
  if (!begins_title(text)) return {};
  for (std::size_t words = 1; words <= most_words; ++words) {
    const std::size_t space = text.find(' '), folded_space = folded.find(' ');
    if (space == std::string_view::npos || folded_space == std::string_view::npos) return {};
    const std::string_view word = folded.substr(0, folded_space);
    if (word.empty() || !is_letter(word.front())) return {};
    text.remove_prefix(space + 1);
    folded.remove_prefix(folded_space + 1);
    if (const auto number = numbered(text)) return {words, std::string(word), *number};
  }
  return {};
}

}  // namespace

/// Takes the words that count the areas out of the tables and the text; their numbers stay, and
/// the scope that the words name.
void FormTextMaker::take_number_words() {
  std::map<std::string, std::set<std::string>, std::less<>> counting;
  const auto look = [&](const std::vector<TextLine>& lines) {
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const Counted found = counted(lines[l]);
      if (found.words == 0) continue;
      const bool lone = found.number.rest.empty() && l + 1 < lines.size();
      const std::string_view title = lone ? lines[l + 1].text : found.number.rest;
      if (!title.empty() && (known_.starts(title) || known_.opens(title)))
        counting[found.word].insert(found.number.number);
    }
  };
  look(text_.lines);
  for (const TableText& table : text_.tables) std::ranges::for_each(table.cells, look);
  std::erase_if(counting, [](const auto& word) { return word.second.size() < fewest_numbers; });
  if (counting.empty()) return;

  const auto take = [&](TextLine& line) {
    const Counted found = counted(line);
    if (found.words == 0 || !counting.contains(found.word)) return;
    if (line.line.words.size() <= found.words) return;  // printed as one word
    const TextLine words = part_of(layout_.words, line.line, 0, found.words);
    const Rule* section = rules_.form.section.which(words.folded);
    if (section && (section->is == "city" || section->is == "local"))
      text_.number_scopes[line.line.words[found.words]] =
          section->is == "city" ? Scope::city : Scope::local;
    for (std::size_t w = 0; w < found.words; ++w)
      text_.reading.roles[line.line.words[w]] = Role::area;
    line = part_of(layout_.words, line.line, found.words, line.line.words.size());
  };
  std::ranges::for_each(text_.lines, take);
  for (TableText& table : text_.tables)
    for (auto& cell : table.cells) std::ranges::for_each(cell, take);
}

}  // namespace lagesbild
