// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people read, in their language: sv.yaml and en.yaml beside this file, which are part of the
// program. Both have the same keys, with the same places to fill in.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/message_pattern.h"

namespace lagesbild {

enum class Language { swedish, english };

inline constexpr Language languages[] = {Language::swedish, Language::english};

/// "sv" or "en", as --lang and HTML's lang name them.
std::string_view name_of(Language language);
std::optional<Language> language_named(std::string_view name);

class Messages {
 public:
  explicit Messages(Language language);

  Language language() const { return language_; }

  /// The message `key` with its places filled in. A key that is not there comes back in brackets.
  std::string operator()(std::string_view key,
                         std::initializer_list<MessageValue> values = {}) const;

  /// Every key with its pattern, and what was wrong with the file, for tests.
  const std::map<std::string, MessagePattern, std::less<>>& all() const { return patterns_; }
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  Language language_;
  std::map<std::string, MessagePattern, std::less<>> patterns_;
  std::vector<Problem> problems_;
};

}  // namespace lagesbild
