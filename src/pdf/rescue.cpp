// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file is written front to back and its trailer comes last: what is cut off is the list of
// objects, while the pages are there. Poppler finds the objects by itself but not the catalog.
#include "pdf/rescue.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr long largest_number = 8'388'607;  // of an object, ISO 32000-1 annex C

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The object number of "12 0 obj" when "obj" stands at `at`; 0 when it is no such header.
long number_before(std::string_view bytes, std::size_t at) {
  std::size_t i = at;
  const auto skip = [&](auto&& wanted) {
    const std::size_t from = i;
    while (i > 0 && wanted(bytes[i - 1])) --i;
    return from - i;
  };
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
  if (skip(is_space) == 0 || skip(is_digit) == 0 || skip(is_space) == 0) return 0;
  const std::size_t end = i;
  if (skip(is_digit) == 0 || end - i > 7) return 0;
  return std::stol(std::string(bytes.substr(i, end - i)));
}

}  // namespace

std::optional<std::string> with_new_trailer(std::string_view bytes) {
  if (bytes.find("/Encrypt") != std::string_view::npos) return std::nullopt;
  long last = 0;
  long catalog = 0;
  for (std::size_t at = bytes.find("obj"); at != std::string_view::npos;
       at = bytes.find("obj", at + 3)) {
    const long number = number_before(bytes, at);
    if (number <= 0 || number >= largest_number) continue;
    last = std::max(last, number);
    constexpr std::size_t looked_at = 2000;  // bytes; catalogs are short
    const std::string_view body = bytes.substr(at, looked_at);
    const std::size_t mark = body.find("/Catalog");
    if (mark < body.find("endobj")) catalog = number;
  }
  if (last == 0) return std::nullopt;
  std::string whole(bytes);
  if (catalog == 0) {
    catalog = last + 1;
    whole += "\n" + std::to_string(catalog) + " 0 obj\n<< /Type /Catalog >>\nendobj\n";
  }
  return whole + "\ntrailer\n<< /Root " + std::to_string(catalog) + " 0 R >>\n%%EOF\n";
}

}  // namespace lagesbild
