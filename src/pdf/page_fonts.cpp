// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Gfx takes fonts from its resources alone, and makes them itself. So it gets resources without
// the fonts that are kept, and these are laid beside those that it made.
#include "pdf/page_fonts.h"

#include <Dict.h>

#include <algorithm>

namespace lagesbild {
namespace {

constexpr std::size_t most_kept = 64;  // fonts; a report has five

// Poppler keeps these members private. Naming one in an explicit instantiation is allowed.
using ResourcesOfGfx = GfxResources* Gfx::*;
using FontsOfResources = GfxFontDict* GfxResources::*;
using ListOfFonts = std::vector<std::shared_ptr<GfxFont>> GfxFontDict::*;
ResourcesOfGfx resources_member();
FontsOfResources fonts_member();
ListOfFonts list_member();

template <ResourcesOfGfx resources, FontsOfResources fonts, ListOfFonts list>
struct Members {
  friend ResourcesOfGfx resources_member() { return resources; }
  friend FontsOfResources fonts_member() { return fonts; }
  friend ListOfFonts list_member() { return list; }
};
template struct Members<&Gfx::res, &GfxResources::fonts, &GfxFontDict::fonts>;

std::vector<std::shared_ptr<GfxFont>>* fonts_of(Gfx& gfx) {
  GfxResources* resources = gfx.*resources_member();
  GfxFontDict* fonts = resources ? resources->*fonts_member() : nullptr;
  return fonts ? &(fonts->*list_member()) : nullptr;
}

/// Fonts that stand in the page itself have no number to be known by.
bool all_by_reference(const Dict& fonts) {
  for (int i = 0; i < fonts.getLength(); ++i)
    if (!fonts.getValNF(i).isRef()) return false;
  return fonts.getLength() > 0;
}

}  // namespace

const PageFonts::Kept* PageFonts::find(const std::string& name, Ref ref) const {
  const auto at = std::ranges::find_if(
      kept_, [&](const Kept& kept) { return kept.ref == ref && kept.name == name; });
  return at == kept_.end() ? nullptr : &*at;
}

Object PageFonts::lacking(const Object& resources, XRef* table) {
  wanted_.clear();
  if (!resources.isDict()) return resources.copy();
  const Object fonts = resources.dictLookup("Font");
  if (!fonts.isDict() || !all_by_reference(*fonts.getDict())) return resources.copy();
  Object lacking(new Dict(table));
  int known = 0;
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const std::string name = fonts.dictGetKey(i);
    const Ref ref = fonts.dictGetValNF(i).getRef();
    const Kept* kept = find(name, ref);
    known += kept != nullptr;
    if (!kept) lacking.dictSet(name.c_str(), Object(ref));
    wanted_.push_back(kept ? *kept : Kept{name, ref, nullptr});
  }
  if (known + lacking.dictGetLength() != fonts.dictGetLength()) {  // a name stands there twice
    wanted_.clear();
    return resources.copy();
  }
  Object copy(resources.getDict()->copy(table));
  copy.dictSet("Font", std::move(lacking));
  return copy;
}

void PageFonts::give(Gfx& gfx) {
  std::vector<std::shared_ptr<GfxFont>>* made = fonts_of(gfx);
  if (!made) return;
  if (kept_.size() + wanted_.size() > most_kept) kept_.clear();
  std::size_t next = 0;  // of those made
  std::vector<std::shared_ptr<GfxFont>> all;
  for (Kept& one : wanted_) {
    if (!one.font && next < made->size()) {
      one.font = (*made)[next++];
      if (one.font && kept_.size() < most_kept) kept_.push_back(one);
    }
    all.push_back(one.font);
  }
  if (!wanted_.empty()) *made = std::move(all);
  wanted_.clear();
}

}  // namespace lagesbild
