// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/signed_titles.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "base/bullets.h"
#include "reading/mapping.h"

namespace lagesbild {
namespace {

constexpr std::size_t a_habit = 3;  // known titles that show how the whole text was made
constexpr std::size_t most_words = 14;
constexpr std::array<std::string_view, 3> dashes = {"–", "—", "-"};

enum class Sign { colon, dash };

/// A line whose first words are closed by a sign, and may be a title.
struct Signed {
  std::size_t line = 0, words = 0;  ///< the sign's word is the last of them
  Sign sign = Sign::colon;
  bool listed = false;  ///< behind a bullet or a number
  bool known = false;
};

std::optional<Signed> signed_at(const TextLine& line, const std::vector<Word>& words,
                                const KnownTitles& known) {
  const auto& all = line.line.words;
  const std::span<const std::size_t> first(all.begin(), std::min(all.size(), most_words));
  const auto is_dash = [](std::string_view text) {
    return std::ranges::find(dashes, text) != dashes.end();
  };
  if (starts_low(line) || std::ranges::none_of(first, [&](std::size_t w) {
        return words[w].text.ends_with(':') || is_dash(words[w].text);
      }))
    return std::nullopt;
  Signed found;
  const std::size_t bullet = std::ranges::find(bullets, words[all.front()].text) != bullets.end();
  const std::size_t number = numbered(line.text).has_value();
  found.listed = bullet + number > 0;
  for (std::size_t w = bullet + number; w < first.size(); ++w) {
    const std::string_view text = words[all[w]].text;
    const bool dash = w > bullet + number && is_dash(text);
    if (!dash && !text.ends_with(':')) {
      if (text.ends_with('.')) return std::nullopt;
      continue;
    }
    found.words = w + 1;
    found.sign = dash ? Sign::dash : Sign::colon;
    const std::string title = part_of(words, line.line, bullet + number, found.words).text;
    if (!begins_title(title)) return std::nullopt;
    found.known = known.find(title) != nullptr;
    return found;
  }
  return std::nullopt;
}

}  // namespace

void part_signed_titles(std::vector<TextLine>& lines, const std::vector<Word>& words,
                        const Rules& rules, const KnownTitles& known) {
  std::vector<Signed> all;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (all_bold(words, lines[l].line)) continue;  // a heading by itself
    if (auto found = signed_at(lines[l], words, known)) {
      found->line = l;
      all.push_back(*found);
    }
  }
  std::erase_if(all, [&](const Signed& one) {
    return std::ranges::count_if(all, [&](const Signed& other) {
             return other.known && other.sign == one.sign && other.listed == one.listed;
           }) < static_cast<std::ptrdiff_t>(a_habit);
  });
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    const Line whole = lines[one->line].line;
    TextLine title = part_of(words, whole, 0, one->words);
    title.bold = true;
    std::vector<TextLine> parts = {std::move(title)};
    if (one->words < whole.words.size())
      parts.push_back(part_of(words, whole, one->words, whole.words.size()));
    const bool stated = parts.size() > 1 && opens_with_label(rules, parts.back());
    if (!one->known && !one->listed && !stated) continue;
    parts.front().guessed = !one->known && !stated;
    const auto at = lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(one->line));
    lines.insert(at, std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  }
}

}  // namespace lagesbild
