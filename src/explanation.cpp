// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chain in words, and each page with what was found drawn on it.
#include <algorithm>
#include <array>

#include "model/dump.h"
#include "model/dump_reading.h"
#include "pdf/picture.h"
#include "pipeline.h"

namespace lagesbild {
namespace {

constexpr double dots_per_inch = 110;      // small print stays legible
constexpr std::size_t most_pictures = 40;  // pages; a report has a handful

constexpr std::uint32_t grey = 0x9A9A9A, blue = 0x1F5FBF, red = 0xD02020;

/// Hues an eye keeps apart, one area after the other.
constexpr std::array<std::uint32_t, 6> hues = {0x2E7D32, 0x6A1B9A, 0xEF6C00,
                                               0x00838F, 0xAD1457, 0x5D4037};

Box box_of(const Layout& layout, const std::vector<Line>& lines, std::size_t page) {
  Box around;
  bool any = false;
  for (const Line& line : lines) {
    if (line.page != page) continue;
    around = any ? united(around, line.box) : line.box;
    any = true;
  }
  return any ? as_displayed(around, layout.pages[page]) : Box{};
}

std::string label_of(const Assessment& assessment) {
  std::string label = key_of(assessment);
  label += assessment.change ? " " + std::string(name_of(*assessment.change)) : " -";
  if (!assessment.review.empty()) label += " ?";
  return label;
}

void draw_cells(Picture& picture, const Layout& layout, std::size_t page) {
  for (const Table& table : layout.tables) {
    if (table.page != page) continue;
    for (const Cell& cell : table.cells)
      outline_box(picture, as_displayed(cell.box, layout.pages[page]), grey);
    outline_box(picture, as_displayed(table.box, layout.pages[page]), grey, 2);
  }
}

/// Every word that is no area and no comment: blue where it has a role, red where it has none.
void draw_other_words(Picture& picture, const Chain& chain, std::size_t page) {
  for (std::size_t i = 0; i < chain.layout.words.size(); ++i) {
    const Word& word = chain.layout.words[i];
    const Role role = chain.reading.roles[i];
    if (word.page != page || role == Role::area || role == Role::comment) continue;
    fill_box(picture, as_displayed(word.box, chain.layout.pages[page]),
             role == Role::unplaced ? red : blue, role == Role::unplaced ? 0.35 : 0.12);
  }
}

void draw_mapping(Picture& picture, const Chain& chain, std::size_t page) {
  for (std::size_t a = 0; a < chain.reading.areas.size() && a < chain.report.assessments.size();
       ++a) {
    const AreaReading& area = chain.reading.areas[a];
    const std::uint32_t hue = hues[a % hues.size()];
    const Box title = box_of(chain.layout, area.title_lines, page),
              comment = box_of(chain.layout, area.comment_lines, page);
    for (const Box& box : {title, comment}) {
      if (box.width() <= 0) continue;
      fill_box(picture, box, hue, 0.15);
      outline_box(picture, box, hue, 2);
    }
    if (title.width() > 0)
      draw_text(picture, title.x0, title.y0 - 7, label_of(chain.report.assessments[a]), hue);
    if (title.width() > 0 && comment.width() > 0)
      draw_arrow(picture, title.x1, title.middle_y(), comment.x0,
                 std::clamp(title.middle_y(), comment.y0, comment.y1), hue, 2);
  }
}

std::string page_name(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return "page-" + digits + ".png";
}

void add_pictures(Explanation& explanation, const Chain& chain, std::string_view bytes,
                  const std::string& path, const ReadLimits& limits) {
  for (std::size_t page = 0; page < chain.layout.pages.size() && page < most_pictures; ++page) {
    const int number = chain.layout.pages[page].number;
    Result<Picture> picture = picture_of(bytes, path, number, dots_per_inch, {}, limits);
    if (!picture) {
      explanation.text += sentence(picture.problem()) + "\n";
      continue;
    }
    draw_cells(*picture, chain.layout, page);
    draw_other_words(*picture, chain, page);
    draw_mapping(*picture, chain, page);
    explanation.pictures.emplace_back(page_name(number), png_of(*picture));
  }
}

}  // namespace

Explanation explanation_of(std::string_view bytes, const std::string& path, const Rules& rules,
                           bool pictures, const Ocr& ocr, const ReadLimits& limits) {
  const Chain chain = chain_of(bytes, path, rules, ocr, limits);
  Explanation explanation;
  explanation.unread_scans = chain.unread_scans;
  explanation.text = "== document\n" + dump(chain.document) + "\n== layout\n" + dump(chain.layout) +
                     "\n== reading\n" + dump(chain.layout, chain.reading) + "\n== report\n" +
                     dump(chain.report);
  const bool drawable = chain.document.from != Document::From::text && !chain.reading.roles.empty();
  if (pictures && drawable) add_pictures(explanation, chain, bytes, path, limits);
  return explanation;
}

}  // namespace lagesbild
