// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chain's stages one by one, for what measures them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline.h"

namespace lagesbild {

/// A PDF and every noun made of it.
struct Sample {
  std::string path;
  std::string bytes;
  Chain chain;
};

/// Reads the files whole. Throws std::runtime_error, naming the file, for one that cannot be read
/// or that is no PDF with pages.
std::vector<Sample> samples_of(const std::vector<std::string>& paths, const Rules& rules);

/// One stage's work on one sample, its input as the stage before left it. What it makes is thrown
/// away.
struct Stage {
  std::string_view name;
  std::function<void(const Sample&)> work;
};

/// "poppler" shows every page to a device that does nothing; "pdf" is read_pdf(), Poppler's own
/// work within it; "layout" to "json" come after it, in the chain's order; "chain" is all of it,
/// from bytes to JSON. `rules` must outlive the stages.
std::vector<Stage> stages_of(const Rules& rules);

}  // namespace lagesbild
