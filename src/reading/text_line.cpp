// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/text_line.h"

#include <algorithm>

#include "base/bullets.h"
#include "text/fold.h"
#include "text/join.h"
#include "text/normal.h"

namespace lagesbild {

TextLine text_line(const std::vector<Word>& words, const Line& line) {
  TextLine made{.line = line};
  std::string raw;
  std::size_t bold = 0;
  for (const std::size_t i : line.words) {
    if (!raw.empty()) raw += ' ';
    raw += words[i].text;
    made.size = std::max(made.size, words[i].size);
    if (words[i].bold) bold += words[i].text.size();
  }
  made.bold = bold * 2 > raw.size();
  made.text = normal(raw);
  made.folded = folded(made.text);
  return made;
}

std::vector<TextLine> text_lines(const std::vector<Word>& words, const std::vector<Line>& lines) {
  std::vector<TextLine> made;
  made.reserve(lines.size());
  for (const Line& line : lines) made.push_back(text_line(words, line));
  return made;
}

TextLine part_of(const std::vector<Word>& words, const Line& line, std::size_t from,
                 std::size_t to) {
  Line part{line.page, words[line.words[from]].box, {}};
  for (std::size_t w = from; w < to; ++w) {
    part.words.push_back(line.words[w]);
    part.box = united(part.box, words[line.words[w]].box);
  }
  return text_line(words, part);
}

std::string joined_text(std::span<const TextLine> lines) {
  if (lines.size() == 1) return lines.front().text;
  std::vector<std::string_view> texts;
  texts.reserve(lines.size());
  for (const TextLine& line : lines) texts.emplace_back(line.text);
  return joined(texts, WordsSeen());
}

std::string joined_text_folded(std::span<const TextLine> lines) {
  const bool broken = std::ranges::any_of(
      lines, [](const TextLine& line) { return line.folded.ends_with('-'); });  // perhaps
  if (broken && lines.size() > 1) return folded(joined_text(lines));
  std::string text;
  for (const TextLine& line : lines) {
    if (line.folded.empty()) continue;
    if (!text.empty()) text += ' ';
    text += line.folded;
  }
  return text;
}

bool all_bold(const std::vector<Word>& words, const Line& line) {
  const bool listed = std::ranges::find(bullets, words[line.words.front()].text) != bullets.end();
  return line.words.size() > listed && std::all_of(line.words.begin() + listed, line.words.end(),
                                                   [&](std::size_t w) { return words[w].bold; });
}

bool starts_low(const TextLine& line) {
  // The folded text starts with a lower-case letter wherever the printed one does.
  const char folded = line.folded.empty() ? ' ' : line.folded.front();
  if (folded < 'a' || folded > 'z') return false;
  const auto first = static_cast<unsigned char>(line.text.front());
  if (first < 0x80) return first >= 'a';
  return line.text.starts_with("å") || line.text.starts_with("ä") || line.text.starts_with("ö") ||
         line.text.starts_with("é");
}

void mark(std::vector<Role>& roles, const Line& line, Role role) {
  for (const std::size_t word : line.words) roles[word] = role;
}

}  // namespace lagesbild
