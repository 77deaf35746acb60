// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Running heads and feet: lines in the margins that pages repeat, and lines the rules know as such.
#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "reading/form_text_maker.h"
#include "reading/mapping.h"

namespace lagesbild {
namespace {

constexpr double margin = 0.12;          // of the page's height
constexpr double repeated_margin = 0.2;  // the same, for what other pages have at the same height
constexpr double same_height = 3;        // points between the same line of two pages

std::string without_digits(std::string_view folded) {
  std::string text;
  for (const char c : folded)
    if (c < '0' || c > '9') text += c;
  return text;
}

using Baseline = FormTextMaker::Baseline;

void add_to(std::vector<Baseline>& baselines, const TextLine& line) {
  const double y = line.line.box.y1;
  auto at = std::ranges::find_if(
      baselines, [y](const Baseline& b) { return std::abs(b.y - y) < same_height; });
  if (at == baselines.end()) at = baselines.insert(at, Baseline{y, {}, {}});
  at->parts.push_back(&line);
}

bool same(const Baseline& a, const Baseline& b) {
  return std::abs(a.y - b.y) < same_height && a.text == b.text;
}

/// From the paper's edge on, with the texts of their parts.
void sort_outwards(std::vector<Baseline>& lines, bool downwards) {
  std::ranges::sort(lines, [&](const Baseline& a, const Baseline& b) {
    return downwards ? a.y < b.y : a.y > b.y;
  });
  for (Baseline& line : lines)
    for (const TextLine* part : line.parts) line.text += without_digits(part->folded) + '|';
}

}  // namespace

/// Lines in the margins that pages repeat at the same height, and lines the rules know as
/// furniture. What states a change is somebody's comment, however often it stands there.
void FormTextMaker::set_furniture() {
  std::map<std::string, std::vector<const TextLine*>> in_margins;
  const auto in_margin = [&](const TextLine& line) {
    const double height = layout_.pages[line.line.page].height;
    return line.line.box.y1 < margin * height || line.line.box.y0 > (1 - margin) * height;
  };
  for (const TextLine& line : text_.lines)
    if (in_margin(line)) in_margins[without_digits(line.folded)].push_back(&line);
  const auto repeats_at_height = [&](const TextLine& line) {
    return in_margin(line) && !opens_with_label(rules_, line) &&
           std::ranges::any_of(in_margins[without_digits(line.folded)], [&](const TextLine* other) {
             return other->line.page != line.line.page &&
                    std::abs(other->line.box.y1 - line.line.box.y1) < same_height;
           });
  };
  for (const TextLine& line : text_.lines) {
    const bool apart = layout_.words[line.line.words.front()].apart;
    const bool repeats = repeats_at_height(line);
    const bool title = rules_.form.title.which(line.folded) != nullptr;
    const bool heads = title || rules_.form.section.which(line.folded);
    const Rule* known = heads ? nullptr : rules_.form.furniture.which(line.folded);
    const bool other = known && (known->is == "other_city" || known->is == "other_document");
    if (other) text_.elsewhere.insert(known->is);
    if (apart || (repeats && !title) || (known && !other))
      mark(text_.reading.roles, line.line, Role::furniture);
  }
  if (!layout_.measured) mark_heads_behind_pages();
}

/// In a text without pages: the report's first lines once more, behind the number of a page.
void FormTextMaker::mark_heads_behind_pages() {
  constexpr std::size_t most = 5;  // lines of a running head
  std::set<std::string> heads;
  for (const TextLine& line : text_.lines) {
    if (heads.size() == most || heads_form(line) || rules_.form.title.which(line.folded)) break;
    heads.insert(without_digits(line.folded));
  }
  bool behind = false;
  for (const TextLine& line : text_.lines) {
    const Rule* known = rules_.form.furniture.which(line.folded);
    behind =
        (known && known->is == "page") || (behind && heads.contains(without_digits(line.folded)));
    if (behind) mark(text_.reading.roles, line.line, Role::furniture);
  }
}

/// Takes out of the tables by position what stands above or below everything else on a page, and is
/// no heading of the form: at the same height on several pages, or alone at the foot.
void FormTextMaker::take_running_lines() {
  std::vector<std::vector<Baseline>> tops(layout_.pages.size()), feet(layout_.pages.size());
  std::vector<std::vector<double>> bottoms(layout_.pages.size());
  const double reach = layout_.measured ? repeated_margin : margin;
  const auto add = [&](TextLine& line) {
    const std::size_t page = line.line.page;
    const double height = layout_.pages[page].height;
    if (line.line.words.empty()) return;
    bottoms[page].push_back(line.line.box.y1);
    if (line.line.box.y1 < reach * height) add_to(tops[page], line);
    if (line.line.box.y0 > (1 - reach) * height) add_to(feet[page], line);
  };
  for (TextLine& line : text_.lines) add(line);
  for (auto& table : text_.tables)
    for (auto& cell : table.cells) std::ranges::for_each(cell, add);
  for (auto* pages : {&tops, &feet})
    for (std::vector<Baseline>& page : *pages) sort_outwards(page, pages == &tops);
  if (layout_.pages.size() > 1) {
    mark_repeated(tops);
    mark_repeated(feet);
  }
  for (std::size_t page = 0; layout_.measured && page < feet.size(); ++page)
    mark_lone_foot(feet[page], bottoms[page], layout_.pages[page].height);
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    if (layout_.tables[t].basis != Table::Basis::position) continue;
    for (auto& cell : text_.tables[t].cells)
      std::erase_if(cell, [&](const TextLine& line) {
        const bool running = text_.reading.roles[line.line.words.front()] != Role::unplaced;
        if (running) text_.running.push_back(line);
        return running;
      });
  }
}

