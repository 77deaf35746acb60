// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/merged_lines.h"

#include <algorithm>
#include <iterator>

#include "reading/change.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest_words = 3;  // of a part of a known heading: its number and two more
constexpr std::size_t most_words = 14;   // of any heading
constexpr std::size_t a_habit = 3;       // lines that show how the whole dump was made

/// How a cut is known to be one.
enum class CutBy { known_title, label, number };

/// Where a line is to be cut: words before it are heading.
struct Cut {
  std::size_t line = 0, words = 0;
  CutBy by = CutBy::label;
};

bool is_title_part(const KnownTitles& known, const TextLine& heading) {
  const auto number = numbered(heading.text);
  if (!number) return false;
  return known.find(number->rest) ||
         (heading.line.words.size() >= fewest_words && known.starts(number->rest));
}

std::string_view last_word(const TextLine& line) {
  const std::string_view text = line.text;
  return text.substr(text.rfind(' ') + 1);
}

/// A capital or a figure.
bool begins_sentence(std::string_view text) {
  return begins_title(text) || (!text.empty() && text.front() >= '0' && text.front() <= '9');
}

bool has_figure(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool begins_comment(const Rules& rules, const TextLine& line) {
  const ChangeReading reading = change_of(rules.change, line.text);
  const std::size_t begin = line.text.starts_with('(') ? 1 : 0;
  const bool label =
      reading.change && !reading.decided_by.empty() && reading.decided_by.front().begin == begin;
  return label || rules.form.reference.first(line.folded);
}

/// The first place where the rest of the line opens as a comment does, behind a number and a title.
std::optional<Cut> cut_by_label(const TextLine& line, const std::vector<Word>& words,
                                const Rules& rules, const KnownTitles& known) {
  const std::size_t count = line.line.words.size();
  for (std::size_t end = 2; end < std::min(count, most_words); ++end) {
    const TextLine heading = part_of(words, line.line, 0, end);
    const bool ended = heading.text.ends_with('.') || heading.text.ends_with(':');
    if (ended && end > 2 && has_figure(part_of(words, line.line, 1, end).text)) return std::nullopt;
    const TextLine rest = part_of(words, line.line, end, count);
    if (begins_comment(rules, rest)) {
      // "En försämring": the sentence begins before its label.
      const bool inside = end > 2 && starts_low(rest) && begins_title(last_word(heading));
      const std::size_t first = end - inside;
      const TextLine title = part_of(words, line.line, 0, first);
      return Cut{0, first, is_title_part(known, title) ? CutBy::known_title : CutBy::label};
    }
    if (ended) return std::nullopt;
  }
  return std::nullopt;
}

/// The longest title of the whole city's list the line opens with, where a sentence or a figure
/// comes behind it. Local titles go on as their district wants: "Platssamverkan Tensta centrum".
std::optional<Cut> cut_by_title(const TextLine& line, const std::vector<Word>& words,
                                const KnownTitles& known) {
  const std::size_t count = line.line.words.size();
  std::optional<Cut> longest;
  for (std::size_t end = 2; end < std::min(count, most_words); ++end) {
    const auto number = numbered(part_of(words, line.line, 0, end).text);
    if (number && !known.starts(number->rest)) break;
    const Area* area = number ? known.find(number->rest) : nullptr;
    if (area && area->scope == Scope::city &&
        begins_sentence(part_of(words, line.line, end, count).text))
      longest = Cut{0, end, CutBy::known_title};
  }
  return longest;
}

/// Before the first word of a sentence; the whole line is heading where none begins in it.
std::size_t words_before_sentence(const TextLine& line, const std::vector<Word>& words) {
  const std::size_t count = line.line.words.size();
  for (std::size_t end = 2; end < count; ++end)
    if (begins_sentence(part_of(words, line.line, end, count).text)) return end;
  return count;
}

/// Cuts by what the lines say, from the first one to the last.
std::vector<Cut> cuts_by_content(const std::vector<TextLine>& lines, const std::vector<Word>& words,
                                 const Rules& rules, const KnownTitles& known) {
  std::vector<Cut> cuts;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!numbered(lines[l].text) || is_title_part(known, lines[l])) continue;
    if (all_bold(words, lines[l].line)) continue;  // a heading by itself
    auto cut = cut_by_label(lines[l], words, rules, known);
    if (!cut) cut = cut_by_title(lines[l], words, known);
    if (!cut) continue;
    cut->line = l;
    cuts.push_back(*cut);
  }
  return cuts;
}

