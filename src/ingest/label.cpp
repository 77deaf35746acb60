// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/label.h"

#include "base/utf8.h"

namespace lagesbild {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += hex_digits[byte >> 4];
  out += hex_digits[byte & 0xF];
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool reads_as_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

}  // namespace

std::string path_label(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = code_point_at(path, at);
    if (!point.valid || point.value < 0x20 || point.value == 0x7F || reads_as_escape(path, at))
      append_escaped(out, path[at]);
    else
      out += path.substr(at, point.size);
    at += point.size;
  }
  return out;
}

std::string member_label(std::string_view archive, std::string_view name) {
  std::string out(archive);
  while (true) {
    const std::size_t end = name.find('/');
    const std::string_view part = name.substr(0, end);
    if (part == "..")
      out += "/%2E%2E";
    else if (!part.empty() && part != ".")
      out += "/" + path_label(part);
    if (end == std::string_view::npos) return out;
    name.remove_prefix(end + 1);
  }
}

}  // namespace lagesbild
