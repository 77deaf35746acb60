// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/messages.h"

#include "messages/texts.h"
#include "rules/yaml.h"

namespace lagesbild {

std::string_view name_of(Language language) { return language == Language::swedish ? "sv" : "en"; }

std::optional<Language> language_named(std::string_view name) {
  for (const Language language : languages)
    if (name == name_of(language)) return language;
  return std::nullopt;
}

Messages::Messages(Language language) : language_(language) {
  const std::string locale(name_of(language));
  const std::string_view text = language == Language::swedish ? swedish_texts : english_texts;
  const Result<YamlNode> root = yaml_of(std::string(text), locale + ".yaml");
  if (!root) {
    problems_.push_back(root.problem());
    return;
  }
  for (std::size_t i = 0; i < root->keys.size(); ++i) {
    const YamlNode& node = root->items[i];
    Result<MessagePattern> pattern = MessagePattern::compiled(node.text, locale);
    if (pattern)
      patterns_.emplace(root->keys[i], *std::move(pattern));
    else
      problems_.push_back(
          {pattern.problem().code, Severity::error, node.place, pattern.problem().what});
  }
}

std::string Messages::operator()(std::string_view key,
                                 std::initializer_list<MessageValue> values) const {
  const auto found = patterns_.find(key);
  if (found == patterns_.end()) return "[" + std::string(key) + "]";
  return found->second.with({values.begin(), values.size()});
}

}  // namespace lagesbild
