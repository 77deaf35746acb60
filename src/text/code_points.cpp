// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/code_points.h"

#include "base/utf8.h"

namespace lagesbild {

Marks marks_of(std::string_view utf8) {
  Marks marks;
  marks.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    marks.push_back({point.value, static_cast<std::uint32_t>(at)});
    at += point.size;
  }
  return marks;
}

MappedText text_of(const Marks& marks, std::uint32_t end) {
  MappedText made;
  made.text.reserve(marks.size() + marks.size() / 8);
  for (const Mark& mark : marks) {
    append_utf8(made.text, mark.c);
    made.origin.resize(made.text.size(), mark.origin);
  }
  made.origin.push_back(end);
  return made;
}

}  // namespace lagesbild
