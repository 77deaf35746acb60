// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dump_reading.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lagesbild {
namespace {

std::string number(double value, int digits = 1) {
  std::array<char, 40> text{};
  const auto end =
      std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, digits).ptr;
  return {text.begin(), end};
}

std::string at(const Box& box) {
  return "[" + number(box.x0) + " " + number(box.y0) + " " + number(box.x1) + " " + number(box.y1) +
         "]";
}

std::string text_of(const Layout& layout, const Line& line) {
  std::string text;
  for (const std::size_t word : line.words)
    text += (text.empty() ? "" : " ") + layout.words[word].text;
  return text;
}

std::string_view name_of(Table::Basis basis) {
  return basis == Table::Basis::ruled    ? "ruled"
         : basis == Table::Basis::shaded ? "shaded"
                                         : "by position";
}

std::string edges(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) text += " " + number(value);
  return text;
}

void add_table(std::string& text, const Layout& layout, const Table& table) {
  text += "table " + std::string(name_of(table.basis)) + " " + at(table.box) + "\n  columns at" +
          edges(table.column_edges) + "\n";
  for (const Cell& cell : table.cells) {
    text += "  row " + std::to_string(cell.first_row) +
            (cell.last_row > cell.first_row ? "-" + std::to_string(cell.last_row) : "") +
            " column " + std::to_string(cell.first_column) +
            (cell.last_column > cell.first_column ? "-" + std::to_string(cell.last_column) : "") +
            "\n";
    for (const Line& line : cell.lines)
      text += "    " + at(line.box) + " " + text_of(layout, line) + "\n";
  }
}

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + code;
  return text;
}

/// Words in page order, those of one role and baseline on one line.
void add_roles(std::string& text, const Layout& layout, const Reading& reading) {
  std::vector<std::size_t> order(layout.words.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const Word& x = layout.words[a];
    const Word& y = layout.words[b];
    if (x.page != y.page) return x.page < y.page;
    if (std::abs(x.box.y1 - y.box.y1) > 1) return x.box.y1 < y.box.y1;
    return x.box.x0 < y.box.x0;
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Word& word = layout.words[order[i]];
    const bool follows = i > 0 && reading.roles[order[i - 1]] == reading.roles[order[i]] &&
                         layout.words[order[i - 1]].page == word.page &&
                         std::abs(layout.words[order[i - 1]].box.y1 - word.box.y1) <= 1;
    if (!follows)
      text += "\n  page " + std::to_string(layout.pages[word.page].number) + " " +
              std::string(name_of(reading.roles[order[i]])) + ":";
    text += " " + word.text;
  }
  text += "\n";
}

}  // namespace

std::string dump(const Layout& layout) {
  std::string text;
  std::size_t page = Block::none;
  for (const Block& block : layout.blocks) {
    const std::size_t on = block.table != Block::none ? layout.tables[block.table].page
                                                      : layout.lines[block.line].page;
    if (on != page) {
      const PageFrame& frame = layout.pages[on];
      text += "page " + std::to_string(frame.number) + " " + number(frame.width) + " x " +
              number(frame.height) + (frame.turn ? " turned " + std::to_string(frame.turn) : "") +
              "\n";
    }
    page = on;
    if (block.table != Block::none)
      add_table(text, layout, layout.tables[block.table]);
    else
      text += "line " + at(layout.lines[block.line].box) + " " +
              text_of(layout, layout.lines[block.line]) + "\n";
  }
  return text;
}

std::string dump(const Layout& layout, const Reading& reading) {
  std::string text;
  for (const AreaReading& area : reading.areas) {
    text += std::string(name_of(area.scope)) + " " + area.number.value_or("-") + " " + area.title +
            "\n";
    if (area.group) text += "  group " + *area.group + "\n";
    text += "  by " + std::string(name_of(area.mapped_by)) + ", " + number(area.confidence, 3) +
            (area.review.empty() ? "" : ": " + joined(area.review)) + "\n";
    if (area.change_cell) text += "  change cell: " + *area.change_cell + "\n";
    for (const Line& line : area.comment_lines)
      text += "  page " + std::to_string(layout.pages[line.page].number) + " " + at(line.box) +
              " " + text_of(layout, line) + "\n";
  }
  text += "words";
  add_roles(text, layout, reading);
  return text;
}

std::string dump(const Report& report) {
  std::string text = "district " + (report.district ? report.district->name : "-") + ", period " +
                     report.period.value_or("-") + ", " + std::string(name_of(report.status)) +
                     "\n";
  for (const Assessment& a : report.assessments) {
    const std::string change = a.change ? std::string(name_of(*a.change)) : "no change stated";
    text += key_of(a) + " " + a.title + "\n  " + change + ", " + std::string(name_of(a.basis)) +
            (a.reference ? " " + *a.reference : "") + (a.rule.empty() ? "" : ", rule " + a.rule) +
            ", confidence " + number(a.confidence, 3) + "\n";
    if (a.suggested_change)
      text += "  suggested: " + std::string(name_of(*a.suggested_change)) + "\n";
    if (a.area_id) text += "  area " + *a.area_id + "\n";
    if (!a.review.empty()) text += "  review: " + joined(a.review) + "\n";
  }
  for (const Problem& problem : report.problems)
    text += sentence(problem) + " (" + problem.code + ")\n";
  return text;
}

}  // namespace lagesbild
