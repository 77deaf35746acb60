// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/title_change.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "reading/change.h"

namespace lagesbild {
namespace {

constexpr std::size_t longest = 4;  // words of a change that stands with a title
constexpr std::array<std::string_view, 4> signs = {"–", "—", "-", "|"};

bool states_change(const ChangeRules& rules, std::string_view text) {
  return change_of_cell(rules, text).change.has_value();
}

/// How many of the last words are a bracket around a change, or a change behind a sign; with the
/// sign. 0 where they are none, or all the title there is.
std::size_t words_of_change(const ChangeRules& rules, std::span<const std::string_view> title) {
  if (title.empty()) return 0;
  const bool bracket = title.back().ends_with(')') || title.back().ends_with(']');
  std::string text;
  for (std::size_t count = 1; count <= std::min(longest + 1, title.size()); ++count) {
    const std::string_view word = title[title.size() - count];
    const bool rest = count < title.size();
    if (word.ends_with(':')) return count > 1 && states_change(rules, text) ? count - 1 : 0;
    if (!bracket && std::ranges::find(signs, word) != signs.end())
      return rest && count > 1 && states_change(rules, text) ? count : 0;
    text = text.empty() ? std::string(word) : std::string(word) + ' ' + text;
    if (bracket && (word.starts_with('(') || word.starts_with('[')))
      return rest && states_change(rules, std::string_view(text).substr(1, text.size() - 2)) ? count
                                                                                             : 0;
  }
  return 0;
}

}  // namespace

std::string_view without_change(const ChangeRules& rules, std::string_view title) {
  const auto holds = [&](std::string_view sign) { return title.find(sign) != title.npos; };
  if (!title.ends_with(')') && !title.ends_with(']') && !holds(": ") &&
      std::ranges::none_of(signs, holds))
    return title;
  std::vector<std::string_view> title_words;
  for (std::size_t begin = 0, end = 0; end < title.size(); begin = end + 1) {
    end = std::min(title.find(' ', begin), title.size());
    title_words.push_back(title.substr(begin, end - begin));
  }
  for (std::size_t count = words_of_change(rules, title_words); count > 0; --count)
    title = title.substr(0, title.rfind(' '));
  return title;
}

bool changes_stand_with_titles(const std::vector<TextLine>& lines, const ChangeRules& rules,
                               const KnownTitles& known) {
  constexpr std::ptrdiff_t fewest = 3;
  constexpr double most = 0.6;
  const auto changed = [&](const TextLine& line) {
    const std::string_view title = without_change(rules, line.text);
    if (title.size() == line.text.size()) return false;
    const auto number = numbered(title);
    return known.find(number ? std::string_view(number->rest) : title) != nullptr;
  };
  const auto opens = [&](const TextLine& line) {
    const auto number = numbered(line.text);
    return known.opens(number ? std::string_view(number->rest) : line.text);
  };
  const auto changes = std::ranges::count_if(lines, changed);
  if (changes < fewest) return false;
  const auto titles = std::ranges::count_if(
      lines, [&](const TextLine& line) { return changed(line) || opens(line); });
  return static_cast<double>(changes) >= most * static_cast<double>(titles);
}

std::vector<TextLine> take_change_of_title(const std::vector<Word>& words, const ChangeRules& rules,
                                           Entry& entry) {
  if (entry.heading) return {};
  std::vector<std::string_view> title;
  for (const TextLine& line : entry.lines)
    for (const std::size_t word : line.line.words) title.emplace_back(words[word].text);
  const TextLine& last = entry.lines.back();
  std::size_t count = words_of_change(rules, title);
  if (count == 0 && entry.lines.size() > 1 && last.line.words.size() <= longest &&
      begins_title(last.text) && states_change(rules, last.text))
    count = last.line.words.size();
  if (count == 0) return {};
  std::vector<TextLine> change;
  while (count > 0) {
    const TextLine line = std::move(entry.lines.back());
    entry.lines.pop_back();
    const std::size_t all = line.line.words.size(), taken = std::min(all, count);
    change.insert(change.begin(), part_of(words, line.line, all - taken, all));
    if (taken < all) entry.lines.push_back(part_of(words, line.line, 0, all - taken));
    count -= taken;
  }
  set_title(entry);
  return change;
}

}  // namespace lagesbild
