// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tag_pattern.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr int deepest = 16;  // parts and sets within one another; more is a circle

bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

struct Translation {
  const Lexicon& lexicon;
  const PatternNames& names;
  std::string& unknown;

  /// The characters of a tag, or of all tags of a set.
  std::string characters(const std::string& name, int depth) {
    if (const auto tag = lexicon.tag(name)) return std::string(1, tag_character(*tag));
    const auto set = names.sets.find(name);
    if (set == names.sets.end() || depth > deepest) {
      if (unknown.empty()) unknown = name;
      return "";
    }
    std::string all;
    for (const std::string& member : set->second) all += characters(member, depth + 1);
    return all;
  }

  /// A part's pattern, or the class of a name's tags.
  std::string name(const std::string& name, int depth) {
    const auto part = names.parts.find(name);
    if (part == names.parts.end() || depth > deepest) return one_of(characters(name, depth));
    std::string out("(?:");
    out += pattern(part->second, depth + 1);
    return out += ')';
  }

  static std::string one_of(const std::string& characters) {
    std::string out(1, '[');
    for (const char c : characters) out += escaped(c);
    return out += ']';
  }

  /// All tags that are not among `characters`: RE2's own [^...] would hold all of Unicode.
  std::string none_of(const std::string& characters) const {
    std::string others;
    for (Tag tag = 0; tag < lexicon.size(); ++tag)
      if (characters.find(tag_character(tag)) == std::string::npos) others += tag_character(tag);
    return one_of(others);
  }

  static std::string escaped(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<std::size_t>(c);
    return {'\\', 'x', digits[code >> 4], digits[code & 15]};
  }

  /// "[a b]" or "[^a b]", from its bracket at `at` on, which is moved behind it.
  std::string bracket(std::string_view source, std::size_t& at, int depth) {
    const std::size_t end = std::min(source.find(']', at), source.size());
    std::string_view inside = source.substr(at + 1, end - at - 1);
    const bool negated = inside.starts_with('^');
    std::string all;
    for (std::size_t i = 0; i < inside.size();) {
      if (!is_name(inside[i]) && ++i) continue;
      const std::string found = word_at(inside, i);
      all += characters(found, depth);
    }
    at = std::min(end + 1, source.size());
    return negated ? none_of(all) : one_of(all);
  }

  /// The name at `at`, which is moved behind it.
  static std::string word_at(std::string_view source, std::size_t& at) {
    const std::size_t begin = at;
    while (at < source.size() && is_name(source[at])) ++at;
    return std::string(source.substr(begin, at - begin));
  }

  std::string pattern(std::string_view source, int depth) {
    std::string out;
    for (std::size_t at = 0; at < source.size();) {
      const char c = source[at];
      if (is_name(c)) {
        out += name(word_at(source, at), depth);
      } else if (c == '[') {
        out += bracket(source, at, depth);
      } else if (c == '(') {
        const bool captures = source.substr(at, 2) == "(<";
        out.append(captures ? "(" : "(?:");
        at += captures ? 2 : 1;
      } else {
        if (c != ' ' && c != '\n') out += c;
        ++at;
      }
    }
    return out;
  }
};

}  // namespace

char tag_character(Tag tag) {
  const Tag above = std::min<Tag>(tag, most_tags - 1) + 1;
  return static_cast<char>(above < '\n' ? above : above + 1);
}

std::string tag_text(const std::vector<ChangeWord>& words) {
  std::string text;
  for (const ChangeWord& word : words) text += tag_character(word.tag);
  return text;
}

std::string re2_source(std::string_view pattern, const Lexicon& lexicon, const PatternNames& names,
                       std::string& unknown) {
  return Translation{lexicon, names, unknown}.pattern(pattern, 0);
}

}  // namespace lagesbild
