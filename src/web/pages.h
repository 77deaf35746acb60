// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each page as a whole HTML file.
#pragma once

#include <string>
#include <vector>

#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

std::string index_page(const Site& site, const Messages& say);
std::string district_page(const Site& site, std::size_t district, const Messages& say);
std::string search_page(const Site& site, const Messages& say);
std::string review_page(const Site& site, const Messages& say);

/// A script that hands the district's assessments to page.js, each with its article.
std::string district_script(const Site& site, std::size_t district, const Messages& say);

}  // namespace lagesbild
