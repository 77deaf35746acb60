// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/terminal.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace lagesbild {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_combining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x20D0 && c <= 0x20FF);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (point.value == U'\n')
      out += "\\n";
    else if (!point.valid || (point.value < 0x80 && is_control(point.value)))
      out += fmt::format("\\x{:02x}", byte);
    else if (is_control(point.value) || turns_direction(point.value) || is_invisible(point.value))
      out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(point.value));
    else
      out += text.substr(at, point.size);
    at += point.size;
  }
  return out;
}

std::string harmless_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    out += harmless(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    if (!is_combining(point.value)) ++width;
    at += point.size;
  }
  return width;
}

std::string fitted(std::string_view utf8, std::size_t columns) {
  const std::size_t width = width_of(utf8);
  if (width <= columns) return std::string(utf8) + std::string(columns - width, ' ');
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    if (!is_combining(point.value) && ++used >= columns) break;
    out += utf8.substr(at, point.size);
    at += point.size;
  }
  return out + "…";
}

}  // namespace lagesbild
