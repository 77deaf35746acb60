// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/paragraphs.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/bullets.h"
#include "reading/printed_width.h"

namespace lagesbild {
namespace {

constexpr double wide_gap = 1.3;     // of the usual leading
constexpr double some_gap = 1.12;    // the same, between whole sentences
constexpr double indent = 0.8;       // em
constexpr double spare_in_dump = 4;  // em: its places count characters
constexpr std::array<std::string_view, 4> dashes = {"–", "-", "—", "*"};

bool starts_with_any(std::string_view text, auto signs) {
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

bool starts_with_dash(std::string_view text) {
  return std::ranges::any_of(dashes, [&](std::string_view dash) {
    return text.starts_with(dash) && text.substr(dash.size()).starts_with(' ');
  });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "1. ", "12) ", "a) "
bool starts_numbered(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 2 && is_digit(text[at])) ++at;
  if (at == 0 && text.size() > 1 && text[0] >= 'a' && text[0] <= 'z')
    return text.substr(1).starts_with(") ");
  return at > 0 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') &&
         text[at + 1] == ' ';
}

/// "3. ..." after a paragraph that begins "2. ...".
bool is_next_item(std::string_view paragraph, std::string_view line) {
  if (!starts_numbered(paragraph) || !starts_numbered(line) || !is_digit(line.front()))
    return false;
  const auto number = [](std::string_view text) {
    int value = 0;
    for (; is_digit(text.front()); text.remove_prefix(1)) value = 10 * value + (text.front() - '0');
    return value;
  };
  return is_digit(paragraph.front()) && number(line) == number(paragraph) + 1;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '"' || text.back() == ')' || text.back() == '\''))
    text.remove_suffix(1);
  if (text.ends_with("”")) text.remove_suffix(std::string_view("”").size());
  return !text.empty() && std::string_view(".:;!?").find(text.back()) != std::string_view::npos;
}

/// Width of the line's first word, with those a no-break space holds to it.
double first_word_width(const std::vector<Word>& words, const Line& line) {
  std::size_t last = 0;
  while (last + 1 < line.words.size() && words[line.words[last]].glued) ++last;
  return words[line.words[last]].box.x1 - words[line.words.front()].box.x0;
}

/// The same question asked of the letters' usual widths: a dump's places count characters.
bool would_have_fitted_in_print(const TextLine& line, const TextLine& next, double widest) {
  constexpr double spare = 1.0;  // em
  const std::string_view first = std::string_view(next.text).substr(0, next.text.find(' '));
  return printed_width(line.text) + printed_width(" ") + printed_width(first) + spare < widest;
}

bool would_have_fitted(const std::vector<Word>& words, const TextLine& line, const TextLine& next,
                       const Measure& measure) {
  if (measure.printed > 0 && !would_have_fitted_in_print(line, next, measure.printed)) return false;
  const double size = std::max(line.size, next.size);
  const double space = 0.25 * size;
  return line.line.box.x1 + space + first_word_width(words, next.line) + measure.spare * size <
         right_of(measure, line);
}

}  // namespace

std::string_view without_bullet(std::string_view text) {
  const auto takes = [&](std::string_view sign) {
    return text.starts_with(sign) && text.substr(sign.size()).starts_with(' ');
  };
  for (const auto& signs :
       {std::span<const std::string_view>(bullets), std::span<const std::string_view>(dashes)})
    if (const auto sign = std::ranges::find_if(signs, takes); sign != signs.end())
      return text.substr(sign->size() + 1);
  return text;
}

Measure measure_of(const std::vector<TextLine>& lines) {
  Measure measure;
  std::vector<double> leadings;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    double& right = measure.right[lines[i].lane];
    right = std::max(right, lines[i].line.box.x1);
    if (i == 0 || lines[i - 1].line.page != lines[i].line.page) continue;
    const double leading = lines[i].line.box.y1 - lines[i - 1].line.box.y1;
    if (leading > 0.5 * lines[i].size && leading < 2.2 * lines[i].size) leadings.push_back(leading);
  }
  if (!leadings.empty()) {
    // The tighter third: gaps between paragraphs and rows only ever widen it.
    const auto at = leadings.begin() + static_cast<std::ptrdiff_t>(leadings.size() / 3);
    std::ranges::nth_element(leadings, at);
    measure.leading = *at;
  }
  return measure;
}

Measure dump_measure_of(const std::vector<TextLine>& lines) {
  Measure measure = measure_of(lines);
  measure.spare = spare_in_dump;
  for (const TextLine& line : lines)
    measure.printed = std::max(measure.printed, printed_width(line.text));
  return measure;
}

double right_of(const Measure& measure, const TextLine& line) {
  const auto lane = measure.right.find(line.lane);
  return lane == measure.right.end() ? 0 : lane->second;
}

bool begins_paragraph(const std::vector<Word>& words, const TextLine& line, const TextLine& next,
                      const Measure& measure) {
  if (line.line.words.empty() || next.line.words.empty()) return false;
  const Word& first = words[next.line.words.front()];
  if (first.new_paragraph) return true;
  if (first.wrapped) return false;
  if (starts_with_any(next.text, bullets)) return true;
  const bool short_line = would_have_fitted(words, line, next, measure);
  const bool ended = ends_sentence(line.text);
  if (starts_with_dash(next.text) || starts_numbered(next.text)) return ended || short_line;
  const bool same_page = line.line.page == next.line.page;
  const double leading = next.line.box.y1 - line.line.box.y1;
  const bool mid_sentence_in_dump = measure.printed > 0 && !ended && starts_low(next);
  if (same_page && measure.leading > 0 && leading > wide_gap * measure.leading &&
      leading > 1.2 * next.size && !mid_sentence_in_dump)
    return true;
  if (starts_low(next)) return false;
  if (same_page && ended && measure.leading > 0 && leading > some_gap * measure.leading)
    return true;
  if (same_page && ended && next.line.box.x0 > line.line.box.x0 + indent * next.size &&
      !starts_with_any(line.text, bullets) && !starts_with_dash(line.text))
    return true;
  return short_line;
}

std::string comment_text(const std::vector<Word>& words, const std::vector<TextLine>& lines,
                         const Measure& measure, const WordsSeen& seen) {
  std::string text;
  std::vector<std::string_view> paragraph;
  const auto finish = [&] {
    if (paragraph.empty()) return;
    if (!text.empty()) text += '\n';
    text += joined(paragraph, seen);
    paragraph.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool next_item = !paragraph.empty() && is_next_item(paragraph.front(), lines[i].text);
    if (next_item || (i > 0 && begins_paragraph(words, lines[i - 1], lines[i], measure))) finish();
    paragraph.push_back(lines[i].text);
  }
  finish();
  return text;
}

}  // namespace lagesbild
