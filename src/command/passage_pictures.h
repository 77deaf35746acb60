// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the passages that a site shows, and links to its files. A picture is drawn once and
// kept in DATASET/pictures/, named by the file's content and the place on its page.
#pragma once

#include <string>

#include "base/result.h"
#include "dataset/store.h"
#include "ingest/pool.h"
#include "web/site.h"

namespace lagesbild {

struct PicturePlan {
  std::string dataset;
  std::optional<std::string> reports;  ///< folder that the dataset was read from
  std::string pages;  ///< folder of the pages; its pictures/ holds what the site shows, no more
  bool whole_width = false;  ///< of the page; else the passage alone, with nothing beside it
  bool drawn = true;         ///< false: no pictures at all
  PoolSettings pool;         ///< for TaskKind::passages
};

/// Sets links and pictures in `site`, or why there is no picture. Files that are not there, or hold
/// something else by now, are no problem. Problems: "output", and those of read_all().
Result<PoolEnd> add_pictures(Site& site, Store& store, const PicturePlan& plan);

}  // namespace lagesbild
