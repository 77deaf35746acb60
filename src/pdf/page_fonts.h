// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler makes the fonts of each page anew, though a document's pages mostly share them: on pages
// of text that is half of its work.
#pragma once

#include <Gfx.h>
#include <GfxFont.h>

#include <memory>
#include <string>
#include <vector>

namespace lagesbild {

/// Fonts as pages named them, kept for the pages that follow in the same document.
class PageFonts {
 public:
  /// `resources` without the fonts that are kept, for a Gfx to be made with; `give` adds these to
  /// it. Must be the same page's resources for both.
  Object lacking(const Object& resources, XRef* table);
  void give(Gfx& gfx);

  /// To be called where objects' numbers may have come to mean something else.
  void forget() { kept_.clear(); }

 private:
  struct Kept {
    std::string name;
    Ref ref;
    std::shared_ptr<GfxFont> font;
  };
  const Kept* find(const std::string& name, Ref ref) const;

  std::vector<Kept> kept_;
  std::vector<Kept> wanted_;  // of the page at hand; those not kept have no font yet
};

}  // namespace lagesbild
