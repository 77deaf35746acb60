// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/decode.h"

#include <unicode/unistr.h>

#include <memory>

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

}  // namespace

bool begins_as_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string decoded(std::string_view bytes) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  if (!begins_as_utf16(bytes) && is_utf8(bytes)) return std::string(bytes);
  const char* const charset = begins_as_utf16(bytes) ? "UTF-16" : "windows-1252";
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), charset).toUTF8String(utf8);
  return utf8;
}

}  // namespace lagesbild
