// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/run_in_headings.h"

#include <algorithm>
#include <string>

#include "base/bullets.h"
#include "reading/mapping.h"

namespace lagesbild {
namespace {

constexpr std::size_t a_habit = 3;     // known titles that show how the whole text was made
constexpr std::size_t most_lines = 3;  // of a title

/// A line whose first words are bold, and the others not.
struct RunIn {
  std::size_t line = 0, words = 0;
  bool known = false;  ///< with the bold lines above, a title the rules know
};

/// How many words are bold, from the first one or from the one behind a bullet on.
std::size_t leading_bold(const TextLine& line, const std::vector<Word>& words) {
  const auto& all = line.line.words;
  const bool listed = std::ranges::find(bullets, words[all.front()].text) != bullets.end();
  const auto first = all.begin() + listed;
  const auto plain =
      std::find_if_not(first, all.end(), [&](std::size_t w) { return words[w].bold; });
  return plain == first ? 0 : static_cast<std::size_t>(plain - all.begin());
}

bool is_known(const KnownTitles& known, std::string_view text) {
  const auto number = numbered(text);
  return known.find(number ? std::string_view(number->rest) : text) != nullptr;
}

std::vector<RunIn> run_ins_of(const std::vector<TextLine>& lines, const std::vector<Word>& words,
                              const KnownTitles& known) {
  std::vector<RunIn> found;
  std::size_t above = 0;  // lines of nothing but bold words right above
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::size_t bold = leading_bold(lines[l], words);
    if (all_bold(words, lines[l].line)) {
      above = std::min(above + 1, most_lines);
      continue;
    }
    if (bold > 0) {
      RunIn run_in{l, bold, false};
      std::string title = part_of(words, lines[l].line, 0, bold).text;
      run_in.known = is_known(known, title);
      for (std::size_t up = 1; up <= above && !run_in.known; ++up)
        run_in.known = is_known(known, title = with(lines[l - up].text, title));
      found.push_back(run_in);
    }
    above = 0;
  }
  return found;
}

}  // namespace

void part_run_in_headings(std::vector<TextLine>& lines, const std::vector<Word>& words,
                          const Rules& rules, const KnownTitles& known) {
  std::vector<RunIn> run_ins = run_ins_of(lines, words, known);
  if (std::ranges::count_if(run_ins, &RunIn::known) < static_cast<std::ptrdiff_t>(a_habit)) return;
  for (auto run_in = run_ins.rbegin(); run_in != run_ins.rend(); ++run_in) {
    const Line whole = lines[run_in->line].line;
    TextLine heading = part_of(words, whole, 0, run_in->words);
    TextLine comment = part_of(words, whole, run_in->words, whole.words.size());
    if (opens_with_label(rules, heading)) continue;  // a bold statement of the change
    heading.guessed = !run_in->known && !opens_with_label(rules, comment);
    const auto at = lines.begin() + static_cast<std::ptrdiff_t>(run_in->line);
    *at = std::move(comment);
    lines.insert(at, std::move(heading));
  }
}

}  // namespace lagesbild
