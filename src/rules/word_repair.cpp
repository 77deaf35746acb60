// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/word_repair.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/likeness.h"

namespace lagesbild {
namespace {

constexpr std::size_t longest_word = 40;    // bytes; longer ones are no misspelt label
constexpr std::size_t shortest_word = 5;    // letters
constexpr std::size_t two_edits_from = 10;  // letters of the label word

/// Letters of `word`, with 0 for each that was lost.
std::u32string letters(std::string_view word, std::size_t& lost) {
  std::u32string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const bool is_lost = is_lost_letter(point.value);
    lost += is_lost;
    out += is_lost ? U'\0' : point.value;
    at += point.size;
  }
  return out;
}

bool fits(const std::u32string& damaged, std::string_view word) {
  if (damaged.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (damaged[i] != 0 && damaged[i] != static_cast<char32_t>(word[i])) return false;
  return true;
}

/// The tag of several words, if they share one.
class OneTag {
 public:
  void add(Tag tag) {
    several_ = several_ || (tag_ && *tag_ != tag);
    tag_ = tag;
  }
  std::optional<Tag> get() const { return several_ ? std::nullopt : tag_; }

 private:
  std::optional<Tag> tag_;
  bool several_ = false;
};

/// Whether more than `most` bits are set.
bool more_bits(std::uint32_t bits, int most) {
  for (; most > 0; --most) bits &= bits - 1;
  return bits != 0;
}

std::optional<Tag> misspelt(const Lexicon& lexicon, std::string_view word, std::size_t size) {
  const std::uint32_t has = letters_of(word);
  OneTag once, twice;  // words one edit away, and two at most
  for (const auto& label : lexicon.label_words(size - 2, size + 2)) {
    const int limit = label.word.size() < two_edits_from ? 1 : 2;
    if (more_bits(has ^ label.letters, 2 * limit)) continue;
    if ((label.word.front() == 'o') != (word.front() == 'o')) continue;
    const int count = edits(word, label.word, limit);
    if (count <= 1) once.add(label.tag);
    if (count <= limit) twice.add(label.tag);
  }
  return once.get() ? once.get() : twice.get();
}

std::optional<Tag> lost_letters_found(const Lexicon& lexicon, const std::u32string& damaged,
                                      std::size_t lost) {
  if (2 * lost > damaged.size()) return std::nullopt;
  OneTag tag;
  for (const auto& label : lexicon.label_words())
    if (fits(damaged, label.word)) tag.add(label.tag);
  return tag.get();
}

}  // namespace

bool is_lost_letter(char32_t c) {
  return c == replacement_character || c == U'?' || (c >= 0xE000 && c <= 0xF8FF);
}

std::optional<Tag> repaired_tag(const Lexicon& lexicon, std::string_view word) {
  if (word.size() < shortest_word || word.size() > longest_word) return std::nullopt;
  const Lexicon::Meaning* meaning = lexicon.find(word);
  if (meaning && meaning->other) return std::nullopt;
  const auto is_plain = [](char c) { return c != '?' && static_cast<unsigned char>(c) < 0x80; };
  std::size_t size = word.size();
  if (!std::ranges::all_of(word, is_plain)) {
    std::size_t lost = 0;
    const std::u32string damaged = letters(word, lost);
    if (lost > 0) return lost_letters_found(lexicon, damaged, lost);
    size = damaged.size();
  }
  if (const auto tag = lexicon.label_seen_as(ocr_key(word))) return tag;
  return misspelt(lexicon, word, size);
}

std::optional<std::size_t> glued_at(const Lexicon& lexicon, std::string_view word) {
  if (word.size() > longest_word) return std::nullopt;
  const std::size_t longest = lexicon.longest_label();
  std::size_t at = word.size() > longest + 2 ? word.size() - longest : 2;
  for (; at + shortest_word < word.size(); ++at) {
    if (!lexicon.label(word.substr(at))) continue;
    const std::size_t end = word[at - 1] == '-' ? at - 1 : at;
    const auto first = lexicon.whole(word.substr(0, end));
    if (first && lexicon.may_lead(*first)) return at;
  }
  return std::nullopt;
}

}  // namespace lagesbild
