// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/content.h"

#include <Array.h>
#include <Error.h>
#include <XRef.h>

namespace lagesbild {
namespace {

bool is_picture_filter(const Object& filter) {
  return filter.isName("JBIG2Decode") || filter.isName("JPXDecode");
}

/// Operators are never packed as a picture, but small files that unfold to gigabytes are.
bool is_bomb(const Object& content) {
  if (!content.isStream()) return false;
  const Object filter = content.streamGetDict()->lookup("Filter");
  bool found = is_picture_filter(filter);
  for (int i = 0; filter.isArray() && i < filter.arrayGetLength(); ++i)
    found = found || is_picture_filter(filter.arrayGet(i));
  if (found) error(errSyntaxError, -1, "Page content packed as a picture");
  return found;
}

Object readable(const Object& contents, XRef* table) {
  if (!contents.isArray()) return is_bomb(contents) ? Object(objNull) : contents.copy();
  auto parts = std::make_unique<Array>(table);
  for (int i = 0; i < contents.arrayGetLength(); ++i)
    if (!is_bomb(contents.arrayGet(i))) parts->add(contents.arrayGetNF(i).copy());
  return Object(parts.release());
}

}  // namespace

std::unique_ptr<Gfx> content_of(PDFDoc& document, const PageParts& parts, int number,
                                double dots_per_inch, OutputDev& device, bool (*stop)(void*),
                                void* stop_data) {
  Dict* resources = parts.resources.isDict() ? parts.resources.getDict() : nullptr;
  auto gfx =
      std::make_unique<Gfx>(&document, &device, number, resources, dots_per_inch, dots_per_inch,
                            &parts.crop, &parts.crop, parts.rotate, stop, stop_data, nullptr);
  Object contents = readable(parts.dict.dictLookup("Contents"), document.getXRef());
  if (!contents.isNull()) {
    gfx->saveState();
    gfx->display(&contents);
    gfx->restoreState();
  }
  return gfx;
}

}  // namespace lagesbild
