// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbitrary_document.h"

#include <array>

#include "base/utf8.h"

namespace lagesbild::fuzz {
namespace {

constexpr std::size_t most_things = 400;  // on all pages; more of them are only slower
constexpr std::size_t most_pages = 4;

constexpr std::array<std::string_view, 64> phrases = {
    "Lägesbild december 2022",
    "Lägesbild",
    "Statusrapport 2021",
    "Period: november 2021",
    "Bromma",
    "Enskede-Årsta-Vantörs stadsdelsnämnd",
    "Stadsdelsförvaltningen",
    "Kommentarer",
    "Kommentar",
    "Prioriterade områden",
    "Område",
    "Nr",
    "Förändring",
    "Positiv",
    "Oförändrat",
    "Negativ",
    "Stadsövergripande prioriterade områden",
    "Lokalt prioriterade arbeten",
    "Instruktion",
    "Sida 1 (3)",
    "1",
    "2",
    "3",
    "4.",
    "10",
    "1.",
    "1.1",
    "1.2",
    "2.1",
    "2.3.4",
    "a)",
    "•",
    "Unga i risk för kriminalitet",
    "Skolan som brottsplats",
    "Riktat arbete mot avgränsade platser",
    "och utsatta områden",
    "Otillåten påverkan",
    "Våld i nära relationer",
    "Platser",
    "Personer",
    "Brommaplan",
    "Otrygga gångvägar",
    "Positiv förändring.",
    "Oförändrat läge.",
    "Negativ förändring:",
    "Ingen positiv förändring",
    "Ej förändrat",
    "Positiv och negativ förändring",
    "Se lokalt samverkansforum 0-20",
    "se punkt 2.1",
    "Se stadsövergripande 3",
    "Fler vuxna är ute på kvällarna.",
    "Arbetet fort-",
    "sätter som tidigare och föränd-",
    "ringen är tydlig.",
    "☒",
    "☐",
    "x",
    "+",
    "→",
    "-",
    "\u00AD",
    "EnskedeÅrsta\u00A0Vantör",
    "ﬁnns",
};

constexpr std::array<double, 8> sizes = {10, 12, 8, 6, 14, 24, 60, 0};
constexpr std::array<double, 6> widths = {595, 842, 200, 10, 14'400, 1};

std::string_view phrase(Choices& choices) {
  if (choices.one_of(8) == 7) return choices.bytes(40);
  return phrases[choices.one_of(phrases.size())];
}

/// One glyph a character; returns where the text ends.
double write(Page& page, std::string_view text, double x, double y, const Glyph& like) {
  const auto size = static_cast<double>(like.size);
  const double advance = size * 0.5;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    Glyph glyph = like;
    glyph.box = {x, y, x + advance, y + size};
    glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
    append_utf8(page.text, point.value);
    glyph.text_size = static_cast<std::uint16_t>(page.text.size() - glyph.text_begin);
    page.glyphs.push_back(glyph);
    x += advance;
    at += point.size;
  }
  return x;
}

Glyph style(Choices& choices) {
  Glyph glyph;
  glyph.size = static_cast<float>(sizes[choices.one_of(sizes.size())]);
  const std::size_t look = choices.one_of(16);
  glyph.bold = look == 1 || look == 2;
  glyph.italic = look == 3;
  glyph.invisible = look == 4;
  if (look == 5) glyph.color = 0xFFFFFF;
  if (look == 6) glyph.rotation = 90;
  if (look == 7) glyph.rotation = 270;
  if (look == 8) glyph.rotation = 180;
  return glyph;
}

Box box_on(const Page& page, Choices& choices) {
  const double x0 = choices.between(0, page.width), y0 = choices.between(0, page.height);
  return {x0, y0, choices.between(x0, page.width), choices.between(y0, page.height)};
}

Ruling ruling_on(const Page& page, Choices& choices) {
  const Box box = box_on(page, choices);
  const double thickness = choices.between(0, 3);
  if (choices.yes()) return {box.x0, box.y0, box.x1, box.y0, thickness};
  return {box.x0, box.y0, box.x0, box.y1, thickness};
}

Field field_on(const Page& page, Choices& choices) {
  Field field;
  field.kind = static_cast<Field::Kind>(choices.one_of(5));
  field.box = box_on(page, choices);
  field.checked = choices.yes();
  const std::string_view value = phrase(choices);
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = code_point_at(value, at);
    append_utf8(field.value, point.value == U'.' ? U'\n' : point.value);
    at += point.size;
  }
  return field;
}

void add_anything(Page& page, Choices& choices) {
  const std::size_t kind = choices.one_of(16);
  if (kind < 9) {
    const double x = choices.between(-10, page.width), y = choices.between(-10, page.height);
    const Glyph like = style(choices);
    write(page, phrase(choices), x, y, like);
  } else if (kind < 12) {
    page.rulings.push_back(ruling_on(page, choices));
  } else if (kind < 14) {
    page.shadings.push_back(
        {box_on(page, choices), static_cast<std::uint32_t>(choices.one_of(65'536) * 257)});
  } else if (kind == 14) {
    page.images.push_back({box_on(page, choices)});
  } else {
    page.fields.push_back(field_on(page, choices));
  }
}

Page blank(Choices& choices, std::size_t index) {
  Page page;
  page.number = static_cast<int>(index) + 1;
  page.width = widths[choices.one_of(widths.size())];
  page.height = widths[choices.one_of(widths.size())];
  return page;
}

/// A row's height from what stands in it: one line a phrase.
double fill_row(Page& page, const std::vector<double>& edges, double top, Choices& choices) {
  constexpr double pitch = 12;
  double bottom = top + pitch;
  for (std::size_t column = 0; column + 1 < edges.size(); ++column) {
    const std::size_t lines = choices.one_of(4);
    Glyph like;
    like.size = 10;
    like.bold = choices.one_of(8) == 1;
    for (std::size_t line = 0; line < lines; ++line)
      write(page, phrase(choices), edges[column] + 3, top + pitch * static_cast<double>(line) + 1,
            like);
    bottom = std::max(bottom, top + pitch * static_cast<double>(lines) + 2);
  }
  return bottom;
}

}  // namespace

Document scattered_document(Choices choices) {
  Document document{.name = "scattered.pdf"};
  const std::size_t pages = 1 + choices.one_of(most_pages);
  for (std::size_t i = 0; i < pages; ++i) document.pages.push_back(blank(choices, i));
  for (std::size_t i = 0; i < most_things && choices.any_left(); ++i)
    add_anything(document.pages[choices.one_of(pages)], choices);
  return document;
}

Document tabular_document(Choices choices) {
  constexpr double left = 50, right = 545, head = 40, foot = 800;  // points of an A4 page
  Document document{.name = "tabular.pdf"};
  if (choices.one_of(8) == 7) document.from = Document::From::text;
  const bool across = choices.yes(), down = choices.yes();
  std::vector<double> edges = {left};
  const std::size_t columns = 1 + choices.one_of(4);
  for (std::size_t i = 1; i < columns; ++i) edges.push_back(choices.between(edges.back(), right));
  edges.push_back(right);
  double top = foot;
  for (std::size_t rows = 0; rows < most_things && choices.any_left(); ++rows) {
    if (top >= foot && document.pages.size() == most_pages) break;
    if (top >= foot) {
      document.pages.push_back({.number = static_cast<int>(document.pages.size()) + 1,
                                .width = right + left,
                                .height = foot + head});
      top = head;
    }
    Page& page = document.pages.back();
    const double bottom = fill_row(page, edges, top, choices);
    if (across) page.rulings.push_back({left, bottom, right, bottom, 0.5});
    for (const double x : edges)
      if (down) page.rulings.push_back({x, top, x, bottom, 0.5});
    top = bottom + (choices.one_of(4) == 3 ? choices.between(0, 60) : 0);
    if (choices.one_of(16) == 15) add_anything(page, choices);
  }
  if (document.pages.empty()) document.pages.push_back({});
  return document;
}

}  // namespace lagesbild::fuzz
