// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Choices among changes that stand below each comment, where a layout takes them for columns.
#include <algorithm>
#include <iterator>

#include "layout/lines.h"
#include "reading/boxes.h"
#include "reading/form_text_maker.h"
#include "reading/mapping.h"

namespace lagesbild {

std::vector<TextLine> lines_across(const Layout& layout, const std::vector<Role>& roles,
                                   const Table& table) {
  std::vector<std::size_t> words;
  for (const Cell& cell : table.cells)
    for (const Line& line : cell.lines)
      std::ranges::copy_if(line.words, std::back_inserter(words),
                           [&](std::size_t i) { return roles[i] == Role::unplaced; });
  return text_lines(layout.words, lines_of(layout.words, std::move(words)));
}

bool FormTextMaker::names_change(const TextLine& line) const {
  return std::ranges::any_of(rules_.form.change_stems, [&](const std::string& stem) {
    return line.folded.starts_with(stem);
  });
}

bool FormTextMaker::holds_box(const TextLine& line) const {
  return std::ranges::any_of(line.line.words, [&](std::size_t word) {
    return is_drawn_box(rules_.form, layout_.words[word].text);
  });
}

/// Whether the cells hold boxes, or several lines that are no more than the name of a change.
bool FormTextMaker::may_offer_choices(const CellTexts& cells) const {
  constexpr std::size_t longest = 20, fewest = 3;  // bytes; lines
  std::size_t named = 0;
  for (const auto& cell : cells) {
    for (const TextLine& line : cell) {
      if (holds_box(line)) return true;
      named += line.folded.size() <= longest && names_change(line);
    }
  }
  return named >= fewest;
}

/// Finds tables whose columns are only the options of a choice, which stands below each comment:
/// "☐ Positiv ☒ Oförändrat ☐ Negativ".
void FormTextMaker::find_choices() {
  constexpr std::size_t fewest = 3;
  struct Count {
    std::size_t boxes = 0, choices = 0, entries = 0;  // lines
  };
  std::vector<Count> counts;
  std::size_t all_boxes = 0;
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    const Table& table = layout_.tables[t];
    Count& count = counts.emplace_back();
    if (table.column_edges.size() < 3 || !may_offer_choices(text_.tables[t].cells)) continue;
    const auto is_parted = [&](const Box& line) {
      return std::any_of(table.column_edges.begin() + 1, table.column_edges.end() - 1,
                         [&](double edge) { return line.x0 < edge && edge < line.x1; });
    };
    for (const TextLine& line : lines_across(layout_, text_.reading.roles, table)) {
      const auto number = numbered(line.text);
      count.entries +=
          known_.find(number ? number->rest : line.text) || (number && !number->rest.empty());
      if (!is_parted(line.line.box) || !(holds_box(line) || names_change(line))) continue;
      const bool boxes = box_line(rules_, line.text).has_value();
      count.boxes += boxes;
      count.choices += boxes || choice_in(rules_, line.text);
    }
    all_boxes += count.boxes;
  }
  for (std::size_t t = 0; t < text_.tables.size(); ++t) {
    const std::size_t choices = counts[t].choices >= fewest ? counts[t].choices
                                : all_boxes >= fewest       ? counts[t].boxes
                                                            : 0;
    text_.tables[t].choices = choices > 0 && 2 * choices >= counts[t].entries;
  }
}

}  // namespace lagesbild
