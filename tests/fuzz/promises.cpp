// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "promises.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "model/json.h"

namespace lagesbild::fuzz {
namespace {

bool finite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) &&
         std::isfinite(box.y1);
}

std::string wrong_with(const Page& page) {
  if (!std::isfinite(page.width) || !std::isfinite(page.height)) return "a page has no size";
  if (!is_utf8(page.text)) return "a page's text is no UTF-8";
  for (const Glyph& glyph : page.glyphs) {
    if (!finite(glyph.box) || !std::isfinite(glyph.size)) return "a glyph has no place";
    if (std::size_t{glyph.text_begin} + glyph.text_size > page.text.size())
      return "a glyph's text lies outside of its page";
  }
  for (const Ruling& one : page.rulings) {
    if (!finite({one.x0, one.y0, one.x1, one.y1})) return "a ruling has no place";
    if (one.x0 > one.x1 || one.y0 > one.y1 || (one.x0 != one.x1 && one.y0 != one.y1))
      return "a ruling is neither level nor upright";
  }
  const auto placed = [](const auto& thing) { return finite(thing.box); };
  if (!std::ranges::all_of(page.shadings, placed)) return "a shading has no place";
  if (!std::ranges::all_of(page.images, placed)) return "an image has no place";
  for (const Field& field : page.fields)
    if (!placed(field) || !is_utf8(field.value)) return "a field has no place or no text";
  return "";
}

/// How often each word stands in a line.
class Count {
 public:
  explicit Count(std::size_t words) : times_(words, 0) {}
  void add(const std::vector<Line>& lines) {
    for (const Line& line : lines)
      for (const std::size_t word : line.words) {
        if (word < times_.size())
          ++times_[word];
        else
          strangers_ = true;
      }
  }
  bool all(int times) const {
    return !strangers_ && std::ranges::count(times_, times) == std::ssize(times_);
  }
  bool none_above(int times) const {
    return !strangers_ && std::ranges::all_of(times_, [&](int n) { return n <= times; });
  }

 private:
  std::vector<int> times_;
  bool strangers_ = false;  // indices of no word
};

bool has_role(const Reading& reading, const std::vector<Line>& lines, Role role) {
  return std::ranges::all_of(lines, [&](const Line& line) {
    return std::ranges::all_of(line.words,
                               [&](std::size_t word) { return reading.roles[word] == role; });
  });
}

std::string wrong_with(const Assessment& one, Status status) {
  if (one.change.has_value() == (one.basis == Basis::none)) return "a change without a basis";
  if (one.change && one.suggested_change) return "a suggestion beside a change";
  if (one.basis == Basis::reference && !one.reference) return "a reference to nothing";
  if (!(one.confidence >= 0 && one.confidence <= 1)) return "a confidence outside of 0 to 1";
  if (status == Status::ok && !one.review.empty()) return "ok, but marked";
  return "";
}

}  // namespace

std::string wrong_with(const Document& document) {
  for (const Page& page : document.pages)
    if (std::string wrong = wrong_with(page); !wrong.empty()) return wrong;
  return "";
}

std::string wrong_with(const Layout& layout) {
  Count in_lines(layout.words.size());
  in_lines.add(layout.lines);
  for (const Table& table : layout.tables)
    for (const Cell& cell : table.cells) in_lines.add(cell.lines);
  if (!in_lines.all(1)) return "a word stands in no line or in several";
  std::vector<int> tables(layout.tables.size(), 0), lines(layout.lines.size(), 0);
  for (const Block& block : layout.blocks) {
    if ((block.table == Block::none) == (block.line == Block::none)) return "a block is nothing";
    if (block.table != Block::none) ++tables.at(block.table);
    if (block.line != Block::none) ++lines.at(block.line);
  }
  const auto once = [](int times) { return times == 1; };
  if (!std::ranges::all_of(tables, once) || !std::ranges::all_of(lines, once))
    return "a table or a line stands in no block or in several";
  return "";
}

std::string wrong_with(const Layout& layout, const Reading& reading) {
  if (reading.roles.size() != layout.words.size()) return "a word has no role";
  Count comments(layout.words.size()), titles(layout.words.size());
  for (const AreaReading& area : reading.areas) {
    comments.add(area.comment_lines);
    titles.add(area.title_lines);
    if (!is_utf8(area.title) || !is_utf8(area.comment)) return "an area is no UTF-8";
  }
  if (!comments.none_above(1)) return "a word stands in two comments";
  if (!titles.none_above(1)) return "a word stands in two titles";
  for (const AreaReading& area : reading.areas)
    if (!has_role(reading, area.comment_lines, Role::comment))
      return "a comment's word is none by its role";
  if (reading.rejected) return "";
  const auto said = [&](std::size_t page) {
    const int number = layout.pages[page].number;
    return std::ranges::any_of(reading.problems, [&](const Problem& problem) {
      return problem.code == "unplaced_text" && problem.place.page == number;
    });
  };
  for (std::size_t i = 0; i < layout.words.size(); ++i)
    if (reading.roles[i] == Role::unplaced && !said(layout.words[i].page))
      return "an unplaced word is not told";
  return "";
}

std::string wrong_with(const Report& report) {
  if (report.status == Status::rejected && report.problems.empty()) return "rejected without why";
  if (report.status == Status::rejected && !report.assessments.empty())
    return "rejected, but with areas";
  for (const Assessment& one : report.assessments)
    if (std::string wrong = wrong_with(one, report.status); !wrong.empty()) return wrong;
  const std::string json = json_of(report, Keys::all);
  const Result<Report> back = report_from_json(json);
  if (!back) return "its JSON does not come back: " + back.problem().what;
  if (json_of(*back, Keys::all) != json) return "its JSON comes back as another";
  return "";
}

}  // namespace lagesbild::fuzz
