// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which tag a word has: looked up whole, as a phrase of several words, or by its ending (the last
// part of a Swedish compound carries its meaning).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/yaml.h"

namespace lagesbild {

/// Number of a tag; its name stands in the lexicon.
using Tag = unsigned;

class Lexicon {
 public:
  /// Knows no words: all are "word", "number", "year" or "sign".
  Lexicon();

  /// The tag's number; nothing where the lexicon has no such tag.
  std::optional<Tag> tag(std::string_view name) const;
  const std::string& name(Tag tag) const { return names_[tag]; }
  std::size_t size() const { return names_.size(); }

  struct Phrase {
    std::vector<std::string> words;
    Tag tag = 0;
  };
  /// What is listed of a folded word or sign.
  struct Meaning {
    std::optional<Tag> whole;     ///< its own
    std::optional<Tag> label;     ///< the same, of words that statements are made of
    std::vector<Phrase> phrases;  ///< that begin with it, longest first
    bool other = false;           ///< looks like a misspelt label word and is none
    bool abbreviation = false;    ///< a point behind it does not end a sentence
  };
  /// Null for words that are not listed at all.
  const Meaning* find(std::string_view word) const;
  std::optional<Tag> whole(std::string_view word) const;
  std::optional<Tag> label(std::string_view word) const;
  bool is_abbreviation(std::string_view word) const;

  /// The tag of the longest listed ending of a word.
  std::optional<Tag> ending(std::string_view word) const;
  /// Whether some label word, longer than it, begins with `text`.
  bool begins_label(std::string_view text) const;

  /// A word that statements are made of: what a misspelt one may have been meant to be.
  struct LabelWord {
    std::string word;
    Tag tag = 0;
    std::size_t size = 0;       ///< code points
    std::uint32_t letters = 0;  ///< one bit a letter
  };
  /// Label words, and those of [least, most] code points alone; shorter ones first.
  const std::vector<LabelWord>& label_words() const { return label_words_; }
  std::span<const LabelWord> label_words(std::size_t least, std::size_t most) const;
  /// The tag of the label words that look so to a scanner, see ocr_key(); nothing where none or
  /// words of several tags do.
  std::optional<Tag> label_seen_as(std::string_view key) const;
  std::size_t longest_label() const { return longest_label_; }
  /// True for tags whose words people write together with the label word after them.
  bool may_lead(Tag tag) const { return leads_.contains(tag); }

  friend Lexicon lexicon_from(const YamlNode& root, Problems& problems);

 private:
  Tag tag_for(const std::string& name);
  void add(const std::string& entry, Tag tag, const YamlNode& node, Problems& problems);
  void add_label_words(const YamlNode& node, const std::vector<std::string>& tags,
                       Problems& problems);

  /// Lets maps of strings be asked for views.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  template <class Value>
  using ByWord = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  struct Ending {
    std::string letters;
    Tag tag = 0;
  };

  std::vector<std::string> names_;
  ByWord<Tag> tags_;
  ByWord<Meaning> words_;
  ByWord<std::optional<Tag>> seen_;               ///< by ocr_key(); nothing for several
  std::array<std::vector<Ending>, 256> endings_;  ///< by their last byte; longest first
  std::vector<LabelWord> label_words_;            ///< shortest first
  std::vector<std::string> sorted_labels_;
  std::unordered_set<Tag> leads_;
  std::size_t longest_label_ = 0;
};

/// Reads "words", "labels", "leads", "other_words" and "abbreviations" of change.yaml.
Lexicon lexicon_from(const YamlNode& root, Problems& problems);

/// One bit for each letter that `word` holds.
std::uint32_t letters_of(std::string_view word);

/// `word` with signs that scanners take for one another made the same: 0 and o, 1, i and l, rn and
/// m, 5 and s.
std::string ocr_key(std::string_view word);

}  // namespace lagesbild
