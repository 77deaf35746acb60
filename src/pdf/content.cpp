// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/content.h"

#include <Array.h>
#include <Error.h>
#include <XRef.h>

#include <algorithm>
#include <array>
#include <vector>

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

/// The bytes of a stream, unpacked.
class Unpacked : public BaseMemStream<const char> {
 public:
  Unpacked(std::vector<char> bytes, Object described)
      : BaseMemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), std::move(described)),
        bytes_(std::move(bytes)) {}

 private:
  std::vector<char> bytes_;
};

/// The first `left` bytes of `stream`; `left` goes down by as many.
std::vector<char> unpacked(Stream& stream, std::size_t& left) {
  std::vector<char> bytes;
  std::array<unsigned char, 8192> some{};
  stream.reset();
  while (left > 0) {
    const int wanted = static_cast<int>(std::min(left, some.size()));
    const int got = stream.doGetChars(wanted, some.data());
    if (got <= 0) break;
    bytes.insert(bytes.end(), some.begin(), some.begin() + got);
    left -= static_cast<std::size_t>(got);
  }
  stream.close();
  return bytes;
}

Object readable(const Object& content, std::size_t& left) {
  if (is_bomb(content)) return Object(objNull);
  if (!content.isStream()) return content.copy();
  Stream& stream = *content.getStream();
  Stream* bounded = new Unpacked(unpacked(stream, left), stream.getDictObject()->copy());
  return Object(bounded);
}

Object readable(const Object& contents, XRef* table, std::size_t& left) {
  if (!contents.isArray()) return readable(contents, left);
  auto parts = std::make_unique<Array>(table);
  for (int i = 0; i < contents.arrayGetLength(); ++i)
    if (Object part = readable(contents.arrayGet(i), left); part.isStream())
      parts->add(std::move(part));
  return Object(parts.release());
}

}  // namespace

std::unique_ptr<Gfx> content_of(PDFDoc& document, const PageParts& parts, int number,
                                double dots_per_inch, OutputDev& device, bool (*stop)(void*),
                                void* stop_data, std::size_t& bytes_left, PageFonts* fonts) {
  const Object given =
      fonts ? fonts->lacking(parts.resources, document.getXRef()) : parts.resources.copy();
  Dict* resources = given.isDict() ? given.getDict() : nullptr;
  auto gfx =
      std::make_unique<Gfx>(&document, &device, number, resources, dots_per_inch, dots_per_inch,
                            &parts.crop, &parts.crop, parts.rotate, stop, stop_data, nullptr);
  if (fonts) fonts->give(*gfx);
  Object contents = readable(parts.dict.dictLookup("Contents"), document.getXRef(), bytes_left);
  if (!contents.isNull()) {
    gfx->saveState();
    gfx->display(&contents);
    gfx->restoreState();
  }
  return gfx;
}

}  // namespace lagesbild
