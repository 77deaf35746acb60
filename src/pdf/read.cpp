// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/read.h"

#include <algorithm>
#include <cstdint>

#include "pdf/annotations.h"
#include "pdf/content.h"
#include "pdf/information.h"
#include "pdf/messages.h"
#include "pdf/open.h"
#include "pdf/page_device.h"
#include "pdf/page_tree.h"
#include "pdf/ruling_parts.h"

namespace lagesbild {
namespace {

constexpr double points_per_inch = 72;  // device units are points then

Problem said(const std::string& name, int page, Severity severity, const char* code,
             std::string what) {
  Problem problem;
  problem.code = code;
  problem.severity = severity;
  problem.place.file = name;
  problem.place.page = page;
  problem.what = std::move(what);
  return problem;
}

bool asks_to_stop(void* device) { return static_cast<PageDevice*>(device)->stop(); }

Page blank_page(const PageParts& parts, int number) {
  Page page;
  page.number = number;
  page.rotation = parts.rotate;
  page.width = parts.crop.x2 - parts.crop.x1;
  page.height = parts.crop.y2 - parts.crop.y1;
  if (parts.rotate % 180 != 0) std::swap(page.width, page.height);
  return page;
}

/// What is left of the limits for the whole document when `page` has been read.
void spend(ReadLimits& left, const Page& page) {
  const auto take = [](std::size_t& from, std::size_t amount) { from -= std::min(from, amount); };
  take(left.glyphs, page.glyphs.size());
  take(left.rulings, page.rulings.size() + page.shadings.size());
  for (const Field& field : page.fields)
    take(left.field_bytes, field.name.size() + field.value.size());
  left.page_glyphs = std::min(left.page_glyphs, left.glyphs);
  left.page_rulings = std::min(left.page_rulings, left.rulings);
  left.page_shadings = std::min(left.page_shadings, left.rulings);
}

/// The bound that `limits` set, where what was `left` of a whole file's bound was less than a
/// page's.
LimitMember bound_behind(LimitMember reached, const ReadLimits& limits, const ReadLimits& left) {
  if (left.*reached == limits.*reached) return reached;
  return reached == &ReadLimits::page_glyphs ? &ReadLimits::glyphs : &ReadLimits::rulings;
}

Page page_from(PDFDoc& pdf, const PageParts& parts, int number, const ReadLimits& limits,
               const ReadLimits& left, PageFonts& fonts, Document& document) {
  Page page = blank_page(parts, number);
  PageDevice device(page, left);
  std::vector<LimitMember> reached;
  {
    std::size_t bytes_left = left.page_content + 1;  // the last tells that there were more
    const auto gfx = content_of(pdf, parts, number, points_per_inch, device, asks_to_stop, &device,
                                bytes_left, &fonts);
    if (bytes_left == 0) reached.push_back(&ReadLimits::page_content);
    if (const auto one = collect_annotations(pdf, parts, *gfx, page, left)) reached.push_back(*one);
  }
  for (const LimitMember one : device.limits_reached())
    reached.push_back(bound_behind(one, limits, left));
  drop_specks(page.rulings);
  for (const LimitMember one : reached)
    document.problems.push_back(limit_reached(one, limits, {document.name, number, 0}));
  if (const std::size_t count = device.glyphs().unmapped(); count > 0)
    document.problems.push_back(
        said(document.name, number, Severity::warning, "unmapped_glyphs",
             std::to_string(count) + " signs on this page do not tell which letters they are"));
  return page;
}

Document::From origin_of(const std::vector<Page>& pages) {
  const bool filled_in = std::ranges::any_of(pages, [](const Page& page) {
    return std::ranges::any_of(page.fields, [](const Field& field) {
      return field.kind == Field::Kind::text && !field.value.empty();
    });
  });
  return filled_in ? Document::From::form_fields : Document::From::pdf;
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const std::function<void()>& page_read) {
  PopplerMessages messages;
  Result<Opened> file = opened(bytes, name);
  if (!file) return file.problem();
  PDFDoc& pdf = *file->pdf;
  PageList list = pages_of(pdf, limits.pages);
  if (list.pages.empty())
    return said(name, 0, Severity::error, "no_pages",
                "this PDF has no pages that can be read; save it again");
  Document document;
  document.name = name;
  read_information(pdf, document);
  ReadLimits left = limits;
  PageFonts fonts;
  for (const PageParts& parts : list.pages) {
    const int number = static_cast<int>(document.pages.size()) + 1;
    document.pages.push_back(page_from(pdf, parts, number, limits, left, fonts, document));
    if (*file->repaired) fonts.forget();
    spend(left, document.pages.back());
    if (page_read) page_read();
  }
  document.from = origin_of(document.pages);
  if (list.more)
    document.problems.push_back(limit_reached(&ReadLimits::pages, limits, {name, 0, 0}));
  if (*file->repaired || list.gathered)
    document.problems.push_back(
        said(name, 0, Severity::warning, "repaired",
             "this PDF is damaged and was repaired; something may be missing"));
  for (Problem& problem : messages.problems(name)) document.problems.push_back(std::move(problem));
  return document;
}

}  // namespace lagesbild
