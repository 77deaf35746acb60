// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/lexicon.h"

#include <algorithm>

#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t shortest_label = 6;  // letters; shorter words have too many real neighbours

/// The parts of `text` between separators, without blanks around them; no empty ones.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part.remove_suffix(part.size() - (part.find_last_not_of(' ') + 1));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// Entries of a list, or of one text with commas between them. Folded.
std::vector<std::string> entries_of(const YamlNode& node, Problems& problems) {
  std::vector<std::string> entries;
  if (node.kind == YamlNode::Kind::text) {
    std::string text = folded(node.text);
    std::ranges::replace(text, '\n', ' ');
    entries = split(text, ',');
  } else if (node.kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node.items)
      for (std::string& entry : split(item.text == "\n" ? item.text : folded(item.text), '\0'))
        entries.push_back(std::move(entry));
  }
  if (entries.empty()) note(node, "here stand words: a list, or one text with commas", problems);
  return entries;
}

std::size_t count_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

template <class Map>
auto found(const Map& map, std::string_view key) -> std::optional<typename Map::mapped_type> {
  const auto at = map.find(key);
  if (at == map.end()) return std::nullopt;
  return at->second;
}

}  // namespace

Lexicon::Lexicon() {
  for (const char* name : {"word", "number", "year", "sign"}) tag_for(name);
}

std::optional<Tag> Lexicon::tag(std::string_view name) const { return found(tags_, name); }

const Lexicon::Meaning* Lexicon::find(std::string_view word) const {
  const auto at = words_.find(word);
  return at == words_.end() ? nullptr : &at->second;
}

std::optional<Tag> Lexicon::whole(std::string_view word) const {
  const Meaning* meaning = find(word);
  return meaning ? meaning->whole : std::nullopt;
}

std::optional<Tag> Lexicon::label(std::string_view word) const {
  const Meaning* meaning = find(word);
  return meaning ? meaning->label : std::nullopt;
}

bool Lexicon::is_abbreviation(std::string_view word) const {
  const Meaning* meaning = find(word);
  return meaning && meaning->abbreviation;
}

std::optional<Tag> Lexicon::ending(std::string_view word) const {
  if (word.empty()) return std::nullopt;
  for (const Ending& ending : endings_[static_cast<unsigned char>(word.back())])
    if (word.ends_with(ending.letters)) return ending.tag;
  return std::nullopt;
}

bool Lexicon::begins_label(std::string_view text) const {
  const auto label = std::ranges::upper_bound(sorted_labels_, text);
  return label != sorted_labels_.end() && label->starts_with(text);
}

std::span<const Lexicon::LabelWord> Lexicon::label_words(std::size_t least,
                                                         std::size_t most) const {
  const auto begin = std::ranges::lower_bound(label_words_, least, {}, &LabelWord::size);
  const auto end = std::ranges::upper_bound(label_words_, most, {}, &LabelWord::size);
  return begin < end ? std::span(begin, end) : std::span<const LabelWord>();
}

std::optional<Tag> Lexicon::label_seen_as(std::string_view key) const {
  const auto seen = seen_.find(key);
  return seen == seen_.end() ? std::nullopt : seen->second;
}

Tag Lexicon::tag_for(const std::string& name) {
  const auto [at, fresh] = tags_.try_emplace(name, static_cast<Tag>(names_.size()));
  if (fresh) names_.push_back(name);
  return at->second;
}

void Lexicon::add(const std::string& entry, Tag tag, const YamlNode& node, Problems& problems) {
  if (entry.size() > 1 && entry.front() == '*') {
    auto& endings = endings_[static_cast<unsigned char>(entry.back())];
    if (std::ranges::find(endings, entry.substr(1), &Ending::letters) == endings.end())
      endings.push_back({entry.substr(1), tag});
    return;
  }
  if (entry.find(' ') != std::string::npos) {
    std::vector<std::string> words = split(entry, ' ');
    std::vector<Phrase>& phrases = words_[words.front()].phrases;
    phrases.push_back({std::move(words), tag});
    return;
  }
  std::optional<Tag>& whole = words_[entry].whole;
  if (whole && *whole != tag)
    note(node, "'" + entry + "' stands under '" + names_[*whole] + "' too; a word has one tag",
         problems);
  if (!whole) whole = tag;
}

void Lexicon::add_label_words(const YamlNode& node, const std::vector<std::string>& tags,
                              Problems& problems) {
  for (const std::string& name : tags) {
    const auto wanted = tag(name);
    if (!wanted) {
      note(node, "there are no words under '" + name + "'", problems);
      continue;
    }
    for (auto& [word, meaning] : words_) {
      if (meaning.whole != wanted || word.size() < shortest_label) continue;
      meaning.label = wanted;
      longest_label_ = std::max(longest_label_, word.size());
      label_words_.push_back({word, *wanted, count_of(word), letters_of(word)});
      sorted_labels_.push_back(word);
      const auto [seen, fresh] = seen_.try_emplace(ocr_key(word), wanted);
      if (!fresh && seen->second != wanted) seen->second.reset();
    }
  }
  std::ranges::sort(sorted_labels_);
  std::ranges::stable_sort(label_words_, {}, &LabelWord::size);
}

Lexicon lexicon_from(const YamlNode& root, Problems& problems) {
  Lexicon lexicon;
  const YamlNode& words = map_at(root, "words", problems);
  for (std::size_t i = 0; i < words.items.size(); ++i) {
    const Tag tag = lexicon.tag_for(words.keys[i]);
    for (const std::string& entry : entries_of(words.items[i], problems))
      lexicon.add(entry, tag, words.items[i], problems);
  }
  for (auto& [first, meaning] : lexicon.words_)
    std::ranges::stable_sort(meaning.phrases, std::greater{},
                             [](const Lexicon::Phrase& p) { return p.words.size(); });
  for (auto& endings : lexicon.endings_)
    std::ranges::stable_sort(endings, std::greater{},
                             [](const Lexicon::Ending& e) { return e.letters.size(); });

  if (const YamlNode* labels = root.find("labels"))
    lexicon.add_label_words(*labels, entries_of(*labels, problems), problems);
  if (const YamlNode* leads = root.find("leads"))
    for (const std::string& name : entries_of(*leads, problems))
      if (const auto tag = lexicon.tag(name)) lexicon.leads_.insert(*tag);
  if (const YamlNode* others = root.find("other_words"))
    for (const std::string& word : entries_of(*others, problems)) lexicon.words_[word].other = true;
  if (const YamlNode* short_forms = root.find("abbreviations"))
    for (const std::string& word : entries_of(*short_forms, problems))
      lexicon.words_[word].abbreviation = true;
  return lexicon;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word)
    if (c >= 'a' && c <= 'z') letters |= 1u << (c - 'a');
  return letters;
}

std::string ocr_key(std::string_view word) {
  std::string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == 'r' && i + 1 < word.size() && word[i + 1] == 'n') {
      key += 'm';
      ++i;
    } else if (c == '0') {
      key += 'o';
    } else if (c == '1' || c == 'i' || c == '|' || c == '!') {
      key += 'l';
    } else {
      key += c == '5' ? 's' : c;
    }
  }
  return key;
}

}  // namespace lagesbild
