// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/word_repair.h"

#include <bit>

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

/// The one tag of all words for which `near` holds.
template <class Near>
std::optional<Tag> only_tag(const Lexicon& lexicon, const Near& near) {
  std::optional<Tag> tag;
  for (const Lexicon::LabelWord& candidate : lexicon.label_words()) {
    if (!near(candidate)) continue;
    if (tag && *tag != candidate.tag) return std::nullopt;
    tag = candidate.tag;
  }
  return tag;
}

std::optional<Tag> misspelt(const Lexicon& lexicon, std::string_view word) {
  const std::uint32_t has = letters_of(word);
  const auto near = [&](const Lexicon::LabelWord& candidate, int limit) {
    if (std::popcount(has ^ candidate.letters) > 2 * limit) return false;
    if (limit == 2 && candidate.word.size() < two_edits_from) return false;
    if ((candidate.word.front() == 'o') != (word.front() == 'o')) return false;
    return edits(word, candidate.word, limit) <= limit;
  };
  const auto once = only_tag(lexicon, [&](const auto& label) { return near(label, 1); });
  return once ? once : only_tag(lexicon, [&](const auto& label) { return near(label, 2); });
}

}  // namespace

bool is_lost_letter(char32_t c) {
  return c == replacement_character || c == U'?' || (c >= 0xE000 && c <= 0xF8FF);
}

std::optional<Tag> repaired_tag(const Lexicon& lexicon, std::string_view word) {
  if (word.size() < shortest_word || word.size() > longest_word) return std::nullopt;
  if (lexicon.is_other_word(word)) return std::nullopt;
  std::size_t lost = 0;
  const std::u32string damaged = letters(word, lost);
  if (lost > 0) {
    if (2 * lost > damaged.size()) return std::nullopt;
    return only_tag(lexicon, [&](const auto& label) { return fits(damaged, label.word); });
  }
  const std::string seen = ocr_key(word);
  if (const auto tag = only_tag(lexicon, [&](const auto& label) { return label.seen == seen; }))
    return tag;
  return misspelt(lexicon, word);
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
