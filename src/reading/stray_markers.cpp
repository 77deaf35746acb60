// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/stray_markers.h"

#include <algorithm>
#include <utility>

#include "base/bullets.h"
#include "reading/entries.h"

namespace lagesbild {

void lift_numbers(std::vector<TextLine>& lines) {
  for (std::size_t l = 1; l < lines.size(); ++l) {
    const Box &number_box = lines[l].line.box, &above = lines[l - 1].line.box;
    const auto number = numbered(lines[l].text);
    if (number && number->rest.empty() && !numbered(lines[l - 1].text) &&
        lines[l].line.page == lines[l - 1].line.page && number_box.x1 <= above.x0 &&
        number_box.y0 < above.y1)
      std::swap(lines[l - 1], lines[l]);
  }
}

void take_stray_markers(std::vector<TextLine>& lines, std::vector<Role>& roles) {
  constexpr std::ptrdiff_t fewest = 3;  // numbers; one may be a page's
  const auto is_bullet = [](const TextLine& line) {
    return std::ranges::find(bullets, line.text) != bullets.end();
  };
  const auto is_number = [](const TextLine& line) {
    const auto number = numbered(line.text);
    return number && number->closed && number->rest.empty();
  };
  const auto behind = std::find_if_not(lines.rbegin(), lines.rend(), is_number).base();
  const auto end = lines.end() - behind >= fewest ? behind : lines.end();
  std::for_each(end, lines.end(),
                [&](const TextLine& line) { mark(roles, line.line, Role::furniture); });
  lines.erase(end, lines.end());
  std::erase_if(lines, [&](const TextLine& line) {
    if (is_bullet(line)) mark(roles, line.line, Role::furniture);
    return is_bullet(line);
  });
}

}  // namespace lagesbild
