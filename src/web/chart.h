// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of the changes stated, year by year: small stacked columns, with the numbers as a table.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "messages/messages.h"
#include "web/site.h"

namespace lagesbild {

/// What the reports of a year state.
struct Share {
  std::string year;
  int positive = 0, unchanged = 0, negative = 0;
  int unstated = 0;  ///< assessments without a change; no part of the shares
  int stated() const { return positive + unchanged + negative; }
};

/// One for each year of the site, the first one first, from the assessments that `wanted` takes.
std::vector<Share> shares_of(
    const Site& site, const std::function<bool(const SiteReport&, const SiteAssessment&)>& wanted);

/// Inline SVG and a table; empty where nothing is stated in any year.
std::string chart_html(const std::string& title, const std::vector<Share>& shares,
                       const Messages& say);

}  // namespace lagesbild
