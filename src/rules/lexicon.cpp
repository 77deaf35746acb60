// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/lexicon.h"

#include <algorithm>
#include <sstream>

#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t shortest_label = 6;  // letters; shorter words have too many real neighbours

/// Entries of a list, or of one text with commas between them. Folded.
std::vector<std::string> entries_of(const YamlNode& node, Problems& problems) {
  std::vector<std::string> entries;
  const auto add = [&](std::string_view entry) {
    std::string word = folded(entry);
    word.erase(0, word.find_first_not_of(' '));
    word.erase(word.find_last_not_of(' ') + 1);
    if (!word.empty()) entries.push_back(std::move(word));
  };
  if (node.kind == YamlNode::Kind::text) {
    std::istringstream in(node.text);
    for (std::string entry; std::getline(in, entry, ',');) add(entry);
  } else if (node.kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node.items)
      item.text == "\n" ? entries.push_back("\n") : add(item.text);
  }
  if (entries.empty()) note(node, "here stand words: a list, or one text with commas", problems);
  return entries;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

template <class Map>
auto found(const Map& map, std::string_view key) -> std::optional<typename Map::mapped_type> {
  const auto at = map.find(key);
  if (at == map.end()) return std::nullopt;
  return at->second;
}

}  // namespace

Lexicon::Lexicon() {
  for (const char* name : {"word", "number", "sign"}) tag_for(name);
}

std::optional<Tag> Lexicon::tag(std::string_view name) const { return found(tags_, name); }
std::optional<Tag> Lexicon::whole(std::string_view word) const { return found(whole_, word); }
std::optional<Tag> Lexicon::label(std::string_view word) const { return found(labels_, word); }

bool Lexicon::is_other_word(std::string_view word) const {
  return found(others_, word).has_value();
}

bool Lexicon::is_abbreviation(std::string_view word) const {
  return found(abbreviations_, word).has_value();
}

std::optional<Tag> Lexicon::ending(std::string_view word) const {
  const std::size_t longest = std::min(word.size(), longest_ending_);
  for (std::size_t size = longest; size > 0; --size)
    if (auto tag = found(endings_, word.substr(word.size() - size))) return tag;
  return std::nullopt;
}

std::span<const Lexicon::Phrase> Lexicon::phrases(std::string_view word) const {
  const auto at = phrases_.find(word);
  if (at == phrases_.end()) return {};
  return at->second;
}

Tag Lexicon::tag_for(const std::string& name) {
  const auto [at, fresh] = tags_.try_emplace(name, static_cast<Tag>(names_.size()));
  if (fresh) names_.push_back(name);
  return at->second;
}

void Lexicon::add(const std::string& entry, Tag tag, const YamlNode& node, Problems& problems) {
  if (entry.size() > 1 && entry.front() == '*') {
    endings_.try_emplace(entry.substr(1), tag);
    longest_ending_ = std::max(longest_ending_, entry.size() - 1);
    return;
  }
  std::vector<std::string> words = split(entry);
  if (words.size() > 1) {
    std::vector<Phrase>& list = phrases_[words.front()];
    list.push_back({std::move(words), tag});
    return;
  }
  const auto [at, fresh] = whole_.try_emplace(entry, tag);
  if (!fresh && at->second != tag)
    note(node, "'" + entry + "' stands under '" + names_[at->second] + "' too; a word has one tag",
         problems);
}

void Lexicon::add_label_words(const YamlNode& node, const std::vector<std::string>& tags,
                              Problems& problems) {
  for (const std::string& name : tags) {
    const auto wanted = tag(name);
    if (!wanted) {
      note(node, "there are no words under '" + name + "'", problems);
      continue;
    }
    for (const auto& [word, tag] : whole_)
      if (tag == *wanted && word.size() >= shortest_label) {
        labels_.emplace(word, tag);
        longest_label_ = std::max(longest_label_, word.size());
        label_words_.push_back({word, ocr_key(word), tag, letters_of(word)});
      }
  }
  std::ranges::sort(label_words_, {}, &LabelWord::word);
}

Lexicon lexicon_from(const YamlNode& root, Problems& problems) {
  Lexicon lexicon;
  const YamlNode& words = map_at(root, "words", problems);
  for (std::size_t i = 0; i < words.items.size(); ++i) {
    const Tag tag = lexicon.tag_for(words.keys[i]);
    for (const std::string& entry : entries_of(words.items[i], problems))
      lexicon.add(entry, tag, words.items[i], problems);
  }
  for (auto& [first, list] : lexicon.phrases_)
    std::ranges::stable_sort(list, std::greater{}, [](const auto& p) { return p.words.size(); });

  if (const YamlNode* labels = root.find("labels"))
    lexicon.add_label_words(*labels, entries_of(*labels, problems), problems);
  if (const YamlNode* leads = root.find("leads"))
    for (const std::string& name : entries_of(*leads, problems))
      if (const auto tag = lexicon.tag(name)) lexicon.leads_.insert(*tag);
  if (const YamlNode* others = root.find("other_words"))
    for (const std::string& word : entries_of(*others, problems)) lexicon.others_.emplace(word, 0);
  if (const YamlNode* short_forms = root.find("abbreviations"))
    for (const std::string& word : entries_of(*short_forms, problems))
      lexicon.abbreviations_.emplace(word, 0);
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
