// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/parted_titles.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr std::size_t fewest_words = 2;  // of a title's first line; one word begins many texts
constexpr std::size_t reach = 8;         // lines a title's end may stand below its beginning

std::string title_of(const TextLine& line) {
  const auto number = numbered(line.text);
  return number ? number->rest : line.text;
}

bool begins_known(const KnownTitles& known, const TextLine& line) {
  return line.line.words.size() >= fewest_words && known.starts(title_of(line)) &&
         !known.find(title_of(line));
}

/// The lines below `at`, in their order, that complete its title; empty where they do not.
std::vector<std::size_t> rest_of_title(const std::vector<TextLine>& lines, std::size_t at,
                                       const KnownTitles& known) {
  std::vector<std::size_t> rest;
  std::string title = title_of(lines[at]);
  for (std::size_t l = at + 1; l < std::min(lines.size(), at + 1 + reach); ++l) {
    if (numbered(lines[l].text)) break;
    const std::string longer = with(title, lines[l].text);
    if (!known.starts(longer)) {
      if (known.find(lines[l].text)) break;
      continue;
    }
    rest.push_back(l);
    title = longer;
    if (known.find(title)) return rest;
  }
  return {};
}

/// Whether a numbered title breaks off: its last word is a short one in lower case, as "och".
bool breaks_off(const TextLine& line) {
  constexpr std::size_t longest = 3;  // bytes
  if (!numbered(line.text)) return false;
  const std::string_view text = line.folded;
  const std::string_view last = text.substr(text.rfind(' ') + 1);
  const std::string_view printed = std::string_view(line.text).substr(line.text.rfind(' ') + 1);
  return last.size() <= longest && !begins_title(printed) &&
         std::ranges::all_of(last, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool ends_sentence(const TextLine& line) {
  return line.text.ends_with('.') || line.text.ends_with('!') || line.text.ends_with('?');
}

/// The line that a title which breaks off may go on with: a few words without an end, behind a
/// whole sentence and right above the next heading. `lines.size()` where there is none.
std::size_t loose_end(const std::vector<TextLine>& lines, std::size_t at,
                      const KnownTitles& known) {
  constexpr std::size_t most_words = 4;
  if (!breaks_off(lines[at])) return lines.size();
  std::size_t next = at + 1;
  while (next < std::min(lines.size(), at + 1 + reach) && !numbered(lines[next].text) &&
         !known.heads(lines[next].text))
    ++next;
  const std::size_t last = next - 1;
  const bool loose = last > at + 1 && ends_sentence(lines[last - 1]) &&
                     !ends_sentence(lines[last]) && lines[last].line.words.size() <= most_words;
  return loose ? last : lines.size();
}

void move_up(std::vector<TextLine>& lines, std::size_t from, std::size_t to) {
  const auto line = lines.begin() + static_cast<std::ptrdiff_t>(from);
  std::rotate(lines.begin() + static_cast<std::ptrdiff_t>(to), line, line + 1);
}

}  // namespace

void gather_parted_titles(std::vector<TextLine>& lines, const KnownTitles& known) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (begins_known(known, lines[at])) {
      for (const std::size_t l : rest_of_title(lines, at, known)) move_up(lines, l, ++at);
    } else if (const std::size_t end = loose_end(lines, at, known); end < lines.size()) {
      lines[end].guessed = true;
      move_up(lines, end, at + 1);
    }
  }
}

}  // namespace lagesbild
