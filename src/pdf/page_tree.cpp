// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/page_tree.h"

#include <XRef.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace lagesbild {
namespace {

constexpr int deepest = 200;                     // levels of the tree; real ones have a handful
constexpr double longest_side = 14'400 * 10;     // points; ISO 32000-1 annex C.2 says 14 400
constexpr int most_objects_looked_at = 500'000;  // when the tree is broken

/// What a page takes from the nodes above it.
struct Inherited {
  Object resources;
  std::optional<PDFRectangle> media;
  std::optional<PDFRectangle> crop;
  int rotate = 0;

  Inherited copy() const { return {resources.copy(), media, crop, rotate}; }
};

std::optional<PDFRectangle> box_in(const Object& dict, const char* key) {
  const Object box = dict.dictLookup(key);
  if (!box.isArray() || box.arrayGetLength() != 4) return std::nullopt;
  std::array<double, 4> v{};
  for (int i = 0; i < 4; ++i) {
    const Object number = box.arrayGet(i);
    if (!number.isNum() || !std::isfinite(number.getNum())) return std::nullopt;
    v[static_cast<std::size_t>(i)] = number.getNum();
  }
  const PDFRectangle r(std::min(v[0], v[2]), std::min(v[1], v[3]), std::max(v[0], v[2]),
                       std::max(v[1], v[3]));
  const bool sane = r.x2 - r.x1 > 0 && r.y2 - r.y1 > 0 && r.x2 - r.x1 < longest_side &&
                    r.y2 - r.y1 < longest_side;
  return sane ? std::optional(r) : std::nullopt;
}

void inherit(Inherited& inherited, const Object& dict) {
  if (Object resources = dict.dictLookup("Resources"); resources.isDict())
    inherited.resources = std::move(resources);
  if (const auto media = box_in(dict, "MediaBox")) inherited.media = media;
  if (const auto crop = box_in(dict, "CropBox")) inherited.crop = crop;
  if (const Object rotate = dict.dictLookup("Rotate"); rotate.isInt())
    inherited.rotate = ((rotate.getInt() / 90 * 90) % 360 + 360) % 360;
}

PageParts page_from(Object dict, Inherited inherited) {
  inherit(inherited, dict);
  const PDFRectangle media = inherited.media.value_or(PDFRectangle(0, 0, 612, 792));
  const PDFRectangle wish = inherited.crop.value_or(media);
  PDFRectangle crop(std::max(media.x1, wish.x1), std::max(media.y1, wish.y1),
                    std::min(media.x2, wish.x2), std::min(media.y2, wish.y2));
  if (crop.x2 <= crop.x1 || crop.y2 <= crop.y1) crop = media;
  return {std::move(dict), std::move(inherited.resources), crop, inherited.rotate};
}

class Walk {
 public:
  Walk(PDFDoc& document, std::size_t max_pages, PageList& list)
      : document_(document), max_pages_(max_pages), list_(list) {}

  void visit(const Object& reference, const Inherited& above, int depth) {
    if (depth > deepest || list_.more) return;
    if (reference.isRef() && !seen_.insert(reference.getRef()).second) return;
    Object node = reference.fetch(document_.getXRef());
    if (!node.isDict()) return;
    const Object kids = node.dictLookup("Kids");
    if (kids.isArray()) {
      Inherited here = above.copy();
      inherit(here, node);
      for (int i = 0; i < kids.arrayGetLength() && !list_.more; ++i)
        visit(kids.arrayGetNF(i), here, depth + 1);
    } else if (!node.dictIs("Pages")) {
      add(page_from(std::move(node), above.copy()));
    }
  }

  void gather() {
    XRef* table = document_.getXRef();
    const int count = std::min(table->getNumObjects(), most_objects_looked_at);
    for (int i = 0; i < count && !list_.more; ++i) {
      const XRefEntry* entry = table->getEntry(i, false);
      if (entry == nullptr || entry->type == xrefEntryFree || entry->type == xrefEntryNone)
        continue;
      Object object = table->fetch(i, entry->type == xrefEntryCompressed ? 0 : entry->gen);
      if (object.isDict("Page")) add(page_from(std::move(object), {}));
    }
  }

 private:
  void add(PageParts page) {
    if (list_.pages.size() < max_pages_)
      list_.pages.push_back(std::move(page));
    else
      list_.more = true;
  }

  PDFDoc& document_;
  std::size_t max_pages_;
  PageList& list_;
  std::set<Ref> seen_;
};

}  // namespace

PageList pages_of(PDFDoc& document, std::size_t max_pages) {
  PageList list;
  Walk walk(document, max_pages, list);
  const Object catalog = document.getXRef()->getCatalog();
  if (catalog.isDict()) walk.visit(catalog.dictLookupNF("Pages"), {}, 0);
  if (list.pages.empty()) {
    list.gathered = true;
    walk.gather();
  }
  return list;
}

}  // namespace lagesbild
