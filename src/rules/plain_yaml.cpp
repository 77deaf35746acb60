// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A start-up reads all rule files, and yaml-cpp takes several milliseconds for them. What is read
// here:
//   key: value        maps and lists by indentation, also a list's map on the dash's own line
//   - value           plain, "double" and 'single' quoted texts on one line
//   [a, "b"]          lists of texts, over several lines if need be
//   >- and |-         texts of several lines, none of them blank
// Anything doubtful makes the whole reading nothing, so that there is one judge of what is YAML.
#include "rules/plain_yaml.h"

#include <algorithm>
#include <charconv>

namespace lagesbild {
namespace {

struct Unsure {};  // thrown within this file only, caught in plain_yaml_of()

struct Line {
  std::string_view text;  ///< from its first sign on, without blanks at its end
  std::size_t indent = 0;
  int number = 0;
  bool trimmed = false;  ///< blanks stood at its end
};

bool is_comment_or_blank(std::string_view text) { return text.empty() || text.front() == '#'; }

std::vector<Line> lines_in(std::string_view text) {
  std::vector<Line> lines;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t last = line.find_last_not_of(' ');
    const bool trimmed = last + 1 != line.size();
    line = first == line.size() ? std::string_view() : line.substr(first, last + 1 - first);
    lines.push_back({line, first, number, trimmed});
  }
  return lines;
}

bool is_null(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// The letter of four hex digits, as UTF-8.
std::string utf8_of(std::string_view digits) {
  unsigned value = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  const bool whole = digits.size() == 4 && error == std::errc() && stop == digits.end();
  if (!whole || value < 0x800 || (value >= 0xD800 && value < 0xE000)) throw Unsure();
  const auto byte = [](unsigned bits) { return static_cast<char>(bits); };
  return {byte(0xE0 | value >> 12), byte(0x80 | (value >> 6 & 0x3F)), byte(0x80 | (value & 0x3F))};
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : lines_(lines_in(text)), file_(file) {}

  YamlNode read() {
    skip_blank();
    if (at_end() || line().indent != 0) throw Unsure();
    YamlNode root = block(0);
    skip_blank();
    if (!at_end()) throw Unsure();
    return root;
  }

 private:
  static constexpr std::size_t deepest = 20;

  bool at_end() const { return at_ == lines_.size(); }
  const Line& line() const { return lines_[at_]; }
  void skip_blank() {
    while (!at_end() && is_comment_or_blank(line().text)) ++at_;
  }

  YamlNode node(YamlNode::Kind kind, int number) const {
    return {kind, {}, {}, {}, {file_, 0, number}};
  }

  static bool is_item(std::string_view text) { return text == "-" || text.starts_with("- "); }

  /// The map or list whose lines stand at `indent`.
  YamlNode block(std::size_t indent) {
    if (++depth_ > deepest) throw Unsure();
    YamlNode made = is_item(line().text) ? list(indent) : map(indent);
    --depth_;
    return made;
  }

  YamlNode list(std::size_t indent) {
    YamlNode made = node(YamlNode::Kind::list, line().number);
    for (skip_blank(); !at_end() && line().indent == indent && is_item(line().text); skip_blank()) {
      Line& item = lines_[at_];
      const std::size_t skipped = std::min(item.text.find_first_not_of(' ', 1), item.text.size());
      if (skipped == item.text.size()) throw Unsure();
      item.text.remove_prefix(skipped);
      item.indent += skipped;
      made.items.push_back(key_end(item.text) ? block(item.indent) : value(item.text, indent));
    }
    if (!at_end() && line().indent > indent) throw Unsure();
    return made;
  }

  YamlNode map(std::size_t indent) {
    YamlNode made = node(YamlNode::Kind::map, line().number);
    for (skip_blank(); !at_end() && line().indent == indent; skip_blank()) {
      const auto end = key_end(line().text);
      if (!end) break;
      const std::string key(line().text.substr(0, *end));
      if (std::ranges::find(made.keys, key) != made.keys.end()) throw Unsure();
      made.keys.push_back(key);
      std::string_view rest = line().text.substr(*end + 1);
      rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
      made.items.push_back(is_comment_or_blank(rest) ? below(indent) : value(rest, indent));
    }
    if (made.keys.empty() || (!at_end() && line().indent > indent)) throw Unsure();
    return made;
  }

  /// What stands under a key that has nothing on its own line.
  YamlNode below(std::size_t indent) {
    ++at_;
    skip_blank();
    const bool deeper = !at_end() && line().indent > indent;
    const bool list_here = !at_end() && line().indent == indent && is_item(line().text);
    if (!deeper && !list_here) throw Unsure();
    return block(line().indent);
  }

  /// Where the colon behind a plain key stands; nothing where the text begins otherwise.
  static std::optional<std::size_t> key_end(std::string_view text) {
    const std::size_t end = text.find_first_of(":#\"'[]{},&*!|>%@`?");
    if (end == text.npos || end == 0 || text[end] != ':' || text.front() == '-')
      return std::nullopt;
    if (end + 1 < text.size() && text[end + 1] != ' ') return std::nullopt;
    return text[end - 1] == ' ' || is_null(text.substr(0, end)) ? std::nullopt : std::optional(end);
  }

  /// The text or list that begins with `rest`, the end of the current line; leaves its last line.
  YamlNode value(std::string_view rest, std::size_t indent) {
    const int number = line().number;
    if (rest.front() == '[') return flow_list(rest, indent);
    YamlNode made = node(YamlNode::Kind::text, number);
    if (rest == ">-" || rest == "|-") {
      made.text = joined_lines(indent, rest == ">-" ? " " : "\n");
      return made;
    }
    made.text = text(rest, false);
    if (!is_comment_or_blank(without_blanks(rest))) throw Unsure();
    ++at_;
    return made;
  }

  static std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text;
  }

  std::string joined_lines(std::size_t indent, const char* between) {
    std::string text;
    const std::size_t inner = ++at_ < lines_.size() ? line().indent : 0;
    if (inner <= indent) throw Unsure();
    for (; !at_end() && !line().text.empty() && line().indent == inner; ++at_) {
      if (line().trimmed) throw Unsure();
      text.append(text.empty() ? "" : between).append(line().text);
    }
    // Blank lines within, or a deeper line, are line feeds in YAML; one at the end is none.
    const std::size_t end = at_;
    while (!at_end() && line().text.empty()) ++at_;
    if (!at_end() && line().indent > indent && (at_ == end || line().indent >= inner))
      throw Unsure();
    return text;
  }

  YamlNode flow_list(std::string_view rest, std::size_t indent) {
    YamlNode made = node(YamlNode::Kind::list, line().number);
    rest.remove_prefix(1);
    bool closed = false, after_item = false;
    while (!closed) {
      rest = without_blanks(rest);
      if (is_comment_or_blank(rest)) {
        if (++at_ == lines_.size()) throw Unsure();
        rest = line().text;
        if (!rest.empty() && line().indent <= indent) throw Unsure();
        continue;
      }
      if (rest.front() == ']') {
        closed = true;
        rest.remove_prefix(1);
      } else if (rest.front() == ',') {
        if (!after_item) throw Unsure();
        after_item = false;
        rest.remove_prefix(1);
      } else {
        if (after_item) throw Unsure();
        YamlNode item = node(YamlNode::Kind::text, line().number);
        item.text = text(rest, true);
        made.items.push_back(std::move(item));
        after_item = true;
      }
    }
    if (!is_comment_or_blank(without_blanks(rest))) throw Unsure();
    ++at_;
    return made;
  }

  /// Takes one text off the front of `rest`.
  static std::string text(std::string_view& rest, bool in_list) {
    if (rest.front() == '"') return double_quoted(rest);
    if (rest.front() == '\'') return single_quoted(rest);
    return plain(rest, in_list);
  }

  static std::string plain(std::string_view& rest, bool in_list) {
    constexpr std::string_view never_first = "-?:,[]{}#&*!|>'\"%@`";
    if (never_first.find(rest.front()) != rest.npos) throw Unsure();
    std::size_t end = std::min(rest.find(" #"), rest.size());
    if (in_list) end = std::min(end, rest.find_first_of(",]"));
    if (in_list && end == rest.size()) throw Unsure();  // goes on in the next line
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    word = word.substr(0, word.find_last_not_of(' ') + 1);
    const bool doubtful = word.find(": ") != word.npos || word.ends_with(':') || is_null(word) ||
                          word.find('\t') != word.npos ||
                          (in_list && word.find_first_of("[{}\"'#:?") != word.npos);
    if (doubtful) throw Unsure();
    return std::string(word);
  }

  static std::string single_quoted(std::string_view& rest) {
    std::string text;
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (rest[i] != '\'') {
        text += rest[i];
      } else if (i + 1 < rest.size() && rest[i + 1] == '\'') {
        text += rest[i++];
      } else {
        rest.remove_prefix(i + 1);
        return text;
      }
    }
    throw Unsure();  // goes on in the next line
  }

