// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the store holds for trends, before it is set side by side.
#pragma once

#include <map>
#include <vector>

#include "trends/trends.h"

namespace lagesbild {

/// An assessment of a report that counts.
struct Said {
  std::string sha256;
  std::size_t district = 0;  ///< index into Loaded::districts
  std::string year;
  std::int64_t position = 0;
  Scope scope = Scope::city;
  std::string area_id;     ///< empty: none
  std::string area_title;  ///< the rules', or the newest report's; empty without an id
  std::string title;       ///< as written
  std::optional<Change> change;
  Basis basis = Basis::none;
  bool review = false;
};

/// An area as the store has it.
struct AreaFacts {
  bool known = false;
  std::string list;
  std::optional<int> from, to;
};

struct Loaded {
  std::vector<std::string> years;  ///< from the first report's to the last one's
  std::vector<TrendDistrict> districts;
  std::vector<Said> said;  ///< newest year first, then by district and position
  std::map<std::string, AreaFacts> areas;
  std::vector<SetAside> set_aside;
};

Result<Loaded> loaded_from(Store& store);

}  // namespace lagesbild