/// Whether a line is a heading of the form, which pages may repeat.
bool FormTextMaker::heads_form(const TextLine& line) const {
  return head_role(rules_.form, line.folded) || rules_.form.section.which(line.folded);
}

/// Marks lines that another page has at the same height, from the paper's edge on.
void FormTextMaker::mark_repeated(const std::vector<std::vector<Baseline>>& pages) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Baseline& line : pages[p]) {
      const auto elsewhere = [&](const std::vector<Baseline>& other) {
        return &other != &pages[p] &&
               std::ranges::any_of(other, [&](const Baseline& b) { return same(b, line); });
      };
      const auto is_content = [this](const TextLine* part) {
        return heads_form(*part) || opens_with_label(rules_, *part);
      };
      if (std::ranges::none_of(pages, elsewhere) || std::ranges::any_of(line.parts, is_content))
        break;
      for (const TextLine* part : line.parts)
        if (!note_title(text_.reading, rules_.form, {part, 1}, part->folded))
          mark(text_.reading.roles, part->line, Role::furniture);
    }
  }
}

/// Marks short lines at the foot of a page, far below everything else. `bottoms` are the lower
/// edges of all its lines; points.
void FormTextMaker::mark_lone_foot(const std::vector<Baseline>& foot, std::vector<double> bottoms,
                                   double height) {
  constexpr double alone = 40;         // points below the text above; rows stand closer
  constexpr std::size_t longest = 70;  // bytes of a part
  std::ranges::sort(bottoms);
  std::size_t lines = 0;
  for (std::size_t l = 0; l < foot.size() && lines == 0; ++l) {
    const auto fits = [&](const TextLine* part) {
      return part->text.size() <= longest && part->line.box.y0 > (1 - margin) * height &&
             !heads_form(*part);
    };
    if (!std::ranges::all_of(foot[l].parts, fits)) return;
    const auto above = std::ranges::lower_bound(bottoms, foot[l].y - same_height);
    const double top = foot[l].parts.front()->line.box.y0;
    if (above == bottoms.begin() || top - *std::prev(above) > alone) lines = l + 1;
  }
  for (const Baseline& line : std::span(foot).first(lines))
    for (const TextLine* part : line.parts) mark(text_.reading.roles, part->line, Role::furniture);
}

}  // namespace lagesbild
