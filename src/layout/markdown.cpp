// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/markdown.h"

#include <algorithm>
#include <utility>

namespace lagesbild {
namespace {

constexpr std::size_t fewest_headings = 3;  // that make a text Markdown

/// Signs and a blank before a heading's words: "## "; 0 where the line is none.
std::size_t heading_mark(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = signs > 0 && signs <= 6 && signs < line.size() && line[signs] == ' ';
  return heading ? signs + 1 : 0;
}

/// "**" or "__" where the whole line stands between them.
std::string_view strong_mark(std::string_view line) {
  for (const std::string_view mark : {"**", "__"})
    if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark))
      return mark;
  return {};
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && std::string_view("-*_").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool is_letter(char c) { return c != ' ' && c != '.' && c != ',' && c != '\n'; }

class Cleaner {
 public:
  void add(std::string_view line) {
    while (line.starts_with("> ")) line.remove_prefix(2);
    if (is_rule(line)) return;
    const std::size_t begin = made_.text.size();
    const std::size_t heading = heading_mark(line);
    add_words(line.substr(heading));
    if (heading > 0) made_.bold.push_back({begin, made_.text.size()});
  }
  void end_line() { made_.text += '\n'; }
  MarkedText take() { return std::move(made_); }

 private:
  /// Drops the signs of strong and emphasised words, and the strokes before signs that are meant.
  void add_words(std::string_view line) {
    std::size_t strong_from = std::string::npos;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const std::string_view rest = line.substr(at);
      if (rest.starts_with("**") || rest.starts_with("__")) {
        if (strong_from == std::string::npos)
          strong_from = made_.text.size();
        else
          made_.bold.push_back({std::exchange(strong_from, std::string::npos), made_.text.size()});
        ++at;
        continue;
      }
      if (is_emphasis(line, at)) continue;
      const bool meant =
          rest[0] == '\\' && rest.size() > 1 &&
          std::string_view("\\`*_{}[]()#+-.!>|").find(rest[1]) != std::string_view::npos;
      if (meant) ++at;
      made_.text += line[at];
    }
  }

  /// A lone sign that touches a word on one side and none on the other.
  static bool is_emphasis(std::string_view line, std::size_t at) {
    if (line[at] != '*' && line[at] != '_') return false;
    const bool before = at > 0 && is_letter(line[at - 1]);
    const bool after = at + 1 < line.size() && is_letter(line[at + 1]);
    return before != after;
  }

  MarkedText made_;
};

template <class Take>
void each_line(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    take(line, end < text.size());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::optional<MarkedText> without_markdown(std::string_view utf8) {
  std::size_t headings = 0;
  each_line(utf8, [&](std::string_view line, bool) {
    headings += heading_mark(line) > 0 || !strong_mark(line).empty();
  });
  if (headings < fewest_headings) return std::nullopt;
  Cleaner cleaner;
  each_line(utf8, [&](std::string_view line, bool ended) {
    cleaner.add(line);
    if (ended) cleaner.end_line();
  });
  return cleaner.take();
}

}  // namespace lagesbild
