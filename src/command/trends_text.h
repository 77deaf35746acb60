// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Trends as people and programs read them.
#pragma once

#include <string>

#include "messages/messages.h"
#include "trends/trends.h"

namespace lagesbild {

/// Tables of signs, a district each, areas down and years across; then what turned, what went on,
/// and how many reports state what. For a terminal: about 80 columns for up to eight years.
std::string trends_text(const Trends& trends, const Messages& say);

/// One row for each district, area and year, in the order of Trends::rows; years in which there was
/// no such district or area are left out.
std::string trends_csv(const Trends& trends);

/// One object: periods, districts, areas, cells, transitions and counts. Ends with a line feed.
std::string trends_json(const Trends& trends);

/// "stated", "no_report" and so on, as CSV and JSON have them.
std::string_view name_of(TrendState state);

}  // namespace lagesbild