/// In a text made so, a line whose number is the next after the heading above holds a heading too,
/// whatever it says. Where its title ends is a guess.
std::vector<Cut> with_cuts_by_number(const std::vector<Cut>& cuts,
                                     const std::vector<TextLine>& lines,
                                     const std::vector<Word>& words, const KnownTitles& known) {
  std::optional<Numbered> before;
  std::vector<Cut> all;
  auto cut = cuts.begin();
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const bool is_cut = cut != cuts.end() && cut->line == l;
    if (is_cut) all.push_back(*cut++);
    const auto number = numbered(lines[l].text);
    if (!number) continue;
    const bool next =
        before && before->closed == number->closed && is_next(number->number, before->number);
    const bool ends_below =
        l + 1 < lines.size() && known.find(with(number->rest, lines[l + 1].text));
    const bool heading = is_cut || is_title_part(known, lines[l]) || ends_below;
    if (!heading && !next) continue;
    if (!heading) all.push_back({l, words_before_sentence(lines[l], words), CutBy::number});
    before = number;
  }
  return all;
}

/// How many of the lines behind the cut one go on with its title.
std::size_t lines_of_title(const std::vector<TextLine>& lines, const Cut& cut,
                           const std::vector<Word>& words, const KnownTitles& known) {
  const auto number = numbered(part_of(words, lines[cut.line].line, 0, cut.words).text);
  std::string title = number ? number->rest : std::string();
  std::size_t after = cut.line + 1;
  for (; after < lines.size(); ++after) {
    const std::string longer = with(title, lines[after].text);
    if (!known.find(longer) && (known.find(title) || !known.starts(longer))) break;
    title = longer;
  }
  return after - cut.line - 1;
}

/// Whether the title before the cut ends on the line below.
bool title_ends_below(const std::vector<TextLine>& lines, const Cut& cut,
                      const std::vector<Word>& words, const KnownTitles& known) {
  const auto number = numbered(part_of(words, lines[cut.line].line, 0, cut.words).text);
  return number && cut.line + 1 < lines.size() &&
         known.find(with(number->rest, lines[cut.line + 1].text));
}

}  // namespace

void part_merged_lines(std::vector<TextLine>& lines, const std::vector<Word>& words,
                       const Rules& rules, const KnownTitles& known) {
  std::vector<Cut> cuts = cuts_by_content(lines, words, rules, known);
  if (cuts.empty()) return;
  const bool habit = cuts.size() >= a_habit;
  if (habit) cuts = with_cuts_by_number(cuts, lines, words, known);
  std::erase_if(cuts, [&](const Cut& cut) {
    return !habit && cut.by != CutBy::known_title && !title_ends_below(lines, cut, words, known);
  });
  std::vector<TextLine> parted;
  parted.reserve(lines.size() + cuts.size());
  std::size_t l = 0;
  for (const Cut& cut : cuts) {
    if (cut.line < l) continue;  // went on with the title before
    std::move(lines.begin() + static_cast<std::ptrdiff_t>(l),
              lines.begin() + static_cast<std::ptrdiff_t>(cut.line), std::back_inserter(parted));
    const std::size_t further = lines_of_title(lines, cut, words, known);
    const Line whole = lines[cut.line].line;
    parted.push_back(part_of(words, whole, 0, cut.words));
    parted.back().guessed = cut.by == CutBy::number;
    l = cut.line + 1;
    if (cut.words == whole.words.size()) continue;
    for (std::size_t taken = 0; taken < further; ++taken) parted.push_back(std::move(lines[l++]));
    parted.push_back(part_of(words, whole, cut.words, whole.words.size()));
  }
  std::move(lines.begin() + static_cast<std::ptrdiff_t>(l), lines.end(),
            std::back_inserter(parted));
  lines = std::move(parted);
}

}  // namespace lagesbild
