// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/running.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "layout/lines.h"

namespace lagesbild {
namespace {

constexpr double margin = 0.12;      // of the page's height
constexpr double same_height = 3;    // points between the same line of two pages
constexpr double lone_gap = 1.5;     // line heights between a page number and the text
constexpr std::size_t longest = 24;  // bytes of "Sida 12 av 20" and the like

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string text_of(const std::vector<Word>& words, const Line& line) {
  std::string text;
  for (const std::size_t i : line.words) text += words[i].text + ' ';
  return text;
}

std::string without_digits(const std::string& text) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return !is_digit(c); });
  return rest;
}

/// Figures with little around them: "3", "- 3 -", "3 (12)".
bool is_page_number(const std::string& text) {
  const bool digit = std::ranges::any_of(text, is_digit);
  return digit && text.size() < longest && std::ranges::all_of(text, [](char c) {
           return is_digit(c) || std::string_view(" ()-/|.").find(c) != std::string_view::npos;
         });
}

void set_apart(std::vector<Word>& words, const Line& line) {
  for (const std::size_t i : line.words) words[i].apart = true;
}

void set_lone_number_apart(std::vector<Word>& words, const std::vector<Line>& lines,
                           const PageFrame& frame) {
  if (lines.size() < 3) return;
  const Line& last = lines.back();
  const double gap = last.box.y0 - lines[lines.size() - 2].box.y1;
  const bool low = last.box.y0 > (1 - margin) * frame.height;
  if (low && gap > lone_gap * last.box.height() && is_page_number(text_of(words, last)))
    set_apart(words, last);
  const Line& first = lines.front();
  const bool high = first.box.y1 < margin * frame.height;
  if (high && lines[1].box.y0 - first.box.y1 > lone_gap * first.box.height() &&
      is_page_number(text_of(words, first)))
    set_apart(words, first);
}

/// The figures change from page to page; a table's head or a title that is repeated stays as it is.
bool differ(const std::vector<Word>& words, const std::vector<Line>& lines) {
  return std::ranges::any_of(lines, [&](const Line& line) {
    return text_of(words, line) != text_of(words, lines.front());
  });
}

}  // namespace

void set_running_lines_apart(std::vector<Word>& words, const std::vector<PageFrame>& pages) {
  std::vector<std::vector<std::size_t>> of_page(pages.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!words[i].apart) of_page[words[i].page].push_back(i);
  struct Seen {
    double y;
    std::vector<Line> lines;
  };
  std::map<std::string, std::vector<Seen>> in_margins;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::vector<Line> lines = lines_of(words, std::move(of_page[p]));
    set_lone_number_apart(words, lines, pages[p]);
    for (const Line& line : lines) {
      const bool inside =
          line.box.y1 >= margin * pages[p].height && line.box.y0 <= (1 - margin) * pages[p].height;
      if (inside) continue;
      const std::string text = text_of(words, line);
      if (without_digits(text) == text) continue;
      auto& seen = in_margins[without_digits(text)];
      const auto same = std::ranges::find_if(
          seen, [&](const Seen& s) { return std::abs(s.y - line.box.y1) < same_height; });
      if (same == seen.end())
        seen.push_back({line.box.y1, {line}});
      else
        same->lines.push_back(line);
    }
  }
  for (const auto& [text, places] : in_margins)
    for (const Seen& seen : places)
      if (differ(words, seen.lines))
        for (const Line& line : seen.lines) set_apart(words, line);
}

}  // namespace lagesbild
