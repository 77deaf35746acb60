// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace lagesbild {

/// The words of one page, in no order to rely on. Glyphs belong together when they share a baseline
/// and no gap or space parts them, however they were drawn. Form-field values are words in their
/// field's box, ticked boxes "☒" and empty ones "☐". Invisible and white-on-white glyphs are left
/// out and counted in `hidden`, unless the page has no other text (a scan's text layer).
std::vector<Word> words_of(const Page& page, std::size_t page_index, const PageFrame& frame,
                           std::size_t& hidden);

/// Width and height of the page with its text upright, and the turn it takes: the reading direction
/// of most of its glyphs.
PageFrame frame_of(const Page& page);

/// `box` of the page as displayed, on the page turned upright.
Box upright(const Box& box, const Page& page, int turn);

}  // namespace lagesbild
