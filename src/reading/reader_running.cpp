// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Running heads and feet: lines in the margins that pages repeat, and lines the rules know as such.
#include <algorithm>
#include <cmath>
#include <map>

#include "reading/reader.h"

namespace lagesbild {
namespace {

constexpr double margin = 0.12;    // of the page's height
constexpr double same_height = 3;  // points between the same line of two pages

std::string without_digits(std::string_view folded) {
  std::string text;
  for (const char c : folded)
    if (c < '0' || c > '9') text += c;
  return text;
}

/// What stands on one baseline of a page, tables or not.
struct Baseline {
  double y = 0;
  std::vector<TextLine*> parts;
  std::string text;  ///< without its figures
};

void add_to(std::vector<Baseline>& baselines, TextLine& line) {
  const double y = line.line.box.y1;
  auto at = std::ranges::find_if(
      baselines, [y](const Baseline& b) { return std::abs(b.y - y) < same_height; });
  if (at == baselines.end()) at = baselines.insert(at, Baseline{y, {}, {}});
  at->parts.push_back(&line);
}

bool same(const Baseline& a, const Baseline& b) {
  return std::abs(a.y - b.y) < same_height && a.text == b.text;
}

}  // namespace

/// Lines in the margins that pages repeat, and lines the rules know as furniture.
void Reader::set_furniture() {
  std::map<std::string, std::set<std::size_t>> pages_of;
  const auto in_margin = [&](const TextLine& line) {
    const double height = layout_.pages[line.line.page].height;
    return line.line.box.y1 < margin * height || line.line.box.y0 > (1 - margin) * height;
  };
  for (const TextLine& line : lines_)
    if (in_margin(line)) pages_of[without_digits(line.folded)].insert(line.line.page);
  for (const TextLine& line : lines_) {
    const bool apart = layout_.words[line.line.words.front()].apart;
    const bool repeats = in_margin(line) && pages_of[without_digits(line.folded)].size() > 1 &&
                         layout_.pages.size() > 1;
    const bool title = rules_.form.title.which(line.folded) != nullptr;
    if (apart || (repeats && !title) || (!title && rules_.form.furniture.which(line.folded)))
      mark(reading_.roles, line.line, Role::furniture);
  }
}

/// Takes out of the tables by position what heads or ends several pages at the same height: above
/// or below everything else there, and no heading of the form.
void Reader::take_running_lines() {
  if (layout_.pages.size() < 2) return;
  std::vector<std::vector<Baseline>> tops(layout_.pages.size()), feet(layout_.pages.size());
  const auto add = [&](TextLine& line) {
    const double height = layout_.pages[line.line.page].height;
    if (line.line.words.empty()) return;
    if (line.line.box.y1 < margin * height) add_to(tops[line.line.page], line);
    if (line.line.box.y0 > (1 - margin) * height) add_to(feet[line.line.page], line);
  };
  for (TextLine& line : lines_) add(line);
  for (auto& table : tables_)
    for (auto& cell : table.cells) std::ranges::for_each(cell, add);
  for (auto* pages : {&tops, &feet}) {
    for (std::vector<Baseline>& page : *pages) {
      const bool downwards = pages == &tops;
      std::ranges::sort(page, [&](const Baseline& a, const Baseline& b) {
        return downwards ? a.y < b.y : a.y > b.y;
      });
      for (Baseline& baseline : page)
        for (const TextLine* part : baseline.parts)
          baseline.text += without_digits(part->folded) + '|';
    }
  }
  const auto heads_form = [&](const TextLine* part) {
    return head_role(rules_.form, part->folded) || rules_.form.section.which(part->folded);
  };
  for (auto* pages : {&tops, &feet}) {
    for (std::size_t p = 0; p < pages->size(); ++p) {
      for (const Baseline& line : (*pages)[p]) {
        const auto elsewhere = [&](const std::vector<Baseline>& other) {
          return &other != &(*pages)[p] &&
                 std::ranges::any_of(other, [&](const Baseline& b) { return same(b, line); });
        };
        if (std::ranges::none_of(*pages, elsewhere) || std::ranges::any_of(line.parts, heads_form))
          break;
        for (const TextLine* part : line.parts)
          if (!note_title({part, 1}, part->folded))
            mark(reading_.roles, part->line, Role::furniture);
      }
    }
  }
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    if (layout_.tables[t].basis != Table::Basis::position) continue;
    for (auto& cell : tables_[t].cells)
      std::erase_if(cell, [&](const TextLine& line) {
        const bool running = reading_.roles[line.line.words.front()] != Role::unplaced;
        if (running) running_.push_back(line);
        return running;
      });
  }
}

}  // namespace lagesbild
