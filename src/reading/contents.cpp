// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/contents.h"

#include <algorithm>
#include <set>

#include "reading/entries.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t fewest = 3;  // headings listed; fewer may stand twice by chance

/// The heading's letters: no number before it, no leaders and page number behind it.
std::string heading_key(const TextLine& line) {
  const auto number = numbered(line.text);
  std::string_view text = number ? number->rest : line.text;
  const std::size_t last = text.find_last_not_of("0123456789. …");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return key(text);
}

/// The line behind the contents that begin at `first`: the first one listed before, or else the one
/// behind the last that stands in the document again.
std::size_t end_of_contents(const std::vector<TextLine>& lines, std::size_t first,
                            const HeadingCounts& counts) {
  std::set<std::string> listed;
  std::size_t end = first, repeated = 0;
  for (std::size_t l = first; l < lines.size(); ++l) {
    const std::string heading = heading_key(lines[l]);
    const auto found = counts.find(heading);
    if (heading.empty() || found == counts.end() || found->second < 2) continue;
    if (!listed.insert(heading).second) return repeated < fewest ? first : l;
    ++repeated;
    end = l + 1;
  }
  return repeated < fewest ? first : end;
}

}  // namespace

void count_heading(HeadingCounts& counts, const TextLine& line) { ++counts[heading_key(line)]; }

bool heads_contents(const FormRules& form, const TextLine& line) {
  const Rule* rule = form.section.which(line.folded);
  return rule && rule->is == "contents";
}

void take_contents(std::vector<TextLine>& lines, const FormRules& form, const HeadingCounts& counts,
                   std::vector<Role>& roles) {
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!heads_contents(form, lines[l])) continue;
    const std::size_t end = end_of_contents(lines, l + 1, counts);
    const auto from = lines.begin() + static_cast<std::ptrdiff_t>(l) + 1,
               to = lines.begin() + static_cast<std::ptrdiff_t>(end);
    std::for_each(from, to, [&](const TextLine& line) { mark(roles, line.line, Role::repeated); });
    lines.erase(from, to);
  }
}

}  // namespace lagesbild
