// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/comments_first.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "reading/columns.h"
#include "reading/mapping.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest = 3;      // areas of a section whose order can be told
constexpr std::size_t most_words = 9;  // of a title at a line's end, with its number

bool heads_section(const Rules& rules, const TextLine& line) {
  const Rule* rule = rules.form.section.which(line.folded);
  return rule && (rule->is == "city" || rule->is == "local");
}

bool is_head(const Rules& rules, const TextLine& line) {
  return heads_section(rules, line) || rules.form.title.which(line.folded) ||
         heads_columns(rules.form, line.folded);
}

bool names_area(const KnownTitles& known, const TextLine& line) {
  return numbered(line.text) || known.find(line.text);
}

/// Where the number of a title at the line's end stands among its words.
std::optional<std::size_t> title_at_end(const TextLine& line, const std::vector<Word>& words,
                                        const KnownTitles& known) {
  const std::size_t count = line.line.words.size();
  for (std::size_t w = std::max<std::size_t>(1, count - std::min(count, most_words)); w + 1 < count;
       ++w) {
    const char first = words[line.line.words[w]].text.front();
    if (first < '0' || first > '9') continue;
    const auto number = numbered(part_of(words, line.line, w, count).text);
    if (number && (is_dotted(number->number) || known.starts(number->rest))) return w;
  }
  return std::nullopt;
}

/// The first line from `at` on that is no head.
std::size_t first_line(const std::vector<TextLine>& lines, std::size_t at, const Rules& rules) {
  while (at < lines.size() && is_head(rules, lines[at])) ++at;
  return at;
}

bool breaks_off(const TextLine& line) {
  return !line.text.empty() && std::string_view(".!?:").find(line.text.back()) == std::string::npos;
}

void for_both(std::vector<TextLine>& lines, std::vector<Heading>& headings, const auto& change) {
  change(lines);
  change(headings);
}

/// A section's lines without its heads: [first, second).
using Part = std::pair<std::size_t, std::size_t>;

std::vector<Part> parts_of(const std::vector<TextLine>& lines, const Rules& rules) {
  std::vector<Part> parts;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!heads_section(rules, lines[l])) continue;
    const std::size_t first = first_line(lines, l, rules);
    std::size_t end = first;
    while (end < lines.size() && !heads_section(rules, lines[end])) ++end;
    if (end > first) parts.emplace_back(first, end);
    l = end - 1;
  }
  return parts;
}

}  // namespace

bool comments_come_first(const std::vector<TextLine>& lines, const Rules& rules,
                         const KnownTitles& known) {
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!heads_section(rules, lines[l])) continue;
    const std::size_t first = first_line(lines, l, rules);
    return first < lines.size() && !names_area(known, lines[first]) &&
           opens_with_label(rules, lines[first]);
  }
  return false;
}

void part_titles_at_ends(std::vector<TextLine>& lines, const std::vector<Word>& words,
                         const KnownTitles& known) {
  std::vector<TextLine> parted;
  for (TextLine& line : lines) {
    const auto at = names_area(known, line) ? std::nullopt : title_at_end(line, words, known);
    if (!at) {
      parted.push_back(std::move(line));
      continue;
    }
    parted.push_back(part_of(words, line.line, 0, *at));
    parted.push_back(part_of(words, line.line, *at, line.line.words.size()));
  }
  lines = std::move(parted);
}

bool put_headings_first(std::vector<TextLine>& lines, std::vector<Heading>& headings,
                        const Rules& rules) {
  const std::vector<Part> parts = parts_of(lines, rules);
  for (const auto& [first, end] : parts) {
    const auto begun =
        std::count(headings.begin() + static_cast<std::ptrdiff_t>(first),
                   headings.begin() + static_cast<std::ptrdiff_t>(end), Heading::begins);
    if (begun < static_cast<std::ptrdiff_t>(fewest) || headings[first] != Heading::no ||
        headings[end - 1] == Heading::no)
      return false;
  }
  for (const auto& [first, end] : parts) {
    for (std::size_t comment = first; comment < end;) {
      std::size_t title = comment;
      while (headings[title] == Heading::no) ++title;
      std::size_t next = title + 1;
      while (next < end && headings[next] == Heading::continues) ++next;
      const auto move_up = [&](std::size_t to, std::size_t from, std::size_t behind) {
        for_both(lines, headings, [&](auto& all) {
          std::rotate(all.begin() + static_cast<std::ptrdiff_t>(to),
                      all.begin() + static_cast<std::ptrdiff_t>(from),
                      all.begin() + static_cast<std::ptrdiff_t>(behind));
        });
      };
      // The rest of a sentence that the title interrupts.
      for (; next < end && headings[next] == Heading::no && breaks_off(lines[title - 1]) &&
             starts_low(lines[next]);
           ++title, ++next)
        move_up(title, next, next + 1);
      move_up(comment, title, next);
      comment = next;
    }
  }
  return true;
}

}  // namespace lagesbild
