// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tag_pattern.h"

#include <algorithm>

#include "rules/tag_syntax.h"

namespace lagesbild {
namespace {

constexpr std::size_t longest_program = 10'000;  // instructions; rules have about a hundred
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

}  // namespace

/// Writes the program from its end to its begin, so that each instruction knows the next.
class TagPattern::Writer {
 public:
  explicit Writer(TagPattern& pattern) : pattern_(pattern) {}

  bool too_long() const { return pattern_.program_.size() > longest_program; }

  /// The node, then `next`; gives where it begins.
  std::uint32_t write(const TagNode& node, std::uint32_t next) {
    if (too_long()) return next;
    switch (node.kind) {
      case TagNode::Kind::word:
        return add({Step::word, set_index(node.set), next, 0});
      case TagNode::Kind::all:
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
          next = write(*part, next);
        return next;
      case TagNode::Kind::either:
        return write_either(node, next);
      case TagNode::Kind::repeat:
        return write_repeat(node, next);
      case TagNode::Kind::about:
        return add({Step::about_begin, 0,
                    write(node.parts.front(), add({Step::about_end, 0, next, 0})), 0});
      case TagNode::Kind::begin:
        return add({Step::begin, 0, next, 0});
      case TagNode::Kind::end:
        return add({Step::end, 0, next, 0});
    }
    return next;
  }

  std::uint32_t add(Instruction instruction) {
    pattern_.program_.push_back(instruction);
    return static_cast<std::uint32_t>(pattern_.program_.size() - 1);
  }

 private:
  std::uint16_t set_index(const TagSet& set) {
    auto& sets = pattern_.sets_;
    std::size_t index = 0;
    while (index < sets.size() && sets[index] != set) ++index;
    if (index == sets.size()) sets.push_back(set);
    return static_cast<std::uint16_t>(index);
  }

  std::uint32_t write_either(const TagNode& node, std::uint32_t next) {
    std::uint32_t entry = write(node.parts.back(), next);
    for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part)
      entry = add({Step::either, 0, write(*part, next), entry});
    return entry;
  }

  std::uint32_t write_repeat(const TagNode& node, std::uint32_t next) {
    std::uint32_t entry = next;
    if (node.most == TagNode::no_end) {
      entry = add({Step::either, 0, next, next});
      const std::uint32_t again = write(node.parts.front(), entry);
      pattern_.program_[entry].next = again;
    } else {
      for (std::size_t i = node.least; i < node.most && !too_long(); ++i)
        entry = add({Step::either, 0, write(node.parts.front(), entry), next});
    }
    for (std::size_t i = 0; i < node.least && !too_long(); ++i)
      entry = write(node.parts.front(), entry);
    return entry;
  }

  TagPattern& pattern_;
};

Result<TagPattern> TagPattern::compiled(std::string_view source, const Lexicon& lexicon,
                                        const PatternNames& names, const Place& place) {
  std::string problem;
  const TagNode tree = tag_tree_of(source, lexicon, names, problem);
  TagPattern pattern;
  Writer writer(pattern);
  pattern.entry_ = writer.write(tree, writer.add({}));
  if (problem.empty() && writer.too_long()) problem = "it is too long";
  if (!problem.empty())
    return Problem{"rule_pattern", Severity::error, place,
                   "the pattern cannot be used: " + problem + " in /" + std::string(source) + "/"};
  TagShape shape = shape_of(tree);
  pattern.needs_ = std::move(shape.needs);
  pattern.first_ = shape.may_be_empty ? TagSet().set() : shape.first;
  return pattern;
}

/// One search of a sentence: a stack of what is still to be tried.
class TagPattern::Walk {
 public:
  Walk(const TagPattern& pattern, std::span<const Tag> sentence)
      : pattern_(pattern),
        sentence_(sentence),
        seen_((pattern.program_.size() * (sentence.size() + 1) + 63) / 64) {}

  std::optional<TagMatch> match_at(std::size_t begin) {
    about_begin_ = about_end_ = nowhere;
    todo_.clear();
    todo_.push_back({pattern_.entry_, begin, nowhere, nowhere});
    while (!todo_.empty()) {
      const State state = todo_.back();
      todo_.pop_back();
      about_begin_ = state.about_begin;
      about_end_ = state.about_end;
      if (const std::size_t end = follow(state.instruction, state.at); end != nowhere)
        return found(begin, end);
    }
    return std::nullopt;
  }

 private:
  struct State {
    std::uint32_t instruction;
    std::size_t at, about_begin, about_end;
  };

  bool is_new(std::uint32_t instruction, std::size_t at) {
    const std::size_t bit = instruction * (sentence_.size() + 1) + at;
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    const bool fresh = (seen_[bit / 64] & mask) == 0;
    seen_[bit / 64] |= mask;
    return fresh;
  }

  /// Where a match ends that goes on so, or nowhere.
  std::size_t follow(std::uint32_t instruction, std::size_t at) {
    while (true) {
      const Instruction& now = pattern_.program_[instruction];
      instruction = now.next;
      switch (now.step) {
        case Step::word:
          if (at == sentence_.size() || !pattern_.sets_[now.set][sentence_[at]]) return nowhere;
          ++at;
          break;
        case Step::either:
          if (!is_new(static_cast<std::uint32_t>(&now - pattern_.program_.data()), at))
            return nowhere;
          todo_.push_back({now.other, at, about_begin_, about_end_});
          break;
        case Step::about_begin:
          about_begin_ = at;
          break;
        case Step::about_end:
          about_end_ = at;
          break;
        case Step::begin:
          if (at > 0) return nowhere;
          break;
        case Step::end:
          if (at < sentence_.size()) return nowhere;
          break;
        case Step::done:
          return at;
      }
    }
  }

  TagMatch found(std::size_t begin, std::size_t end) const {
    const bool about = about_end_ != nowhere && about_begin_ < about_end_;
    return {{begin, end}, about ? Span{about_begin_, about_end_} : Span{begin, end}};
  }

  const TagPattern& pattern_;
  std::span<const Tag> sentence_;
  std::vector<std::uint64_t> seen_;
  std::vector<State> todo_;
  std::size_t about_begin_ = nowhere, about_end_ = nowhere;
};

std::optional<TagMatch> TagPattern::find(std::span<const Tag> sentence, std::size_t from) const {
  Walk walk(*this, sentence);
  for (std::size_t begin = from; begin <= sentence.size(); ++begin) {
    const bool may = begin < sentence.size() ? first_[sentence[begin]] : first_.all();
    if (!may) continue;
    if (auto match = walk.match_at(begin)) return match;
  }
  return std::nullopt;
}

}  // namespace lagesbild
