// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's output device that draws nothing and writes down what it was told to draw.
#pragma once

#include <OutputDev.h>

#include <vector>

#include "model/document.h"
#include "pdf/glyph_collector.h"
#include "pdf/path_collector.h"
#include "pdf/read.h"

namespace lagesbild {

class PageDevice : public OutputDev {
 public:
  PageDevice(Page& page, const ReadLimits& limits);

  const GlyphCollector& glyphs() const { return glyphs_; }
  /// Which bounds this page has reached.
  std::vector<LimitMember> limits_reached() const;
  /// Called now and then between operators: true when this page has taken enough.
  bool stop();

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void updateAll(GfxState*) override { all_changed(); }
  void restoreState(GfxState*) override { all_changed(); }
  void updateCTM(GfxState*, double, double, double, double, double, double) override {
    glyphs_.style_changed();
  }
  void updateFont(GfxState*) override { glyphs_.style_changed(); }
  void updateTextMat(GfxState*) override { glyphs_.style_changed(); }
  void updateCharSpace(GfxState*) override { glyphs_.style_changed(); }
  void updateWordSpace(GfxState*) override { glyphs_.style_changed(); }
  void updateHorizScaling(GfxState*) override { glyphs_.style_changed(); }
  void updateRender(GfxState*) override { glyphs_.style_changed(); }
  void updateFillOpacity(GfxState*) override { glyphs_.style_changed(); }
  void updateFillColorSpace(GfxState*) override { glyphs_.color_changed(); }
  void updateFillColor(GfxState*) override { glyphs_.color_changed(); }
  void updateStrokeColorSpace(GfxState*) override { glyphs_.color_changed(); }
  void updateStrokeColor(GfxState*) override { glyphs_.color_changed(); }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int u_size) override;
  void beginActualText(GfxState*, const GooString* text) override;
  void endActualText(GfxState*) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override;
  bool functionShadedFill(GfxState* state, GfxFunctionShading* shading) override;
  bool axialShadedFill(GfxState* state, GfxAxialShading* shading, double from, double to) override;
  bool radialShadedFill(GfxState* state, GfxRadialShading* shading, double from,
                        double to) override;
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override;
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override;

  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool,
                     bool in_line) override;
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool, const int*, bool in_line) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override;
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override;
  void setSoftMaskFromImageMask(GfxState*, Object*, Stream* stream, int width, int height, bool,
                                bool in_line, double*) override;

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_mask) override;
  void endTransparencyGroup(GfxState*) override;

 private:
  void all_changed();
  bool in_mask() const { return masks_ > 0; }
  void add_image(GfxState* state);
  bool fill_pattern(GfxState* state, GfxColorSpace* space, const GfxColor& color);

  Page& page_;
  const ReadLimits& limits_;
  GlyphCollector glyphs_;
  PathCollector paths_;
  std::vector<bool> groups_;  ///< the open transparency groups: is it a mask's?
  int masks_ = 0;
  std::size_t checks_ = 0;
  bool images_full_ = false;
  bool exhausted_ = false;
};

}  // namespace lagesbild
