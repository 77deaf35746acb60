// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/collate.h"

#include <unicode/coll.h>

#include <memory>

namespace lagesbild {

std::string sort_key(std::string_view utf8) {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("sv"), error));
    if (made) made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
    return made;
  }();
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  if (!collator) return std::string(utf8);
  std::string bytes(static_cast<std::size_t>(collator->getSortKey(text, nullptr, 0)), '\0');
  collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(bytes.data()),
                       static_cast<int32_t>(bytes.size()));
  while (!bytes.empty() && bytes.back() == '\0') bytes.pop_back();
  return bytes;
}

}  // namespace lagesbild
