// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_pattern.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <vector>

namespace lagesbild {
namespace {

icu::UnicodeString unicode(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::Formattable formattable(const MessageValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.value))
    return icu::Formattable(static_cast<int64_t>(*whole));
  if (const auto* number = std::get_if<double>(&value.value)) return icu::Formattable(*number);
  return icu::Formattable(unicode(std::get<std::string>(value.value)));
}

}  // namespace

struct MessagePattern::Engine {
  icu::UnicodeString pattern;
  icu::MessageFormat format;
};

Result<MessagePattern> MessagePattern::compiled(std::string_view pattern,
                                                const std::string& locale) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError where;
  const icu::UnicodeString text = unicode(pattern);
  icu::MessageFormat format(text, icu::Locale(locale.c_str()), where, error);
  if (U_FAILURE(error))
    return Problem{"rule_message",
                   Severity::error,
                   {},
                   "not a message at sign " + std::to_string(where.offset) + " (" +
                       u_errorName(error) + "): " + std::string(pattern)};
  return MessagePattern(std::make_shared<const Engine>(Engine{text, format}));
}

std::string MessagePattern::with(std::span<const MessageValue> values) const {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> given;
  for (const MessageValue& value : values) {
    names.push_back(unicode(value.name));
    given.push_back(formattable(value));
  }
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString out;
  engine_->format.format(names.data(), given.data(), static_cast<int32_t>(names.size()), out,
                         error);
  return U_FAILURE(error) ? "" : utf8_of(out);
}

std::set<std::string> MessagePattern::places() const {
  UErrorCode error = U_ZERO_ERROR;
  const icu::MessagePattern parts(engine_->pattern, nullptr, error);
  std::set<std::string> names;
  for (int32_t i = 0; U_SUCCESS(error) && i < parts.countParts(); ++i)
    if (const auto& part = parts.getPart(i); part.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      names.insert(utf8_of(parts.getSubstring(part)));
  return names;
}

}  // namespace lagesbild
