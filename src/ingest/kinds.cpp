// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/kinds.h"

#include <algorithm>
#include <string>

namespace lagesbild {
namespace {

constexpr std::size_t longest_ending = 10;  // letters: "crdownload"

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lower case; empty where what follows the last '.' is none: "Bromma 2021.12", "Dr. Larsson".
std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  std::string ending(name.substr(dot + 1));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const bool plain =
      std::ranges::all_of(ending, [](char c) { return is_letter(c) || is_digit(c); });
  const bool named = std::ranges::any_of(ending, is_letter);
  return plain && named && ending.size() <= longest_ending ? ending : "";
}

}  // namespace

FileKind kind_of(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
  const std::string ending = ending_of(name);
  if (ending == "pdf" || ending == "txt") return FileKind::report;
  if (ending == "zip") return FileKind::archive;
  return ending.empty() ? FileKind::unknown : FileKind::other;
}

bool is_hidden(std::string_view path) {
  while (true) {
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
    if (end == std::string_view::npos) return false;
    path.remove_prefix(end + 1);
  }
}

bool begins_as_pdf(std::string_view head) {
  return head.substr(0, pdf_header_within).find("%PDF") != std::string_view::npos;
}

}  // namespace lagesbild
