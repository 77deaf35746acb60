// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder that people open: index.html, a page for each district, one to search and one to
// review. All of it works from the disk, and as plain tables where scripts are off; data/ holds
// what the scripts load when it is asked for.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/output_file.h"
#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

/// Writes the pages into `folder`, made where it is missing. Equal sites give equal bytes. Pages of
/// districts that are no longer there are removed. Problems: "output".
Result<std::vector<Written>> write_site(const Site& site, const std::string& folder,
                                        const Messages& say);

}  // namespace lagesbild
