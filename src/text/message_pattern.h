// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences with places to fill in, as ICU's MessageFormat has them: "{files, plural, one {# file}
// other {# files}}".
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"

namespace lagesbild {

/// What goes into the place called `name`.
struct MessageValue {
  std::string_view name;
  std::variant<std::int64_t, double, std::string> value;

  MessageValue(std::string_view place, std::integral auto number)
      : name(place), value(static_cast<std::int64_t>(number)) {}
  MessageValue(std::string_view place, double number) : name(place), value(number) {}
  MessageValue(std::string_view place, std::string text) : name(place), value(std::move(text)) {}
  MessageValue(std::string_view place, std::string_view text)
      : MessageValue(place, std::string(text)) {}
  MessageValue(std::string_view place, const char* text) : MessageValue(place, std::string(text)) {}
};

class MessagePattern {
 public:
  /// `locale` ("sv", "en") decides plurals and how numbers are written. The Problem (code
  /// "rule_message") says what is wrong with the pattern.
  static Result<MessagePattern> compiled(std::string_view pattern, const std::string& locale);

  /// The sentence, UTF-8. A place without a value stays as "{name}"; values of no place are left
  /// out. "" where a number is wanted and a text was given.
  std::string with(std::span<const MessageValue> values) const;

  /// The names of its places.
  std::set<std::string> places() const;

 private:
  struct Engine;
  explicit MessagePattern(std::shared_ptr<const Engine> engine) : engine_(std::move(engine)) {}
  std::shared_ptr<const Engine> engine_;
};

}  // namespace lagesbild
