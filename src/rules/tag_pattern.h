// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns over words instead of letters: "not degree* changed". A sentence is the list of its
// words' tags; a pattern is a small program that walks over it, tried as regular expressions are:
// from the left, the first alternative first, as many repetitions as go. No state is entered twice
// at one word, so time is bounded by program times sentence. RE2 could match them as letters, but
// compiling a few hundred patterns for it takes longer than reading a report.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/lexicon.h"

namespace lagesbild {

inline constexpr std::size_t most_tags = 128;
using TagSet = std::bitset<most_tags>;

/// Names that patterns may use besides tags.
struct PatternNames {
  std::map<std::string, std::vector<std::string>, std::less<>> sets;  ///< of tags and sets
  std::map<std::string, std::string, std::less<>> parts;              ///< of patterns
};

/// What fits, words [begin, end): all of it, and what the pattern is about: its first (< ), or all.
struct TagMatch {
  Span whole, about;
};

class TagPattern {
 public:
  /// Names of tags, sets and parts stand for what they name; [a b] is one word of any of them,
  /// [^a b] any other word; ( | ) * + ? {0,3} ^ $ as in regular expressions. A Problem, code
  /// "rule_pattern", names `place` and what is wrong.
  static Result<TagPattern> compiled(std::string_view source, const Lexicon& lexicon,
                                     const PatternNames& names, const Place& place);

  /// The leftmost match that begins at word `from` or later; nothing where there is none.
  std::optional<TagMatch> find(std::span<const Tag> sentence, std::size_t from) const;

  /// Sets of which every sentence that fits holds a tag each, smallest first; empty for none known.
  const std::vector<TagSet>& needs() const { return needs_; }

 private:
  enum class Step : std::uint8_t { word, either, about_begin, about_end, begin, end, done };
  struct Instruction {
    Step step = Step::done;
    std::uint16_t set = 0;    ///< word: index into sets_
    std::uint32_t next = 0;   ///< instruction to go on with
    std::uint32_t other = 0;  ///< either: where to go on if `next` leads nowhere
  };
  class Writer;
  class Walk;

  std::vector<Instruction> program_;
  std::uint32_t entry_ = 0;
  std::vector<TagSet> sets_;
  std::vector<TagSet> needs_;
  TagSet first_;  ///< tags that a match may begin with
};

}  // namespace lagesbild
