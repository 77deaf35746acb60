// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tag_syntax.h"

#include <algorithm>

namespace lagesbild {
namespace {

using Kind = TagNode::Kind;

constexpr int deepest = 16;         // parts and sets within one another; more is a circle
constexpr int most_brackets = 100;  // open at once
constexpr std::size_t most_repeats = 1000;

bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One source, read from left to right.
class Parser {
 public:
  Parser(std::string_view source, const Lexicon& lexicon, const PatternNames& names, int depth,
         std::string& problem)
      : source_(source), lexicon_(lexicon), names_(names), depth_(depth), problem_(problem) {}

  TagNode whole() {
    TagNode node = alternatives(0);
    if (at_ < source_.size()) fail("missing ( or unexpected '" + std::string(1, peek()) + "'");
    return node;
  }

 private:
  void fail(std::string what) {
    if (problem_.empty()) problem_ = std::move(what);
    at_ = source_.size();
  }

  /// The next character that is no blank; NUL at the end.
  char peek() {
    while (at_ < source_.size() && (source_[at_] == ' ' || source_[at_] == '\n')) ++at_;
    return at_ < source_.size() ? source_[at_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  TagNode alternatives(int brackets) {
    TagNode either{.kind = Kind::either};
    do {
      TagNode all{.kind = Kind::all};
      for (char c = peek(); c != '\0' && c != '|' && c != ')'; c = peek())
        all.parts.push_back(repeated(brackets));
      either.parts.push_back(all.parts.size() == 1 ? std::move(all.parts.front()) : std::move(all));
    } while (take('|'));
    return either.parts.size() == 1 ? TagNode(std::move(either.parts.front())) : either;
  }

  TagNode repeated(int brackets) {
    TagNode node = atom(brackets);
    std::size_t least = 0, most = 1;
    if (take('*')) {
      most = TagNode::no_end;
    } else if (take('+')) {
      least = 1, most = TagNode::no_end;
    } else if (take('{')) {
      least = most = number();
      if (take(',')) most = peek() == '}' ? TagNode::no_end : number();
      if (!take('}')) fail("missing }");
      if (least > most || least > most_repeats || (most > most_repeats && most != TagNode::no_end))
        fail("no such number of repetitions");
    } else if (!take('?')) {
      return node;
    }
    TagNode repeat{.kind = Kind::repeat, .least = least, .most = most};
    repeat.parts.push_back(std::move(node));
    return repeat;
  }

  std::size_t number() {
    if (!is_digit(peek())) fail("missing number");
    std::size_t value = 0;
    for (; is_digit(peek()); ++at_)
      value = std::min(10 * value + static_cast<std::size_t>(peek() - '0'), most_repeats + 1);
    return value;
  }

  TagNode atom(int brackets) {
    if (take('^')) return {.kind = Kind::begin};
    if (take('$')) return {.kind = Kind::end};
    if (take('[')) return one_of();
    if (take('(')) return bracket(brackets);
    if (is_name(peek())) return named(word());
    fail("nothing to repeat before '" + std::string(1, peek()) + "'");
    return {};
  }

  TagNode bracket(int brackets) {
    if (brackets == most_brackets) fail("too many brackets");
    const bool about = take('<');
    TagNode inside = alternatives(brackets + 1);
    if (!take(')')) fail("missing )");
    if (!about) return inside;
    TagNode node{.kind = Kind::about};
    node.parts.push_back(std::move(inside));
    return node;
  }

  TagNode one_of() {
    const bool negated = take('^');
    TagNode node{.kind = Kind::word};
    while (is_name(peek())) node.set |= tags(word(), depth_);
    if (!take(']')) fail("missing ]");
    if (!negated) return node;
    for (Tag tag = 0; tag < most_tags; ++tag) node.set.flip(tag);
    for (std::size_t tag = lexicon_.size(); tag < most_tags; ++tag) node.set.reset(tag);
    return node;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < source_.size() && is_name(source_[at_])) ++at_;
    return source_.substr(begin, at_ - begin);
  }

  /// A part's pattern, or one word of a name's tags.
  TagNode named(std::string_view name) {
    const auto part = names_.parts.find(name);
    if (part == names_.parts.end() || depth_ > deepest)
      return {.kind = Kind::word, .set = tags(name, depth_)};
    if (!problem_.empty()) return {};
    return Parser(part->second, lexicon_, names_, depth_ + 1, problem_).whole();
  }

  TagSet tags(std::string_view name, int depth) {
    TagSet all;
    const auto set = names_.sets.find(name);
    if (const auto tag = lexicon_.tag(name))
      all.set(*tag);
    else if (set == names_.sets.end() || depth > deepest)
      fail("'" + std::string(name) + "' is no name of words, of a set or of a part");
    else
      for (const std::string& member : set->second) all |= tags(member, depth + 1);
    return all;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  const Lexicon& lexicon_;
  const PatternNames& names_;
  int depth_;
  std::string& problem_;
};

/// What a sentence that fits both must hold.
void add_needs(std::vector<TagSet>& needs, const std::vector<TagSet>& more) {
  constexpr std::size_t most = 4;  // the smallest sets tell most
  needs.insert(needs.end(), more.begin(), more.end());
  std::ranges::stable_sort(needs, {}, [](const TagSet& set) { return set.count(); });
  if (needs.size() > most) needs.resize(most);
}

TagShape shape_of_all(const TagNode& node) {
  TagShape shape;
  for (const TagNode& part : node.parts) {
    const TagShape next = shape_of(part);
    if (shape.may_be_empty) shape.first |= next.first;
    shape.may_be_empty &= next.may_be_empty;
    add_needs(shape.needs, next.needs);
  }
  return shape;
}

TagShape shape_of_either(const TagNode& node) {
  TagShape shape{.may_be_empty = false};
  TagSet need;
  bool all_need = true;
  for (const TagNode& part : node.parts) {
    const TagShape next = shape_of(part);
    shape.first |= next.first;
    shape.may_be_empty |= next.may_be_empty;
    all_need &= !next.needs.empty();
    if (all_need) need |= next.needs.front();
  }
  if (all_need) shape.needs.push_back(need);
  return shape;
}

}  // namespace

TagNode tag_tree_of(std::string_view source, const Lexicon& lexicon, const PatternNames& names,
                    std::string& problem) {
  TagNode tree = Parser(source, lexicon, names, 0, problem).whole();
  return problem.empty() ? tree : TagNode{};
}

TagShape shape_of(const TagNode& node) {
  switch (node.kind) {
    case Kind::word:
      return {false, node.set, {node.set}};
    case Kind::all:
      return shape_of_all(node);
    case Kind::either:
      return shape_of_either(node);
    case Kind::about:
      return shape_of(node.parts.front());
    case Kind::repeat: {
      TagShape shape = shape_of(node.parts.front());
      if (node.least > 0) return shape;
      return {true, shape.first, {}};
    }
    default:
      return {};
  }
}

}  // namespace lagesbild