  static std::string double_quoted(std::string_view& rest) {
    std::string text;
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (rest[i] == '"') {
        rest.remove_prefix(i + 1);
        return text;
      }
      if (rest[i] != '\\') {
        text += rest[i];
        continue;
      }
      if (++i == rest.size()) break;
      if (rest[i] == 'u') {
        text += utf8_of(rest.substr(i + 1, 4));
        i += 4;
        continue;
      }
      constexpr std::string_view signs = "\\\"nt", meant = "\\\"\n\t";
      const std::size_t known = signs.find(rest[i]);
      if (known == signs.npos) throw Unsure();
      text += meant[known];
    }
    throw Unsure();
  }

  std::vector<Line> lines_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<YamlNode> plain_yaml_of(std::string_view text, const std::string& file) {
  // Tabs and carriage returns count as blanks in places, "---" and "..." as ends: not judged here.
  if (text.find_first_of("\t\r") != text.npos || text.starts_with("\xEF\xBB\xBF") ||
      text.starts_with("---") || text.starts_with("%") || text.find("\n---") != text.npos ||
      text.find("\n...") != text.npos || unreadable_line(text) > 0)
    return std::nullopt;
  try {
    return Reader(text, file).read();
  } catch (const Unsure&) {
    return std::nullopt;
  }
}

}  // namespace lagesbild
