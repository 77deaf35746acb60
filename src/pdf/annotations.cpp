// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/annotations.h"

#include <OptionalContent.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "pdf/form_field.h"
#include "pdf/text_string.h"

namespace lagesbild {
namespace {

// Annotation flags, ISO 32000-1 table 165.
constexpr int flag_hidden = 1 << 1;
constexpr int flag_no_rotate = 1 << 4;
constexpr int flag_no_view = 1 << 5;

int flags_of(const Object& annotation) {
  const Object flags = annotation.dictLookup("F");
  return flags.isInt() ? flags.getInt() : 0;
}

std::optional<PDFRectangle> rectangle_of(const Object& annotation) {
  const Object box = annotation.dictLookup("Rect");
  if (!box.isArray() || box.arrayGetLength() != 4) return std::nullopt;
  std::array<double, 4> v{};
  for (int i = 0; i < 4; ++i) {
    const Object number = box.arrayGet(i);
    if (!number.isNum() || !(std::abs(number.getNum()) < 1e6)) return std::nullopt;
    v[static_cast<std::size_t>(i)] = number.getNum();
  }
  return PDFRectangle(std::min(v[0], v[2]), std::min(v[1], v[3]), std::max(v[0], v[2]),
                      std::max(v[1], v[3]));
}

Box displayed(const PDFRectangle& rectangle, const GfxState& state) {
  Box a;
  state.transform(rectangle.x1, rectangle.y1, &a.x0, &a.y0);
  state.transform(rectangle.x2, rectangle.y2, &a.x1, &a.y1);
  return {std::min(a.x0, a.x1), std::min(a.y0, a.y1), std::max(a.x0, a.x1), std::max(a.y0, a.y1)};
}

bool shown(PDFDoc& document, const Object& annotation) {
  if ((flags_of(annotation) & (flag_hidden | flag_no_view)) != 0) return false;
  OCGs* layers = document.getOptContentConfig();
  const Object& layer = annotation.dictLookupNF("OC");
  return layers == nullptr || layer.isNull() || layers->optContentIsVisible(&layer);
}

/// The stream that shows the annotation in its present state; null when there is none.
Object appearance_of(const Object& annotation) {
  const Object appearances = annotation.dictLookup("AP");
  if (!appearances.isDict()) return Object(objNull);
  Object normal = appearances.dictLookup("N");
  if (normal.isDict()) {
    const Object state = annotation.dictLookup("AS");
    if (!state.isName()) return Object(objNull);
    normal = normal.dictLookup(state.getName());
  }
  return normal.isStream() ? std::move(normal) : Object(objNull);
}

/// Links draw frames around words, notes draw icons: neither belongs to the report's page.
bool drawn(const Object& subtype) {
  return !subtype.isName("Widget") && !subtype.isName("Popup") && !subtype.isName("Link") &&
         !subtype.isName("Text") && !subtype.isName("FileAttachment") && !subtype.isName("Sound");
}

Field free_text_of(const Object& annotation, const Box& box) {
  Field field;
  field.kind = Field::Kind::free_text;
  field.box = box;
  field.value = utf8_of(annotation.dictLookup("Contents"));
  if (field.value.empty()) field.value = without_markup(utf8_of(annotation.dictLookup("RC")));
  return field;
}

bool on_page(const Box& box, const Page& page) {
  return box.x1 > 0 && box.y1 > 0 && box.x0 < page.width && box.y0 < page.height;
}

/// Its appearance, if it has one. An annotation turns with its page unless its flags say no.
void draw(const Object& annotation, const PDFRectangle& rectangle, int rotate, Gfx& gfx) {
  Object appearance = appearance_of(annotation);
  if (!appearance.isStream()) return;
  const bool upright = (flags_of(annotation) & flag_no_rotate) != 0;
  gfx.drawAnnot(&appearance, nullptr, nullptr, rectangle.x1, rectangle.y1, rectangle.x2,
                rectangle.y2, upright ? (360 - rotate) % 360 : 0);
}

/// Highlights, underlines and the like: a reader's marks over words that stand there anyway.
bool marks_words(const Object& subtype) {
  return subtype.isName("Highlight") || subtype.isName("Underline") ||
         subtype.isName("StrikeOut") || subtype.isName("Squiggly");
}

/// Draws a free text, and writes it down as a field where that showed no letter.
void collect_free_text(const Object& annotation, const PDFRectangle& rectangle, const Box& box,
                       int rotate, Gfx& gfx, Page& page) {
  const std::size_t glyphs = page.glyphs.size();
  draw(annotation, rectangle, rotate, gfx);
  if (page.glyphs.size() > glyphs) return;
  if (Field field = free_text_of(annotation, box); !field.value.empty())
    page.fields.push_back(std::move(field));
}

void collect(PDFDoc& document, const Object& annotation, int rotate, Gfx& gfx, Page& page) {
  const auto rectangle = rectangle_of(annotation);
  if (!rectangle || !shown(document, annotation)) return;
  const Box box = displayed(*rectangle, *gfx.getState());
  if (!on_page(box, page)) return;
  const Object subtype = annotation.dictLookup("Subtype");
  if (subtype.isName("Widget")) {
    FormEntry entry = form_entry_of(document, annotation, box);
    if (entry.field) page.fields.push_back(*std::move(entry.field));
    if (entry.shown_only) draw(annotation, *rectangle, rotate, gfx);
  } else if (subtype.isName("FreeText")) {
    collect_free_text(annotation, *rectangle, box, rotate, gfx, page);
  } else if (drawn(subtype) && !marks_words(subtype)) {
    draw(annotation, *rectangle, rotate, gfx);
  }
}

}  // namespace

std::optional<LimitMember> collect_annotations(PDFDoc& document, const PageParts& parts, Gfx& gfx,
                                               Page& page, const ReadLimits& limits) {
  const Object list = parts.dict.dictLookup("Annots");
  if (!list.isArray()) return std::nullopt;
  const auto most = static_cast<int>(std::min<std::size_t>(limits.page_fields, 1 << 30));
  const int count = std::min(list.arrayGetLength(), most);
  std::size_t bytes = 0;
  for (int i = 0; i < count; ++i) {
    const std::size_t fields = page.fields.size();
    const Object annotation = list.arrayGet(i);
    if (annotation.isDict()) collect(document, annotation, parts.rotate, gfx, page);
    if (page.fields.size() == fields) continue;
    bytes += page.fields.back().name.size() + page.fields.back().value.size();
    if (bytes <= limits.field_bytes) continue;
    page.fields.pop_back();
    return &ReadLimits::field_bytes;
  }
  if (list.arrayGetLength() > most) return &ReadLimits::page_fields;
  return std::nullopt;
}

void draw_annotations(PDFDoc& document, const PageParts& parts, Gfx& gfx) {
  constexpr int most = 10'000;
  const Object list = parts.dict.dictLookup("Annots");
  for (int i = 0; list.isArray() && i < std::min(list.arrayGetLength(), most); ++i) {
    const Object annotation = list.arrayGet(i);
    if (!annotation.isDict() || !shown(document, annotation)) continue;
    const Object subtype = annotation.dictLookup("Subtype");
    const auto rectangle = rectangle_of(annotation);
    if (rectangle && (subtype.isName("Widget") || drawn(subtype)))
      draw(annotation, *rectangle, parts.rotate, gfx);
  }
}

}  // namespace lagesbild
