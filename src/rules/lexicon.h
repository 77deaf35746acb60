// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which tag a word has: looked up whole, as a phrase of several words, or by its ending (the last
// part of a Swedish compound carries its meaning).
#pragma once

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
  /// Knows no words: all are "word", "number" or "sign".
  Lexicon();

  /// The tag's number; nothing where the lexicon has no such tag.
  std::optional<Tag> tag(std::string_view name) const;
  const std::string& name(Tag tag) const { return names_[tag]; }
  std::size_t size() const { return names_.size(); }

  /// The tag of a folded word or sign that is listed as such.
  std::optional<Tag> whole(std::string_view word) const;
  /// The tag of the longest listed ending of a word.
  std::optional<Tag> ending(std::string_view word) const;

  struct Phrase {
    std::vector<std::string> words;
    Tag tag = 0;
  };
  /// Phrases that begin with `word`, longest first.
  std::span<const Phrase> phrases(std::string_view word) const;

  /// A word that statements are made of: what a misspelt one may have been meant to be.
  struct LabelWord {
    std::string word;
    std::string seen;  ///< the word as a scanner might misread it, see ocr_key()
    Tag tag = 0;
    std::uint32_t letters = 0;  ///< one bit a letter
  };
  const std::vector<LabelWord>& label_words() const { return label_words_; }
  /// The tag of a label word; nothing for other words.
  std::optional<Tag> label(std::string_view word) const;
  std::size_t longest_label() const { return longest_label_; }
  /// True for tags whose words people write together with the label word after them.
  bool may_lead(Tag tag) const { return leads_.contains(tag); }
  /// True for words that look like misspelt label words and are not.
  bool is_other_word(std::string_view word) const;
  /// True where a point after `word` does not end a sentence.
  bool is_abbreviation(std::string_view word) const;

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
  using Words = ByWord<Tag>;

  std::vector<std::string> names_;
  Words tags_, whole_, endings_, labels_, others_, abbreviations_;
  ByWord<std::vector<Phrase>> phrases_;
  std::vector<LabelWord> label_words_;
  std::unordered_set<Tag> leads_;
  std::size_t longest_ending_ = 0, longest_label_ = 0;
};

/// Reads "words", "labels", "leads", "other_words" and "abbreviations" of change.yaml.
Lexicon lexicon_from(const YamlNode& root, Problems& problems);

/// One bit for each letter that `word` holds.
std::uint32_t letters_of(std::string_view word);

/// `word` with signs that scanners take for one another made the same: 0 and o, 1, i and l, rn and
/// m, 5 and s.
std::string ocr_key(std::string_view word);

}  // namespace lagesbild
