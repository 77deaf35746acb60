// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dump.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace lagesbild {
namespace {

constexpr double same_baseline = 0.05;  // of the size
constexpr double widest_gap = 2;        // of the size: a run ends where a column could begin

std::string number(double value) {
  std::array<char, 400> digits;
  value = std::abs(value) < 0.05 ? 0 : value;  // no "-0.0"
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, 1);
  return std::string(digits.data(), end.ptr);
}

std::string color(std::uint32_t rgb) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4) text += hex[rgb >> shift & 15];
  return text;
}

std::string place(double x0, double y0, double x1, double y1) {
  return number(x0) + "," + number(y0) + "-" + number(x1) + "," + number(y1);
}

std::string place(const Box& box) { return place(box.x0, box.y0, box.x1, box.y1); }

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '"' || c == '\\')
      (out += '\\') += c;
    else
      out += c;
  }
  return out + "\"";
}

bool same_style(const Glyph& a, const Glyph& b) {
  return a.rotation == b.rotation && std::abs(a.size - b.size) < 0.05F && a.color == b.color &&
         a.bold == b.bold && a.italic == b.italic && a.invisible == b.invisible;
}

/// Whether `next` follows `last` along the line, up to a word's gap.
bool follows(const Glyph& last, const Glyph& next) {
  const double size = static_cast<double>(next.size);
  const bool level = next.rotation % 180 == 0;
  const double across = level ? next.box.y0 - last.box.y0 : next.box.x0 - last.box.x0;
  const double along = level ? -shared(last.box.x0, last.box.x1, next.box.x0, next.box.x1)
                             : -shared(last.box.y0, last.box.y1, next.box.y0, next.box.y1);
  return std::abs(across) <= same_baseline * size && along < widest_gap * size;
}

struct Run {
  Box box;
  std::string text;
};

std::string line_of(const Run& run, const Glyph& style) {
  std::string line = "text " + place(run.box) + " size " + number(static_cast<double>(style.size));
  if (style.rotation != 0) line += " turned " + std::to_string(style.rotation);
  if (style.bold) line += " bold";
  if (style.italic) line += " italic";
  if (style.invisible) line += " invisible";
  if (style.color != 0) line += " " + color(style.color);
  return line + " " + quoted(run.text) + "\n";
}

std::string runs_of(const Page& page) {
  std::string out;
  Run run;
  const Glyph* last = nullptr;
  for (const Glyph& glyph : page.glyphs) {
    const std::string_view text = glyph.text_size > 0 ? page.text_of(glyph) : "\uFFFD";
    if (last && same_style(*last, glyph) && follows(*last, glyph)) {
      run.box = united(run.box, glyph.box);
      run.text += text;
    } else {
      if (last) out += line_of(run, *last);
      run = {glyph.box, std::string(text)};
    }
    last = &glyph;
  }
  return last ? out + line_of(run, *last) : out;
}

std::string_view name_of(Field::Kind kind) {
  switch (kind) {
    case Field::Kind::text:
      return "text";
    case Field::Kind::choice:
      return "choice";
    case Field::Kind::check_box:
      return "check_box";
    case Field::Kind::radio:
      return "radio";
    case Field::Kind::free_text:
      return "free_text";
  }
  return "";
}

std::string line_of(const Field& field) {
  std::string line = "field ";
  line += name_of(field.kind);
  line += " " + place(field.box);
  if (field.kind == Field::Kind::check_box || field.kind == Field::Kind::radio)
    line += field.checked ? " on" : " off";
  return line + " " + quoted(field.name) + " = " + quoted(field.value) + "\n";
}

}  // namespace

std::string dump(const Page& page) {
  std::string out =
      "page " + std::to_string(page.number) + " " + number(page.width) + "x" + number(page.height);
  if (page.rotation != 0) out += " rotation " + std::to_string(page.rotation);
  out += "\n" + runs_of(page);
  for (const Ruling& r : page.rulings) {
    out += "ruling " + place(r.x0, r.y0, r.x1, r.y1) + " thick " + number(r.thickness);
    out += r.dashed ? " dashed" : "";
    out += r.color != 0 ? " " + color(r.color) + "\n" : "\n";
  }
  for (const Shading& s : page.shadings)
    out += "shading " + place(s.box) + " " + color(s.color) + "\n";
  for (const Image& image : page.images) out += "image " + place(image.box) + "\n";
  for (const Field& field : page.fields) out += line_of(field);
  return out;
}

std::string dump(const Document& document) {
  std::string out;
  for (const Page& page : document.pages) out += dump(page);
  return out;
}

}  // namespace lagesbild
